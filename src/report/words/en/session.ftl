# A session: what was changed, asked and refused.

# Typed lines: what is wrong, and a way out.
script-missing = there is no file `{ $name }`
    .hint = Give a file of commands, or `-` for standard input.
line-too-long = a line can have { $most } KiB at most
    .hint = Put long texts into the table file.
quote-open = this quote isn't closed
    .hint = Close it with `"`; inside quotes `""` stands for one.
not-text = the line isn't UTF-8 text
    .hint = Type it again, or save the script as UTF-8.
unknown-command = unknown command `{ $name }`
    .hint = did you mean `{ $near }`?
    .otherwise = `help` lists the commands.
ambiguous-command = `{ $name }` could be { $known }
    .hint = Type one letter more.
unknown-option = `{ $command }` has no option `{ $name }`
    .hint = did you mean `{ $near }`?
    .otherwise = `help { $command }` shows how it is typed; put text that starts with `-` behind a word.
too-many-words = `{ $name }` is one word too many for `{ $command }`
    .hint = Put a name with spaces between `"`; `help { $command }` shows how it is typed.
value-missing = `{ $option }` needs a value
    .hint = `help { $command }` shows how it is typed.
bad-value = `{ $name }` can't be the value of `{ $option }`
    .hint = did you mean `{ $near }`?
    .otherwise = It can be a whole number from { $least } to { $most }.
    .also = It can be { $known }.
options-conflict = `{ $option }` and `{ $other }` exclude each other
    .hint = Leave one of them out.
words-missing = something is missing: { $known }
    .hint = `help { $command }` shows how it is typed.
no-table = there is no table yet
    .hint = `new` starts one, `load NAME` takes one in hand, `scenarios` lists those that come along.
ambiguous-number = `{ $name }` can be read in two ways
    .hint = Type `{ $whole }` or `{ $decimals }`.
not-a-typed-number = `{ $name }` is not a number
    .hint = Type it like `3`, `0,5` or `0.5`.
amount-not-option = on `{ $name }` an amount is decided; it has no options
    .hint = `effect { $name } INTEREST 0:0 10:5` says what amounts do.
ambiguous-name = `{ $name }` can be { $known }
    .hint = Type its kind before its name.
curve-unclear = this doesn't say what amounts of `{ $name }` do
    .hint = Type an interest and points, such as `effect { $name } INTEREST 0:0 10:5`.
reading-of-attribute = `{ $name }` is an attribute: a fact, not a judgement
    .hint = If it is disputed, record that with `fact { $name } ... --status contested`.
effects-unclear = `{ $name }` doesn't say what is better or worse
    .hint = Type an interest and how much: `wages ++, rest --` or `wages+7 rest-3`.
no-deal-of-attribute = `{ $name }` is an attribute; a no-deal tells what happens to interests
    .hint = Type interests and how much, such as `wages -`.
no-position = `{ $name }` has { $count ->
    [0] no positions
    [one] one position
   *[other] { $count } positions
}
    .hint = `show { $name }` lists them.
weight-needed = the weights of `{ $name }` are numbers
    .hint = Add `--weight` and a number, or type a ranking with `weights { $name }`.
weights-are-ranking = the interests of `{ $name }` are ranked, without numbers
    .hint = Leave `--weight` out, or type all numbers with `weights { $name }`.
issue-without-options = issue `{ $name }` has nothing to choose from
    .hint = Type options behind a colon, today's first: `issue { $name }: as it is, something else`; or an amount with `--from` and `--to`.
today-needed = nobody has said what holds today on `{ $name }`
    .hint = Say so with `issue { $name } --today`.
already-parked = issue `{ $name }` is parked already
    .hint = `open { $name }` takes it up again.
not-parked = issue `{ $name }` isn't parked
    .hint = `park { $name }` keeps it out of the talks; `load` takes a file in hand.
