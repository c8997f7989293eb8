# Guiding the talks: phases, ideas before anybody judges them.

## In the file
kind-idea = idea
kind-check = check
kind-silenced = check that was set aside
expected-silenced = a check that was set aside, as `(check: .., about: .., because: ..)`
part-phase = phase
part-silenced = set aside
note-scale-fixed = Leaving the preparation fixes the scale of scores: options that are added from here on don't move it.

## Phases
phase-prepare = prepare
    .what = Everybody looks into its own interests, what it has without an agreement, and the facts: interview, weights, no-deal, fact, criterion, matrix, check.
phase-create = create
    .what = Invent without committing: nothing here is an offer. Think of options first, judge them later, and make packages of them: invent, option, package, whatif, step, propose.
phase-distribute = distribute
    .what = Choose one package, by standards that everybody can explain at home: criterion, compare, meso, ratify, explain, stress.
phase-follow = follow
    .what = Make it hold: who does what by when, what happens if it doesn't work, when to look again: stress, check.
show-phase = The talks are in the phase: { $phase }
show-ideas = Ideas that nobody judged yet
phase-missing = Before you go on, this is missing:
phase-guides = `phase next` goes on all the same: phases guide and never lock.
phase-ready = Nothing is missing here; `phase next` goes on.
phase-last = This phase is never left: look again whenever you agreed to.
phase-left = Behind in { $phase }, still missing:
lacking-people = who negotiates; `party` adds them
lacking-ambition = where you want to end up together; `ambition` keeps it, once everybody said yes to it
lacking-interests = two interests that they confirmed themselves, of { $parties }; `interview` asks for them
lacking-no-deal = what { $parties } would have without an agreement; `no-deal` keeps it
lacking-facts = facts that all agree on, where rules rest on them: { $facts }; `facts` shows what to look into together
lacking-ratification = who at home of { $parties } must say yes, and what they must find; `ratification` keeps it
lacking-packages = { $wanted } packages of different shape that everybody can accept; now there { $found ->
        [one] is { $found }
       *[other] are { $found }
    }, and `propose` finds some
lacking-agreement = a package with a name that everybody can accept; `package` names one
lacking-explanations = what { $parties } will say at home of { $package }; `explain` keeps it
lacking-route = a yes at home of { $parties } to { $package }; `ratify` tells who and what

## Ideas
invent-on = Now every line that starts with `+` or stands between quotes is an idea. Nobody is named, nothing is scored, nothing is criticised, and nothing is an offer. Try for five at least, also some that help the others. `invent off` ends it.
invent-off = { $count ->
        [0] No idea was kept.
        [one] One idea was kept; nobody has judged it yet.
       *[other] { $count } ideas were kept; nobody has judged them yet.
    }
invent-none = There are no ideas yet. `invent on` makes room for them.
invent-next = An idea becomes an option once somebody says what it does: `option ISSUE=NAME EFFECTS --idea 1`.
invent-waits = First all ideas, then the judging: that waits until `invent off`.
invent-first = first all ideas, then what speaks against them
    .hint = Keep it for later: after `invent off` everything may be weighed.
no-idea = there is no idea { $name } among { $count }
    .hint = `invent` lists them by number.
idea-needs-effects = an idea becomes an option once somebody says what it does, and nothing is said yet of "{ $name }"
    .hint = Add effects on interests, such as `KO+2`.

## Checks that are set aside
reason-needed = { $name } is set aside only with a reason
    .hint = Add `--because TEXT`: the next reader will want to know.
not-silenced = `{ $name }` isn't set aside
    .hint = `check --all` lists what is.

## Commands
task-process = The course of the talks
command-phase = where the talks are, what is missing before they go on, and on to another phase
    .example = phase ; phase next ; phase create
    .more = The phases are prepare, create, distribute and follow. They guide and never lock. Going on from prepare freezes the scale of scores, as `freeze` does.
command-invent = think of options without author, score or criticism
    .example = invent on ; invent "veto only at short notice" ; invent off ; invent ; option rooster=kortdag RU+3 BE-1 --idea 1
    .more = While inventing is on, what scores or judges waits, and changes are told without their worth. An idea isn't an option until somebody gives it effects; `--drop` takes one off the list.
command-check = what is doubtful or missing, and the first questions to ask in this phase
    .example = check ; check --all ; check C17 ; check C01 "no more waiting lists within two years" ; check --silence C07 FNV --because "said so on the phone" ; check --unsilence C07 FNV
    .more = With `--all` every question, with the fields that were read, what was set aside, and the questions that never come up by themselves because no field holds what they need.
option-drop = the idea that goes, by number
option-idea = the idea that it was, by number: its words become those of the option, and it leaves the list
option-silence = a check to set aside, of one thing if that is named
option-unsilence = a check that may ask again
