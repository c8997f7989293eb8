# What tafel answers.

## Lists and numbers
list-two = { $first } and { $last }
unknown-number = unknown
count-about = about { $number }
count-packages = { $count ->
    [one] { $written } package
   *[other] { $written } packages
}
count-parties = { $count ->
    [one] { $count } party
   *[other] { $count } parties
}
count-issues = { $count ->
    [one] { $count } issue
   *[other] { $count } issues
}
count-endless = endlessly many packages

## Above every answer
fictional = The preferences here are fictional: made up to practise with, not what these parties want.
in-world = In the world `{ $world }`: { $text }
in-world-bare = In the world `{ $world }`.
no-floors = No-deals were set aside: a party may be worse off here than without an agreement.
only-ratifiable = Only packages that every ratifying body passes were asked for.

## The package
package-joint = The package with the most joint gain
package-fair = The package that lifts the smallest gain most
package-nash = The package with the largest product of gains (Nash)
package-ks = The package that brings everybody equally far towards their own best (Kalai-Smorodinsky)
concept-nash = the largest product of gains (Nash)
concept-ks = equal steps towards everybody's own best (Kalai-Smorodinsky)
concepts-agree = { $count ->
    [one] This rule needs no such comparison, and chooses the same package: { $concepts }.
   *[other] These rules need no such comparison, and choose the same package: { $concepts }.
}
concepts-differ = { $count ->
    [one] This rule needs no such comparison, and chooses another package: { $concepts }.
   *[other] These rules need no such comparison, and choose another package: { $concepts }.
}
fallback = The rule has no answer of its own: no acceptable package leaves everybody who could gain better off at once. This is the package that lifts the smallest gain most.
left-out = No acceptable package leaves { $parties } better off than no deal, so the rule leaves them out.
package-best = The best package for { $party } that everybody else can accept
package-best-anyhow = The best package for { $party }
package-named = The package `{ $name }`: { $text }
package-named-bare = The package `{ $name }`
package-also = { $headline } (also called { $names })
package-given = The package you gave
retype = To look at it again: { $command }

## What it is worth
worth = What it is worth
figures-of-world = These are the figures of `{ $world }`; those of every world are below.
column-party = party
column-score = score
column-no-deal = no deal
column-gain = gain
together = The gains come to { $joint } together; the smallest is { $smallest }.
together-without = Without { $absent } the gains come to { $joint } together; the smallest is { $smallest }.
together-known-without = Without { $absent } the known gains come to { $joint } together; the smallest is { $smallest }.
party-absent = { $party } (stays out)
finds-absent = { $finds } (stays out)
together-known = The known gains come to { $joint } together; the smallest is { $smallest }.
not-comparable = Scores of different people can't be added or compared by nature: each counts from its own worst to its own best. Use the sum to search, never as an argument at home.
not-comparable-points = Scores of different people can't be added or compared by nature: each counts in points of its own. Use the sum to search, never as an argument at home.

## The verdict on a package that was given
verdict = Whether it can be agreed
acceptable = Acceptable: every hard rule holds and no needed party is below its no-deal.
keeps-rules = Every hard rule holds; whether all can live with it is not known.
not-acceptable = Not acceptable:
broken-rule = It breaks `{ $rule }`, which says: { $why }.
below-no-deal = { $party } is { $points } below its no-deal ({ $reason }).
below-no-deal-bare = { $party } is { $points } below its no-deal.

## The bill
bill = The bill
column-limit-name = limit
column-used = used
column-limit = there is
column-left = left
column-unit = in

## Ratification
ratification = Who must still say yes at home
column-body = body
column-finds = finds what it needs
ratification-passed = yes
ratification-failed = no
ratification-unknown = unknown
ratification-none = No ratifying body is recorded for { $parties }: ask who must say yes there.

## What each party can tell at home
telling = What each party can tell at home
party-telling = { $party }: { $sentences }
party-indifferent = Every package is worth the same to us.
party-got = We got { $interests }.
party-got-nothing = We got nothing that serves our interests.
served = { $interest } ({ $points }, by { $decisions })
party-gave-costs = We gave { $costs }.
party-gave-missed = No decision costs us anything; we let go of { $missed }.
missed = { $issue } at “{ $option }” ({ $points })
party-gave-nothing = We gave nothing: every issue is decided as we like best.
party-otherwise = Without an agreement we are at { $no_deal } ({ $reason }), against { $score } now.
party-otherwise-bare = Without an agreement we are at { $no_deal }, against { $score } now.
party-otherwise-unknown = What we have without an agreement is not known.
party-otherwise-unvalued = Without an agreement: { $reason }; what that is worth is not known.