demand-unclear = this doesn't say what the rule demands
    .hint = Type one of `cost <= 3.6`, `forbid a=b`, `a=b requires c=d`, `a=b excludes c=d`, `at most 1 of a=b c=d`, `PARTY INTEREST >= 2`.
colon-needed = in `{ $name }` a colon is missing behind the name
    .hint = Type it as in `--change "wages=4%: rest-3 cost=2"` or `--limit "room: cost <= 3"`.
frozen-option = the scale of scores is frozen, and `{ $name }` is part of it
    .hint = Keep it out with a rule instead: `rule NAME forbid { $name }`.
already-frozen = the scale of scores is frozen already
    .hint = Options that are added now don't move it.
needs-yes = `{ $name }` is mentioned in { $count } other places, which would go along
    .hint = Look with `show { $name }`, and add `--yes` if that is meant.
nothing-to-undo = { $count ->
    [0] there is nothing to take back
   *[other] only { $count } of that many can be taken back
}
    .hint = `log` shows the changes.
nothing-to-redo = { $count ->
    [0] there is nothing to make again
   *[other] only { $count } of that many can be made again
}
    .hint = Only what `undo` took back can be made again, until the next change.
bad-setting = it can't be set to `{ $name }`
    .hint = It can be { $known }.
not-a-change = `{ $name }` changes nothing, so there is nothing to try
    .hint = Try a change, such as `whatif weights PARTY ...` or `whatif park ISSUE`.
nothing-to-keep = nothing was tried since the last change
    .hint = `whatif` and a change tries it; `keep` then makes it.
today-unknown = not every issue says what holds today
    .hint = `check` tells which; say so with `issue NAME --today`.
no-answer = there is no package that `{ $name }` could stand for
    .hint = `solve` tells why none is acceptable.
nothing-found-yet = the search for `{ $name }` was cut short before any acceptable package was found or ruled out
    .hint = Allow more time with `--time-limit`.
not-proven-yet = the search for `{ $name }` was cut short, so it isn't known for certain which package it stands for; nothing was recorded
    .hint = Allow more time with `--time-limit`.
not-shown = no package of this table was shown as `{ $name }`
    .hint = { $count ->
        [0] Nothing was shown yet; `solve` shows one.
        [one] So far one was shown: `_` or `#1`.
       *[other] So far { $count } were shown; `_` is the last, `#1` the first.
    }
package-name = a package can't be called `{ $name }`
    .hint = That already stands for a package; choose a name such as `first`.
package-unnamed = what is said is said of a package with a name, and `{ $name }` has none
    .hint = Name it first, so that it stays what it is: `package NAME { $name }`.
not-a-step = `{ $name }` isn't a step of the scale
    .hint = Type one of { $known }, or 5 to 1; then the party's own words.
no-packages = no package has a name yet
    .hint = Name one with `package first fair`, or compare objectives: `compare joint fair`.
file-there = there is a file `{ $name }` already
    .hint = Save under another name, or replace it with `save { $name } --yes`.
file-changed = somebody changed `{ $name }` since it was read
    .hint = Save under another name, or replace it with `save { $name } --yes`.
journal-goes-on = { $count ->
    [0] the file still holds what was taken back since
    [one] one change isn't in the file yet
   *[other] { $count } changes aren't in the file yet
}
    .hint = `log` shows them, `save` writes them, `undo` takes them back.
journal-torn = the last change was never finished, so it doesn't count
    .hint = What stands of it was set aside in `{ $file }`.
file-taken = somebody changed the file; what it says now counts, in place of { $count ->
    [one] one change that wasn't
   *[other] { $count } changes that weren't
} in it
    .hint = `undo` brings back how it was before.
file-taken-quietly = somebody changed the file; what it says now counts
    .hint = `undo` brings back how it was before.
only-looking = the table can be looked at, not changed: { $reason }
    .hint = `save` under another name makes a copy that can be changed.
change-not-kept = nothing was changed, for it couldn't be kept: { $reason }
    .hint = Make room, or `save` under another name or in another folder and go on there.
