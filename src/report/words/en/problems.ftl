# What is wrong in a text that a person wrote. `.hint` and `.also` are ways out; one that mentions something that isn't
# known is left out, and `.otherwise` takes the place of `.hint` then.

problem-warning = warning
problem-hint = hint: { $hint }

# Kinds of things.
kind-amount = amount
kind-answer = answer
kind-attribute = attribute
kind-change = change
kind-clause = clause
kind-condition = condition
kind-criterion = criterion
kind-datum = datum
kind-division = division
kind-effect = effect
kind-fact = fact
kind-impact = part of the impact tree
kind-inject = event
kind-interaction = interaction
kind-interest = interest
kind-issue = issue
kind-level = level
kind-limit = limit
kind-mandate = mandate
kind-neutral = neutral
kind-no-deal = no-deal
kind-no_deal = no-deal
kind-option = option
kind-package = package
kind-party = party
kind-ratification = ratifying body
kind-reaction = reaction
kind-reading = reading
kind-recipient = recipient
kind-reference = reference set
kind-rule = rule
kind-table = table
kind-text = text
kind-topic = issue or interest
kind-world = world

# More of them than one.
kinds-attribute = attributes
kinds-element = elements
kinds-interest = interests
kinds-issue = issues
kinds-option = options
kinds-party = parties
kinds-rule = rules
kinds-world = worlds

# What was expected instead.
expected-attributes = attributes, as `"cost=4"` or `{"{"}"cost": 4{"}"}`
expected-closing = a comma, or the bracket that closes what is open here
expected-change = what changes, as an effect line or `(effects: .., attributes: ..)`
expected-count-of = a number and a list of options, as `(1, ["loon=3%", "loon=4%"])`
expected-curve = a curve, as `[(0, 0), (10, 5)]`
expected-curves = curves per name, as `{"{"}"KO": [(0, 0), (10, 5)]{"}"}`
expected-division = a division, as `(total: .., recipients: ..)`
expected-amount = an amount, as `(from: .., to: .., effects: ..)`
expected-effects = effects, as `"KO+7 WA-3"` or `{"{"}"KO": 7, "WA": -3{"}"}`
expected-fact = a fact, as `(text: .., status: ..)`
expected-condition = what must be found, as `Score("FNV", 60)` or `Limit("cost <= 3")`
expected-field = the name of a field, in letters and `_` without quotes, followed by a colon
expected-no-comma = a name or a value rather than another comma
expected-impact = a part of the impact tree, as `(text: .., causes: [..])`
expected-inject = an event, as `(text: .., world: ..)`
expected-interaction = an interaction, as `(options: (.., ..), effects: ..)`
expected-issue = an issue, as `(text: .., options: ..)`
expected-level = a level, as `(text: .., says: ..)`
expected-list = a list, as `[.., ..]`
expected-list-end = a comma or `]`
expected-map = a list of names with values, as `{"{"}"name": ..{"}"}`
expected-map-end = a comma or `{"}"}`
expected-named-package = a package, as `(choices: ..)`
expected-answer = an answer, as `(question: .., text: ..)`
expected-no-deal = a no-deal, as `(score: 50, because: "..")`
expected-number = a number, as `3.5`
expected-only-effects = effects alone, without attributes
expected-option = an effect line or `(text: .., effects: ..)`
expected-option-pair = a pair of options, as `("loon=3%", "rooster=vast")`
expected-other = a value of another sort
expected-otherwise = something else
expected-package = a package, as `"loon=3% rooster=vast"` or `{"{"}"loon": "3%"{"}"}`
expected-pair = a pair of numbers, as `(0, 10)`
expected-party = a party, as `(weights: .., no_deal: ..)`
expected-point = a point, as `(10, 5)`
expected-range = three numbers, as `(40, 50, 60)`
expected-ratification = a ratifying body, as `(body: .., needs: [..])`
expected-reaction = a reaction, as `(party: .., package: .., says: ..)`
expected-record = fields between round brackets, as `(text: ..)`
expected-record-end = a comma or `)`
expected-red-line = a party, an interest and a number, as `("FNV", "KO", 2)`
expected-rule = a rule, as `(limit: .., owner: .., reason: ..)`
expected-text = a text in quotes
expected-weights = weights, as `"KO 40, WA 20"` or `"KO > WA"`
expected-world = a world, as `(text: .., changes: ..)`
expected-yes-or-no = `true` or `false`