## Why nothing is better for everyone
why = Why nothing is better for everyone
why-intro = What each party would change first, one issue at a time and within the rules, and who would pay:
why-intro-robust = What each party would change first, one issue at a time and within the rules of every world, by what that brings it at least; and who would pay, where it costs them most:
why-given = What one change would bring
change = { $party }: { $issue } at “{ $option }” would bring it { $more }; { $consequence }.
change-none = { $party }: no single change within the rules gives it more.
change-paid = it would cost { $payers }
change-free = it would cost nobody anything
change-unratified = but { $bodies } would no longer pass it
payer = { $party } { $points }
payer-objects = { $party } { $points } (then below its no-deal)
body-of = { $body } of { $party }

## How it was established
sure = How sure this is
proven-only = Proven: there is no other package.
proven-enumerated = Proven: all { $packages } were looked at.
proven-bounded = Proven: each of { $packages } was looked at or ruled out by a proven bound.
proven-endless = Proven: every package was looked at or ruled out by a proven bound.
not-proven = Proposed by one solver and scored again; not proven to be best.
proven-meaning = No package that may be chosen is better for somebody and worse for nobody.
best-found = The search was cut short. This is the best package found so far; proven is that none can come to more than { $bound } by the measure asked for, { $above }.
cut-short = The search was cut short: this is what was found so far, and there may be more to say.
above = which is { $gap } above it
above-slightly = which is less than 0.1 above it
above-nothing = which it comes to; which goes first of all that do, isn't settled
cut-called = The search for `{ $name }` was cut short: it stands here for the best package found so far. By its own measure none can come to more than { $bound }, { $above }.
cut-before-firm = The search for the answer itself was cut short, so how firm it is isn't known. What was found so far:
cut-before-matters = The search for the answer itself was cut short, so what it hangs on isn't known. What was found so far:
unknown-answer = The search was cut short before any acceptable package was found or ruled out.
    .hint = Allow more time with `--time-limit`.

## Packages that do equally well
ties = Equally good by this measure
ties-intro = { $count } different outcomes do equally well by this measure, and they favour different parties. People choose between them, not the alphabet:
ties-intro-more = At least { $count } different outcomes do equally well by this measure, and they favour different parties. People choose between them, not the alphabet:
tie-this = The package above: { $gains }.
tie = With { $changes }: { $gains }.
party-gain = { $party } { $gain }
decision = { $issue } at “{ $option }”

## What to keep in mind
notes = Keep in mind
note-provisional = Scores are provisional: the reference set of this table has not been frozen yet.
note-unknown = The no-deal of { $parties } is unknown, so nothing protects them in this answer.
    .hint = Ask what they have without an agreement.
note-rough = The no-deal of { $parties } is a bare score: nothing says where it comes from.
note-indifferent = Every package is worth the same to { $parties }: they have no score here and set no floor.
note-beyond = The no-deal of { $parties } lies above the best score that the table, as it was set, has for them.

## No package is acceptable
conflict = No package is acceptable
conflict-ratifiable = No package is acceptable and passes every ratifying body
because = Because { $reasons }, no package is acceptable.
because-alone = Because { $reason }, no package is acceptable.
reason-rule-owned = { $owner } must keep to `{ $rule }` ({ $why })
reason-rule = `{ $rule }` must hold ({ $why })
reason-no-deal = { $party } walks away below { $no_deal } ({ $reason })
reason-no-deal-bare = { $party } walks away below { $no_deal }
reason-ratification = { $body } of { $party } asks for { $conditions }
conflict-minimal = Leave out any one of these, and there is a package.
conflict-further = Leave out any one of these, and the others can hold together; but they are not all that stands in the way, so that need not be enough.
conflict-together = Leave out any one of these, and the others can hold together.
repairs = Ways out, the gentlest first
repair-open = Talk about { $issue } again: it is parked.
repair-world = In the world `{ $world }` there are acceptable packages ({ $text }): bring it about, or agree on condition of it.
repair-world-bare = In the world `{ $world }` there are acceptable packages: bring it about, or agree on condition of it.
repair-between = Invent something in between: { $options }. With parts of these the table has a solution.
between = on { $issue } between { $options }
repair-rule = Let `{ $rule }` give { $amount }: that alone is enough.
repair-rule-less = Let { $amount } less do for `{ $rule }`: that alone is enough.
repair-rule-more = Let `{ $rule }` allow { $amount } more: that alone is enough.
repair-rule-goes = Ask whether `{ $rule }` can go: without it there is a package.
repair-ratification = Ask { $body } of { $party } what it could take instead: without its demand there is a package.
repair-no-deal = For the moderator: { $party } alone would have to come down by { $amount } points from its no-deal.
repairs-none = No single repair is enough.