no-more-changes = nothing was changed: { $reason }
    .hint = `save` under another name makes a copy that can be changed.
no-drafts = no table was left unsaved
    .hint = `load` takes a file in hand, `new` begins a table.
no-draft = there is no `{ $name }` among the tables that were left unsaved
    .hint = `resume` lists { $count ->
        [one] the one there is
       *[other] the { $count } there are
    }.
reason-journal-busy = another session has it in hand, or changed it since this one read it
reason-journal-full = there is no room on the disk
reason-journal-no-place = no file can be written in that folder
reason-journal-not-written = the journal couldn't be written
reason-journal-broken = the disk didn't say that the journal was written, so nobody knows what is safe
reason-journal-gone = somebody took the journal away
reason-journal-damaged = records in the midst of its journal can't be read, behind byte { $at }
reason-journal-unknown = its journal isn't one that this version can read
title-needed = the table needs a name
    .hint = Type a few words, or `stop`.
interest-needed = without an interest nothing can be better or worse for `{ $name }`
    .hint = Type at least one, or `stop`.
too-many-interests = { $most } at most to begin with
    .hint = Take the most important ones; `interest` adds more later.
issue-needed = without an issue there is nothing to agree on
    .hint = Type one like `wages: 2%, 3%, 4%`, or `stop`.
parties-needed = it takes two to negotiate
    .hint = Type their names with commas between them.
issue-shape = this isn't an issue with options
    .hint = Type it like `wages: 2%, 3%, 4%`, today's first.
no-deal-shape = this doesn't say whose no-deal it is, and what it is worth
    .hint = Type it like `NAME: wages -, because they strike`; Enter: everything stays as today.