# The file as a whole.
file-missing = there is no file or bundled scenario `{ $name }`
    .hint = did you mean `{ $near }`?
    .also = `tafel scenarios` lists the bundled ones.
file-is-folder = `{ $name }` is a folder
    .hint = Name a file in it, such as `{ $name }/table.ron`.
file-unreadable = `{ $name }` can't be read: { $reason }
    .hint = Check that the file can be opened, and by whom.
reason-permission = permission denied
reason-other = the system refuses it
file-too-large = the file is larger than { $most } MiB
    .hint = Files of { $program } are small; is this the right file?
    .otherwise = Tables are small; is this the right file?
wrong-encoding = the file is in { $encoding }
    .hint = Save it as UTF-8 and try again.
not-utf8 = line { $line } has bytes that are no UTF-8
    .hint = Save the file as UTF-8 and try again.
zero-byte = line { $line } has a zero byte, so this is no text
    .hint = Is this the right file? Those of { $program } are XML, which is plain text.
    .otherwise = Is this the right file? A table is a plain text in UTF-8.
lone-carriage-return = the line ends in an old way that hides the lines after a comment
    .hint = Save the file with line ends as on Linux, Windows or a present-day Mac.
version-missing = the table doesn't say its version
    .hint = Add `version: 1,` as the first field.
version-newer = the table has version { $version }, written by a newer tafel
    .hint = Install the newest tafel, or go back to `version: 1`.
version-unknown = there is no version `{ $version }`
    .hint = Write `version: 1`.
too-many = { $count } { $kinds }, where a table holds { $most } at most
    .hint = Leave out what decides nothing, or split the table.
further-problems = there are more problems than are shown here
    .hint = Solve these first and check again.

# How it is written.
syntax = this can't be understood: expected { $expected }
    .hint = Compare it with a bundled scenario: `tafel scenarios` lists them.
comma-missing = a comma is missing before this
    .hint = Put one behind the previous part, also at the end of the line above.
    .also = If there is one, a quotation mark or bracket may be missing earlier.
colon-missing = a colon is missing before this
    .hint = Write a name, a colon and a value, as in `"loon": ..`.
curly-quotes = the quotation mark `{ $found }` is a typographic one
    .hint = Use straight quotation marks: `"`.
end-too-soon = the file ends before everything is closed
    .hint = A closing `)`, `]` or `{"}"}` is missing, perhaps much earlier.
text-unclosed = this text has no closing quotation mark
    .hint = Add `"` at its end; inside a text write `\"`.
comment-unclosed = this comment has no end
    .hint = Add `*/` at its end, or use `//` for a comment of one line.
bad-escape = this backslash means nothing here
    .hint = Write `\\` for a backslash and `\"` for a quotation mark.
text-behind-end = the table has ended already
    .hint = One bracket too many before this, or something left over after the end.
too-deep = brackets within brackets, too deep
    .hint = A table needs a dozen levels at most; is a closing bracket missing?
unknown-field = the { $kind } has no field `{ $name }`
    .hint = did you mean `{ $near }`?
    .otherwise = It can have { $known }.
missing-field = the { $kind } has no `{ $field }`
    .hint = Add `{ $field }: ..`.
duplicate-field = the { $kind } has `{ $field }` twice
    .hint = Keep one of them.
wrong-shape = expected { $expected }
unknown-word = `{ $name }` is none of the words that are possible here
    .hint = did you mean `{ $near }`?
    .otherwise = Possible are { $known }.

# Names and texts.
unknown-name = unknown { $kind } `{ $name }`
    .hint = did you mean `{ $near }`?
    .otherwise = There are: { $known }.
duplicate-name = { $kind } `{ $name }` appears twice
    .hint = Rename one of them; two things with one name can't be told apart.
names-too-close = { $kind } `{ $name }` differs from `{ $other }` only in case or in how its characters are stored
    .hint = Rename one of them; people take them for the same.
look-alike-names = { $kind } `{ $name }` looks like `{ $other }`
    .hint = Rename one of them if they aren't meant to be the same.