## Rules in words
rule-limit-at-most = { $used } at most { $room }
rule-limit-at-least = { $used } at least { $room }
rule-limit-equal = { $used } exactly { $room }
rule-forbid = not { $option }
rule-requires = { $first } only together with { $second }
rule-excludes = not both { $first } and { $second }
rule-at-most = at most { $count } of { $options }
rule-at-least = at least { $count } of { $options }
rule-red-line = { $interest } of { $party } not below { $least }
condition-score = a score of at least { $least } for { $party }
conditions-unknown = something that is not known

## Refusals
refuse-no-deal = gains can't be counted: the no-deal of { $parties } is unknown
    .hint = Ask what they have without an agreement and write it down, or ask for the best package for one party: `solve --objective best:PARTY`.
refuse-nobody = every party is indifferent: no package is better than another
    .hint = Give at least one party an interest that the options differ on.
refuse-floors = gains are measured from the no-deals, so `nash` and `ks` can't set them aside
    .hint = Leave out `--all`, or ask for `joint`, `fair` or `best:PARTY`.
refuse-all-robust = whether a package holds in every world is measured from the no-deals, so they can't be set aside
    .hint = Leave out `--all`, or ask in one world at a time: `--world NAME`.
refuse-all-meso = offers must be acceptable to the others, so the no-deals can't be set aside
    .hint = Leave out `--all`.
refuse-all-zopa = the zone of possible agreement is what the no-deals leave, so they can't be set aside
    .hint = Leave out `--all`; how many packages keep the rules is told by `zopa`.
refuse-all-trades = trades aren't measured from the no-deals, so there is nothing to set aside
    .hint = Leave out `--all`.
refuse-needed = no agreement can do without { $party }
    .hint = `--without` is for a party that may stay out (`party { $party } --may-stay-out`).
refuse-indifferent = every package is worth the same to { $party }, so none is best for it
    .hint = Ask for the best package for another party, or for the most joint gain.
refuse-stays-out = { $party } stays out of these packages, so none is looked for that is best for it
    .hint = Leave out `--without`, or ask for the best package for another party, or for the most joint gain.
refuse-mismatch = a package came out otherwise when it was scored again: { $package }
    .hint = This is a defect of the program. Please report it with the table and the command.

## Checking and listing
check-summary = { $file }: { $parties }, { $issues }, { $packages }
check-failed = { $file }: { $errors ->
    [one] one error
   *[other] { $errors } errors
}
scenarios = Bundled scenarios, in the order in which to train with them
scenario-size = { $parties }, { $issues }, { $packages }
scenario-lesson = Lesson: { $lesson }
scenarios-hint = Every command takes one of these names where it takes a file.

## On the error stream
error-line = error: { $message }
hint-line = hint: { $message }
undelivered = the answer could not be written: { $message }
internal = something went wrong inside the program: { $message }
    .hint = Please report this with the table and the command.

## Kinds of things on the command line
kind-objective = objective

# What a training table teaches, measured.
lesson-zone = The zone of possible agreement
lesson-counts = { $packages } packages, { $kept } within the rules, { $accepted } better than no deal for everybody; { $frontier } different outcomes of these are efficient: nobody can get more without somebody else giving up something.
lesson-endless = The packages of this table can't be counted: there are too many, or endlessly many.
lesson-occurrences = In how many acceptable packages each option occurs
lesson-unused = In none: { $options }.
lesson-named = The packages that have a name
lesson-acceptable = { $name }: acceptable, gains { $joint } together, smallest { $smallest }; { $better ->
    [one] { $better } efficient package is
   *[other] { $better } efficient packages are
} at least as good for all and better for some.
lesson-unacceptable = { $name }: not acceptable, gains { $joint } together, smallest { $smallest }; { $better ->
    [one] { $better } efficient package is
   *[other] { $better } efficient packages are
} at least as good for all and better for some.
lesson-little = Even the best acceptable package leaves { $parties } less than 10 points above no deal: little to win by talking.
lesson-firm = How firm it is when every weight moves by up to 5 percent
lesson-stands = { $title } stays { $choices } in { $stands } of { $draws } draws.

created = Wrote { $file }: a small table with comments. Change it, and look what `tafel check { $file }` says.