# The prompt, changes and files.
banner = tafel { $version }: finds packages that leave everybody better off than no deal
banner-start = `tour` shows around, `new` starts a table, `help` tells the rest.
banner-drafts = { $count ->
    [one] One table was left unsaved. `resume` goes on with it.
   *[other] { $count } tables were left unsaved. `resume` lists them.
}
banner-table = { $name } is on the table. `show` tells what is in it, `help` the rest.
still-looking = Still looking. Ctrl-C stops and tells the best so far.
how-to-leave = `quit` or Ctrl-D leaves.
unsaved = Not everything is saved. `save` saves it; `quit` once more leaves without.
left-kept = { $count ->
    [one] One change isn't in the file yet. It is kept: the next session goes on from there.
   *[other] { $count } changes aren't in the file yet. They are kept: the next session goes on from there.
}
paused = The question is left open. `new` goes on with a table that was begun.
stopped = stopped
saved = { $count ->
    [0] { $file } is written; nothing had changed.
    [one] { $file } is written, with one change.
   *[other] { $file } is written, with { $count } changes.
}
setting-format = `text` or `json`
setting-lang = `en`, `nl`, or `table`: that of the table
setting-names = `ids`: the names that are typed, or `roles`
setting-color = `always`, `never`, or `auto`: if the terminal can
loaded-next = `show` tells what is in it, `zopa` how much room there is, `solve` finds the best package.
about = Records interests, not positions, and finds whole packages that leave every party better off than no deal.
program-file = a table file or a bundled name; without a command: talk about it
program-check = tell everything wrong or doubtful in table files
program-run = carry out a file of commands on a table
program-new = write a commented table to start from
word-file = a table file or a bundled name
word-script = a file of commands; `-` for standard input
word-package = a name, an objective, or a choice for every issue
word-party = a party at the table
word-command = a command, or the start of one
word-name = what kind of thing, if its name doesn't tell; then its name
word-issue-option = an issue and one of its options
kind-kind = kind of thing
kind-thing = party, interest, issue, option, rule, attribute, world, fact, criterion or package
part-weights = weights
part-interests = interests
part-position = position, never scored
part-no-deal = no-deal
part-effects = effects
part-reading = own reading
part-curve = curve
part-parked = parked, stays
part-opened = on the table again, today
part-ambition = ambition
part-title = title
part-name = name
part-frozen = the scale of scores is frozen
part-parties = parties
deed-part = { $name }, { $part }
deed-thing = { $kind } { $name }
deed-new = { $what }: { $after }
deed-changed = { $what }: { $before } → { $after }
deed-same = { $what }: { $after } (as it was)
deed-gone = { $what } removed
deed-done = { $what }
pruned = { $path }: { $text } went along
pulse-room = Best reachable smallest gain: { $gain }.
pulse-same = Best reachable smallest gain: { $gain }, with the same package.
pulse-moved = Best reachable smallest gain: { $before } → { $after }, with the same package.
pulse-other = Best reachable smallest gain: { $before } → { $after }, with another package.
pulse-nothing = Now no package is acceptable to all; `solve` tells why.
pulse-still-nothing = Still no package is acceptable to all.
pulse-unknown = Gains can't be told while a no-deal is unknown.
pulse-unready = { $count ->
    [0] Still missing: { $missing }.
   *[other] Still missing: { $missing }, and { $count } more; `check` lists them.
}
missing-parties = parties
missing-issues = issues
missing-weights = what { $name } needs (`weights`)
missing-options = options for { $name }
missing-today = what holds today on { $name }
missing-recipients = who may receive a share of { $name }
note-ranked-last = It is ranked last; `weights { $name }` sets another order.
note-ask-no-deal-again = Ask again whether the no-deal of { $name } is still worth what it says.
note-rough-score = A bare score is rough: effects on interests tell more.
note-added-later = The scale of scores stays where it was: the option was added later.
note-sounds-like-demand = That sounds like a demand; what is it for? `position` keeps demands.
note-demand-kept = The demand is kept as a position, word for word; it is never scored.
undone = Taken back: { $line }
redone = Made again: { $line }
log-empty = Nothing was changed.
log-begun = a new table
log-begun-on = begun on { $name }
log-undone = { $count ->
    [one] the last change taken back
   *[other] the last { $count } changes taken back
}
log-redone = { $count ->
    [one] one change made again
   *[other] { $count } changes made again
}
log-saved = written to the file
log-taken = taken from the file, which somebody else had changed
log-by = (said by { $who })
log-note = [{ $note }]
drafts = These tables were left unsaved; `resume` and the number goes on with one:
draft = { $title } ({ $count ->
    [one] one change
   *[other] { $count } changes
})
log-redo = { $count ->
    [one] One that was taken back can be made again with `redo`.
   *[other] { $count } that were taken back can be made again with `redo`.
}
confirm-removal = { $count ->
    [one] { $name } is mentioned in one other place, which goes along:
   *[other] { $name } is mentioned in { $count } other places, which go along:
}
and-more = and { $count } more
confirm-yes = Type `yes` to take it away; anything else leaves it.
tried = If { $deed }
tried-unready = The table can't be scored then.
tried-none = No package is acceptable, before or after.
tried-gone = No package is acceptable then.
tried-same-package = The same package: { $choices }
tried-before = now:  { $choices }
tried-after = then: { $choices }
tried-keep = Nothing is changed. `keep` makes the change.
task-start = Begin and end
task-who = Who, and why
task-what = What could be decided, and what must be kept
task-change = Change your mind
task-look = Look
task-try = Try
help-more = `help COMMAND` tells how it is typed; Tab completes; a start of a word will do. A name with spaces goes between `"`. `help dutch` lists Dutch words for them.
help-example = For example
tour = Type these, one after the other:
tour-load = a table that comes along
tour-show = what is on it
tour-zopa = how much room there is
tour-solve = the package that lifts the smallest gain most
tour-why = where each gain comes from
tour-compare = two packages side by side
tour-step = the next change that helps
tour-new = a table of your own

# The quick start.
ask-title = What is it about?
    .like = A few words: care for people with confused behaviour
ask-parties = Who is here?
    .like = Names with commas between them; a group may follow between brackets: city, north clinic (providers), south clinic (providers)