empty-name = this { $kind } has an empty name
    .hint = Give it a short name that people can type.
bad-name-character = { $kind } `{ $name }` has { $character } in its name
    .hint = Leave it out: names stand in commands and lines, where it means something else or can't be seen.
space-around-name = { $kind } `{ $name }` has space around its name
    .hint = Remove the space.
number-as-name = { $kind } `{ $name }` has a number for a name
    .hint = Add a letter, so that it can be told from a number.
name-too-long = the name of this { $kind } has more than { $most } characters
    .hint = Keep the name short and tell the rest in its text.
text-too-long = this text has more than { $most } characters
    .hint = Shorten it; the story of a case goes in a document of its own.
control-character = this text has the invisible character { $character }
    .hint = Remove it; it can hide or reorder what is read. It often comes along with pasted text.

# Numbers.
decimal-comma = `{ $name }` has a decimal comma
    .hint = Use `{ $better }`.
not-a-number = `{ $name }` isn't a number
    .hint = Write a decimal such as `3.5`, or a fraction in quotes such as `"1/3"`.
number-too-long = `{ $name }` has more digits than can be kept exactly
    .hint = Use at most 15 digits, or a fraction in quotes such as `"1/3"`.
number-out-of-range = `{ $name }` is too large or too fine
    .hint = Choose another unit, such as millions.
number-not-finite = `{ $name }` isn't a number that can be counted with
    .hint = Write the number itself, or leave it out if it isn't known.
division-by-zero = `{ $name }` divides by zero
    .hint = Put another number below the line.
not-a-count = `{ $name }` isn't a whole number from 0 up
    .hint = Write how many, such as `2`.

# Weights and effects.
negative-weight = the weight `{ $name }` is below zero
    .hint = In { $program } weights are zero or more; what a party would rather not have gets a lower evaluation.
    .otherwise = Weights are zero or more; what a party would rather not have is an effect below zero.
all-weights-zero = every weight of this party is zero
    .hint = In { $program } too, at least one issue needs a weight above zero.
    .otherwise = Give at least one interest a weight above zero.
bad-weights = the weight of `{ $name }` is missing or can't be understood
    .hint = Write `"KO 40, WA 20"`, ranges as in `"KO 30..50, WA 20"`, or a ranking such as `"KO > WA = RU"`.
bad-effect-line = `{ $name }` can't be understood as an effect
    .hint = Write an interest and a number, as `KO+7`, or a word, as `KO ++`; attributes as `cost=4`.
effect-out-of-range = the effect `{ $name }` is outside -10..10
    .hint = On a percent scale the strongest effect is 10; `scale: Points` has no bounds.
stated-twice = { $kind } `{ $name }` is stated twice here
    .hint = Keep one of them, or add them up.
party-named-twice = party `{ $name }` is named twice
    .hint = Name each of them once.
remark-not-here = a source or status can't be kept here
    .hint = Note it at the options and amounts of the issue; here write the value alone.

# Issues.
form-missing = this { $kind } has none of { $forms }
    .hint = Give it exactly one of these.
several-forms = this { $kind } has { $forms }, where only one is possible
    .hint = Keep one of them.
bounds-reversed = the amounts go from { $from } to { $to }
    .hint = The first must be the smaller one.
step-not-positive = the step isn't above zero
    .hint = Write the distance between two amounts, or leave it out if every amount is possible.
step-does-not-fit = steps of { $step } from { $from } don't end at { $to }
    .hint = Change the step or one of the bounds, so that a whole number of steps fits.
too-many-steps = there are more than { $most } steps
    .hint = Take a larger step, or leave it out if every amount is possible.
curve-empty = this curve has no points
    .hint = Write at least its ends, as `[(0, 0), (10, 5)]`.
curve-not-rising = the amount of this point isn't above that of the point before it
    .hint = Order the points by amount, each amount once.
curve-too-short = this curve leaves out part of the amounts from { $from } to { $to }
    .hint = Give it points at { $from } and at { $to }.
total-not-positive = there is nothing to divide: the total isn't above zero
    .hint = Write the total that is divided.
condition-incomplete = there is `{ $field }` without `{ $other }`
    .hint = A conditional option needs both: the worlds it holds in, and the option that counts otherwise.
