# Dividing what there is: facts, who must say yes at home, packages in every world, what to say at home.

help-dutch = In Dutch: { $word }

## Standards and facts
kind-body = ratifying body
part-criteria = criteria
show-criteria = What is fair, by standards from outside
show-claimed-by = claimed by
show-contested-by = disputed by
show-rests = rests on it
show-at-home = What parties will say at home
facts-none = No fact was noted yet. `fact NAME TEXT` notes one.
facts-contested = Disputed: look into these together first
facts-assumed = Assumed: nobody has confirmed these
facts-invented = Made up for practice
facts-agreed = Agreed
facts-fact = { $name }: { $text }
facts-claimed = Claimed by { $parties }.
facts-contested-by = Disputed by { $parties }.
facts-source = Source: { $text }.
facts-finder = Who finds out: { $text }.
facts-rests = Rests on it: { $things }.
facts-rule = the rule `{ $rule }`
facts-attribute = { $attribute }
facts-question = The question: { $question }
facts-ask-question = Ask: on which question do we look for the answer together? fact { $name } --question TEXT --finder TEXT
facts-ask-finder = Ask: who finds out, for both sides? fact { $name } --finder TEXT
facts-disputed-cells = Judgements that are disputed where they stand
facts-cell = { $option }: { $what }

## Who must say yes at home
part-ratification = must say yes
part-mandate = mandate
part-probability = probability
part-at-home = at home
ratify-title = Who must say yes at home to { $name }
ratify-this = this package
ratify-yes = { $body }: yes
ratify-yes-everywhere = { $body }: yes, guaranteed in every world
ratify-yes-somewhere = { $body }: yes in some worlds only
ratify-no = { $body }: no
ratify-unknown = { $body }: unknown, so not a yes
ratify-met = { $condition }: met{ $where }{ $by }
ratify-missed = { $condition }: not met{ $where }{ $by }
ratify-untold = { $condition }: can't be told{ $where }{ $by }
ratify-everywhere = { " " }in every world
ratify-in = { " " }in { $worlds }
ratify-to-spare = , with { $left } to spare at the tightest
ratify-short = , { $short } short
ratify-level = { $party }, { $level }: { $says }
ratify-ask = To ask
ratify-ask-rule = { $body }: what must they find in it to say yes? { $command } CONDITIONS
ratify-ask-who = { $parties }: who must say yes at home, and what must be in it? ratification PARTY BODY CONDITIONS

## Packages in every world
stress-package = { $name } in every world
stress-one-world = This table has one world. What lies outside the power of the table, and decides how it ends? `world NAME TEXT --change CHANGE` adds it.
stress-holds = In `{ $world }` it holds: every rule is kept, and nobody who is needed falls below its no-deal.
stress-limit = In `{ $world }` the rule `{ $rule }` breaks: used { $used }, limit { $limit }.
stress-rule = In `{ $world }` the rule `{ $rule }` breaks: { $why }.
stress-leaves = In `{ $world }` { $party } is { $short } below its no-deal, and would be better off leaving.
stress-enforcing = Nearly self-enforcing: in none of these worlds would anybody be better off leaving.
stress-unknown = As far as is known nobody would be better off leaving; not every no-deal is known.
stress-unkept = Not self-enforcing: nobody would leave, but in { $worlds } it can't be kept as it stands.
stress-leaving = Not self-enforcing: somebody would be better off leaving in { $worlds }.
stress-ask = To ask
stress-question = What if they say no: those outside who decide which world comes true? Agree on a condition that everybody can observe, with what counts otherwise.

## What to say at home
home-title = What { $party } can say at home
home-got = We gain on { $interests }, by { $decisions }.
home-got-nothing = The agreement does nothing for what we came for.
home-gave = In return we accept { $decisions }, which costs us on { $interests }.
home-missed = In return we didn't get all that we liked best on { $issues }.
home-gave-nothing = We gave up nothing for it.
home-decision = { $issue }: { $decision }
home-condition = One thing hangs on others: { $conditions }.
home-if = { $option } if this comes true: { $worlds }; otherwise { $otherwise }
home-fair = That it is fair can be checked by what holds outside the table as well: { $criteria }.
home-otherwise = Without an agreement: { $reason }.
home-otherwise-today = Without an agreement everything stays as it is today.
home-otherwise-worse = Without an agreement we lose on { $interests }.
home-own-words = In its own words
home-ask = To ask
home-question = How do you explain it at home in two sentences?
home-keep = To keep the answer, word for word: { $command } "..."
home-no-criteria = By which standard would an outsider call it fair? `criterion NAME TEXT` notes one.

## Commands
command-criterion = add or change an outside standard of what is fair
    .example = criterion draagkracht what the tariff can carry ; criterion add "loonontwikkeling zorg" "eerder afgesproken"
command-ratification = who at home must say yes, and what they must find in a package
    .example = ratification CNV leden loon>=3%, score CNV >= 55 ; ratification NU91 leden ; ratification BTN leden --remove
    .more = Conditions have commas between them: `score PARTY >= 60`, `loon>=3%` (one of the options from 3% up), and whatever `rule` can demand. Without any their rule is unknown, which never counts as a yes.
command-mandate = what a party's negotiators may decide on an issue
    .example = mandate BTN rooster must go back to the members ; mandate FNV loon back to the members
command-probability = how likely a party holds a world to be: shown, never computed with
    .example = probability ActiZ tarieven-niet-dekkend 60% ; probability FNV tarieven-niet-dekkend 0,3
command-facts = what is known, the disputed first: the question, who finds out, what rests on it
    .example = facts
command-ratify = who at home would say yes to a package, in every world, and whom to ask
    .example = ratify fair ; ratify historic
command-stress = what packages come to in every world: what breaks, who would leave, what would make it hold
    .example = stress joint fair ; stress naive --world tarieven-niet-dekkend
command-explain = what a party can say of a package at home, without any score
    .example = explain FNV fair ; explain FNV fair --say "Er komt rust in het rooster en het loon stijgt."
option-claimed-by = a party that says so
option-contested-by = a party that disputes it; it is contested then
option-agreed = everybody takes it as given now, and nobody disputes it any more
option-finder = who finds out
option-rule = a hard rule that rests on it
option-option = an option whose effects rest on it
option-remove = take it away again
option-say = what the party will say, word for word; `""` takes it away