ask-interests = What matters to { $party }, the most important first?
    .like = Up to three, like: short waiting lists > affordable > good work. Needs, not demands: why they want what they want.
    .known = Up to three, with > between them. So far there are: { $known }; who shares one, types the same.
ask-what-for = “{ $demand }” sounds like a demand ({ $sign }). What is it for?
    .like = Type what gets better for { $party } by it; Enter keeps it as an interest.
ask-issue = What could be decided? One issue, with its options; what holds today goes first.
    .like = Like: crisis beds: none, four shared, eight shared
ask-next-issue = What else? Enter if that is all.
ask-effects = { $issue } = { $option } instead of { $today }: what gets better or worse?
    .like = Like: short waiting lists ++, affordable -; Enter: nothing.
    .known = Interests: { $known }; with ++, +, -, -- or a number behind each. Enter: nothing.
ask-no-deal = Without an agreement everything stays as it is today. For whom is that different? Enter: for nobody.
    .like = Like: city: affordable --, because the fines go on
sign-number = a number
sign-option = an option
sign-word = no room left
certain = What is certain
guess = What is still a guess
certain-numbers = For these numbers nothing lifts the smallest gain further: every package was looked at or ruled out.
certain-acceptable = The package is acceptable to all in { $count } of { $draws } ways to put numbers on the rankings.
certain-best = It stays the one that lifts the smallest gain most in { $count } of { $draws }.
certain-issues = Decided alike in all of them: { $issues }.
guess-issues = Decided otherwise in some: { $issues }.
guess-effects = { $count ->
    [one] One effect, put in words or numbers by whoever typed it.
   *[other] { $count } effects, put in words or numbers by whoever typed them.
}
guess-ranked = Only the order is known of what weighs most for { $parties }.
guess-today = That without a deal all stays as it is, for { $parties }.
begun-next = Go on with `show`, `why _`, `whatif weights ...`, `no-deal`, `save`; `freeze` fixes the scale once all options are there.

# Commands: what each is for, and examples on the table vvt-cao-2018.
command-new = start a new table by a few questions; again, to go on with it
    .example = new A fence between two gardens
command-load = take a table file or a bundled table in hand
    .example = load friesland-acht
command-scenarios = list the bundled tables
    .example = scenarios
command-tour = eight lines to type, from a first look to a table of your own
    .example = tour
command-save = write the table to its file, comments and all
    .example = save example --yes
command-help = this page, or help on one command
    .example = help whatif
command-set = language, form and colour of the answers that follow, and how parties are called
    .example = set lang en ; set
command-quit = leave; `exit`, `q` and Ctrl-D do the same
    .example = quit
command-party = add a party, or change what is said of it
    .example = party ZKN clinics of their own --group employers
command-interest = add an interest to a party: why it wants what it wants
    .example = interest CNV PR --weight 10 ; interest FBZ thuis "time to be at home" --weight 5
    .more = Parties with an interest of the same name share it. If it sounds like a demand, tafel asks what it is for.
command-weights = how much each interest weighs for a party
    .example = weights FNV KO 30, WA 15, RU 35, IN 10, DU 10 ; weights CNV KO > RU = DU > WA > IN
command-position = keep what a party demands, word for word; it is never scored
    .example = position FNV 5%, or we strike ; position FNV --number 1
command-no-deal = what a party has without an agreement
    .example = no-deal FNV KO+2 RU-1 --because "strikes, outcome unsure" ; no-deal CNV today ; no-deal BTN unknown
    .more = `today`, effects on interests, a whole package, a bare score (rough), or `unknown`.
command-issue = add an issue with its options, today's first; or an amount
    .example = issue reiskosten: nu, hoger, volledig ; issue toeslag --from 0 --to 50 --step 5 --unit euro --today 0