fallback-circle = option `{ $name }` falls back on itself, by way of others
    .hint = Let one of them fall back on an option without a condition.
same-issue = two options of `{ $name }` are never chosen together
    .hint = Name options of two issues.

# Decisions and packages.
not-a-choice = `{ $name }` names no choice
    .hint = Write the issue, `=` and what is decided, as `loon=3%` or `prijs=3.5`.
not-an-option = `{ $name }` names no option: the issue has none to choose from
    .hint = Name an issue with options.
other-decision = `{ $name }` is decided by { $way }
way-option = one of its options, as a text in quotes
way-amount = an amount, as `3.5`
way-division = shares, as `A:1/3,B:2/3`
amount-not-allowed = { $amount } is no amount that `{ $name }` can have
    .hint = It goes from { $from } to { $to }.
    .also = Steps of { $step } count from { $from }.
negative-share = a share in `{ $name }` is below zero
    .hint = Shares are zero or more.
shares-do-not-add-up = the shares of `{ $name }` add up to { $sum }, where there is { $total }
    .hint = Change the shares, so that they fit the total.
issue-undecided = issue `{ $name }` isn't decided
    .hint = A package decides every issue; add `{ $name }=..`.
issue-decided-twice = issue `{ $name }` is decided twice
    .hint = Keep one of the two.

# Rules, worlds and parties.
bad-limit = `{ $name }` can't be understood in a limit
    .hint = Write two sums and `<=`, `>=` or `=` between them, as `2*fte + cost <= 3.6 + ruimte`.
attribute-not-carried = nothing on the table carries attribute `{ $name }`
    .hint = Add it to the options that use it, as `{ $name }=1`; otherwise the rule says nothing.
not-a-limit = rule `{ $name }` is no limit, so a world can't state another limit for it
    .hint = A world can only change rules of the form `limit: ..`.
set-too-small = at least { $count } of { $listed } can never be
    .hint = List more options or ask for fewer.
world-circle = world `{ $name }` is based on itself, by way of others
    .hint = Let one of them be based on the base world.
base-world-changes = `{ $name }` is the base world, which changes nothing
    .hint = Only its text can be given; write what holds there in the table itself.
probability-out-of-range = the probability `{ $name }` isn't between 0 and 1
    .hint = Write a third as `"1/3"` and thirty percent as `0.3`.
probabilities-too-much = with `{ $name }` the probabilities of this party come to { $sum }, more than 1
    .hint = Probabilities of worlds that exclude each other come to 1 at most. What they leave over is counted for the base world.
weights-turned = this range of weights begins with the larger end
    .hint = Write the least first, as in `"KO 30..50"`.
range-not-ordered = the three numbers of this range don't rise
    .hint = Write the worst, the most likely and the best, in this order.

# What may not say what was meant.
interest-not-weighed = interest `{ $name }` is served but no party weighs it
    .hint = Give it a weight with a party, or leave it out.
interest-not-served = nothing on the table does anything for interest `{ $name }`
    .hint = Look for an option that serves it; a party that cares finds nothing here.
no-deal-off-scale = the no-deal `{ $name }` is outside 0..100
    .hint = Above 100 no package can be worth more than no deal; below 0 every package is.

# What is missing before anything can be scored.
parties-missing = the table has no parties
    .hint = Add who negotiates under `parties`.
issues-missing = the table has no issues
    .hint = Add what is decided under `issues`.
weights-missing = party `{ $name }` weighs no interest
    .hint = Add `weights`, as `"KO 40, WA 20"` or as a ranking, `"KO > WA"`.
options-missing = issue `{ $name }` has no options
    .hint = Add at least one to its `options`.
today-missing = issue `{ $name }` doesn't say what holds today
    .hint = Add `today`: a parked issue stays there, and so does everything in a no-deal of `today`.
recipients-missing = issue `{ $name }` has nobody to receive a share
    .hint = Add at least one of its `recipients`.
starter-name = `{ $name }` can't be the name of a table
    .hint = Use letters, digits and `-`, at most 60 of them: the name is also that of the file.
file-exists = there is a file `{ $name }` already
    .hint = Nothing was written. Choose another name, or move the file away first.
file-not-written = `{ $name }` can't be written
    .hint = Go to a folder in which you may write.