command-option = add an option to an issue, with what it does
    .example = option loon=3,5% KO+5 WA+4 IN+2 BE-4 cost=3.5 ; option loon=3+1% KO+6 WA+5 IN+2 BE-4 cost=3 --only-if tarieven-dekkend --otherwise 3%
command-effect = change what an option does for interests, and what it carries
    .example = effect loon=4% KO+8, BE -- ; effect loon=3% cost=3,2
    .more = `++` is 6, `+` 3, `-` -3, `--` -6, `0` takes it away.
command-reading = a party's own judgement of what an option does
    .example = reading FNV loon=4% KO+5 ; reading FNV loon=4% none
command-attribute = add an attribute: what options carry and rules speak about, with a unit
    .example = attribute fte staff --unit fte
command-rule = add or change a hard rule, with owner and reason
    .example = rule loonruimte cost <= 3.4 + ruimte ; rule samen rooster=veto requires financiers=plan --owner BTN ; rule n1 at most 1 of rooster=veto scholing=budget+ ; rule n2 forbid stage=nu ; rule n3 FNV RU >= 2
command-world = add a state of things outside the table, or change what holds in it
    .example = world recessie "the tariffs go down" --change "financiers=plan: DU+1 ruimte=0" --limit "loonruimte: cost <= 3"
command-fact = note something known, and how well it is established
    .example = fact verzuim "sick leave is 7%" --status contested --source "both data sets"
command-ambition = where the parties want to end up together
    .example = ambition enough colleagues, now and in ten years
command-title = what the table is called for people
    .example = title Talks of this spring
command-freeze = fix the scale of scores: options added later don't move it
    .example = freeze
command-rename = give something another name, everywhere
    .example = rename FNV Bond ; rename interest KO koopkracht ; rename loon=4% "4 percent"
command-remove = take something away, with what hangs on it
    .example = remove fact getallen ; remove FBZ --yes
command-park = keep an issue out of the talks: it stays as it is today
    .example = park financiers
command-open = take a parked issue up again
    .example = park loon ; open loon
command-undo = take the last change back, or several
    .example = park loon ; undo
command-redo = make changes again that were taken back
    .example = park loon ; undo ; redo
command-log = the changes so far: what, when, and by whom if `--said-by WHO` and `--note TEXT` told; `--all`: everything
    .example = log ; park loon --said-by FNV --note "they come back to it" ; log --all
command-resume = go on with a table that was never saved
    .example = resume ; resume 2
command-show = the table, or one thing of it
    .example = show ; show FNV ; show loon ; show rule loonruimte ; show loon=4%
command-matrix = who weighs what, and who has how much at stake on each issue
    .example = matrix ; matrix --issues
command-zopa = how much room there is: the zone of possible agreement
    .example = zopa ; zopa --world tarieven-niet-dekkend
command-propose = several packages of different shape to talk about, and what worlds make of them
    .example = propose ; propose --ratifiable
command-test = whether all can live with a package, and whether something is better for all
    .example = test naive ; test fair --world tarieven-niet-dekkend
command-solve = the best package that everybody can accept
    .example = solve ; solve --objective fair ; solve --objective best:FNV --ratifiable ; solve --packages 3
    .more = joint: most joint gain; fair: lifts the smallest gain most; nash: largest product of gains; ks: brings everybody equally far towards their own best; best:PARTY.
command-frontier = every outcome in which nobody can get more without somebody else giving up something
    .example = frontier ; frontier --parties FNV,ActiZ
command-score = what one whole package is worth to everybody
    .example = score naive ; score naive loon=4% ; score fair
    .more = A package is a name, `today`, an objective (`fair`), `_` for the one shown last, `#1` for the first shown, or a choice for every issue; behind it, what to change in it.
command-bill = what a package uses of each limit
    .example = bill fair
command-why = where each party's gain comes from
    .example = why fair ; why fair --party FNV
command-trades = what two parties could exchange
    .example = trades ; trades naive
command-meso = several offers that are worth the same to one party, to see which the others like
    .example = meso ActiZ ; meso FNV --level 70 --packages 2
command-package = give a package a name; alone: the named ones side by side
    .example = package midden loon=3% looptijd=15m rooster=stabiel instroom=orient stage=nu scholing=budget financiers=brief ; package eerst fair
command-react = what a party says of a named package, on a scale of five steps; alone: what was said
    .example = react FNV naive "no unless" --because RU the rosters must give rest ; react CNV naive yes ; react ; react FNV naive
    .more = “full yes”, “yes”, “yes with a question”, “no unless”, “no”, or 5 to 1; then the party's own words. A spoken no counts above the numbers, and `propose` keeps clear of it. A last word counts; former ones are kept.
command-compare = packages side by side
    .example = compare naive historic ; compare joint fair
command-whatif = what one change would do, without making it
    .example = whatif weights FNV KO 30, WA 15, RU 35, IN 10, DU 10 ; whatif park financiers
command-keep = make the change that was tried last
    .example = whatif park financiers ; keep
command-step = the one change of a package that helps most
    .example = step naive
command-improve = a package that is better for all
    .example = improve naive ; improve naive --joint
command-whynot = what stands in the way of a decision, and what it would cost
    .example = whynot rooster=veto ; whynot loon=2% --objective joint
command-firm = how little must change before the advice changes
    .example = firm ; firm naive ; firm --objective joint
    .more = Without a package it is about the answer; of another package it tells how firm it is that it is acceptable, or isn't.
command-what-matters = what the advice hangs on, which disputes don't matter, and the one question to ask
    .example = what-matters ; what-matters --objective joint

# Options.
option-yes = without asking
option-lesson = also tell what the table teaches: its zone, its obvious package, and what the advice hangs on
option-role = the part it plays, shown in place of a real name
option-group = with whom it speaks, such as unions
option-may-stay-out = there can be an agreement without it
option-needed = there is no agreement without it
option-weight = how much it weighs, where weights are numbers
option-number = which of its positions: the text takes its place, without a text it goes
option-because = why: in the party's words, or the interest that it is said for
option-today = what holds if nothing changes
option-from = the smallest amount
option-to = the largest amount
option-step = the distance between amounts
option-unit = what one of it is
option-bundle = with which issues it is talked about
option-text = the same in words
option-like = the option of the same issue that it is like: what it does, and whatever readings, rules, worlds and constituencies say of that one
option-only-if = it holds only if this world comes true
option-otherwise = which option counts otherwise
option-robust = only packages that hold in every world
option-without = without this party, which may stay out
option-event = what everybody can observe that shows which of the two counts
option-by = by when that is known, such as 2019-01-01
option-owner = whose rule it is
option-reason = why it holds
option-change = what an option does in this world
option-limit = a limit that holds in this world
option-status = how well it is established
option-source = where it comes from
option-question = what would settle it
option-issues = only who has how much at stake on each issue
option-interests = only who weighs what
option-world = in which world; by default the base world
option-objective = what to look for: joint, fair, nash, ks or best:PARTY
option-packages = how many packages of different shape
option-parties = compare only these parties, as in FNV,ActiZ
option-level = what each offer is worth to the party; by default what the package that lifts the smallest gain most is
option-within = by how many points that may differ; by default 1
option-ratifiable = only packages that every ratifying body passes
option-party = only this party, in full
option-joint = for the most joint gain
option-keep-going = go on behind an error
option-format = the form of the answer: text or json
option-time-limit = stop looking after so many seconds and tell what was found so far
option-all = set the no-deals aside: a party may end up worse off than without an agreement
option-lang = the language of the answer; by default that of the table
option-names = how parties are called: by the names that are typed, or by their roles
option-color = whether to use colours: auto, always or never
option-command = carry out this line instead of asking; may be repeated
option-no-journal = keep no journal: what isn't saved is lost at the end
option-no-history = remember no typed lines
option-no-config = don't carry out the lines kept for every start
option-scenario = the name of the table; the file is called NAME.ron
