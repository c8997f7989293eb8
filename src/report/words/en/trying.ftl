# One step further: step, improve, whynot.

## What was asked besides
demand-option = `{ $option }`
only-demanded = Only packages with { $demands } were asked for.
reason-asked = you ask for { $demand }

## Two packages side by side
column-before = before
column-after = after
column-change = change
changed-issue = { $issue }: from “{ $from }” to “{ $to }”
together-changes = Together the gains go from { $joint } to { $joint_after }, the smallest from { $smallest } to { $smallest_after }.
bodies-won = Then this finds what it needs at home, and not before: { $bodies }.
bodies-lost = Then this no longer finds what it needs at home: { $bodies }.
moves-nothing = nothing for { $parties }

## The single change that helps most
step = The single change that helps most
step-repairs = { $change }. This takes away what stands in the way: { $repaired }.
step-repairs-part = { $change }. This takes away something that stands in the way: { $repaired }.
step-all-gain = { $change }. Everybody whose agreement is needed gains.
step-all-gain-repairs = { $change }. Everybody whose agreement is needed gains, and this takes away what stands in the way: { $repaired }.
step-all-gain-repairs-part = { $change }. Everybody whose agreement is needed gains, and this takes away something that stands in the way: { $repaired }.
step-losers = Who may stay out and loses by it: { $payers }.
step-lifts = { $change }. There is no single change after which everybody gains; this one lifts the smallest gain most.
step-adds-up = { $change }. There is no single change after which everybody gains, and none lifts the smallest gain; with this one the gains add up to most.
step-none = { $count ->
    [0] There is nothing to change: every issue has one possible decision, or is parked.
    [one] The only single change there is doesn't help.
   *[other] None of the { $count } single changes helps: each breaks a rule, leaves a party below its no-deal, or adds nothing to the gains.
}
    .hint = Changes on several issues at once may still help: `improve` looks for those.
step-none-of-amounts = No single change helps, whatever the amount: each breaks a rule, leaves a party below its no-deal, or adds nothing to the gains.
step-cut-short = The search for the best amounts was cut short: one that wasn't looked at may help more.
step-leaves = Still in the way: { $left }.
fault-rule = the rule `{ $rule }` is broken
fault-no-deal = { $party } is below its no-deal
steps-next = Other steps
step-next = { $change }: { $parties }.
step-next-all-gain = { $change }, and everybody whose agreement is needed gains: { $parties }.
step-next-all-gain-losers = { $change }, and everybody whose agreement is needed gains: { $parties }. Who may stay out and loses by it: { $payers }.
step-next-repairs = { $change }, which takes away something that stands in the way: { $parties }.

## Better for some and worse for nobody
improve-efficient = Nothing is better for somebody and worse for nobody
improve-efficient-meaning = Whoever wants more than this package gives must ask it of somebody else at the table.
improve-efficient-unacceptable = Yet it can't be agreed as it is, so somebody at the table has to get less than this package gives.
next-repair = `step` looks for the single change that takes away what stands in the way.
improve-impossible = No package within the rules leaves everybody at least where this one does
improve-unknown = The search was cut short before anything better was found or ruled out.
because-kept = Because { $reasons }.
reason-kept = { $party } is not to fall below the { $score } points that it has now
improve-fair = Worse for nobody: the package that lifts the smallest gain most
improve-joint = Worse for nobody: the package with the most joint gain
improve-count = { $count ->
    [0] No package within the rules is at least as good for everyone and better for some.
    [one] One package within the rules is at least as good for everyone and better for some.
   *[other] { $written } packages within the rules are at least as good for everyone and better for some.
}
improve-fewest = With the fewest changes
improve-fewest-same = No package with fewer changes is better for some and worse for nobody.

## Why a decision isn't in the answer
whynot = Why not { $decision }?
whynot-against = Held against: { $answer }.
whynot-parked = { $issue } is parked, so it stays as it is. Open it first, and ask again.
whynot-chosen = It is in that package: { $decision }.
whynot-beside = What it would cost to do without exactly this amount is not computed.
whynot-only = There is nothing else to choose on this issue.
whynot-impossible = With this decision no package is acceptable
whynot-needed = Without this decision no package is acceptable
whynot-with = The best package with this decision
whynot-without = The best package without this decision
whynot-with-found = The best package with this decision that was found
whynot-without-found = The best package without this decision that was found
whynot-free = It would cost nobody anything: an equally good package has it.
whynot-gains = It would cost nobody anything, and bring { $gainers }; by this measure the other package comes first all the same.
whynot-costs = It would cost { $payers }, and bring nobody anything.
whynot-costs-and-gains = It would cost { $payers }, and bring { $gainers }.
whynot-alone = No other issue moves along.
whynot-along = Other issues that move along:
whynot-proven = Both packages are proven to be the best by this measure.
whynot-bound-against = The search for the package that this is held against was cut short: by the measure asked for none can come to more than { $bound }, { $above }.
whynot-bound-with = The search with this decision was cut short: by the measure asked for no package with it can come to more than { $bound }, { $above }.
whynot-bound-without = The search without this decision was cut short: by the measure asked for no package without it can come to more than { $bound }, { $above }.
whynot-unknown-with = The search with this decision was cut short before any acceptable package was found or ruled out.
whynot-unknown-without = The search without this decision was cut short before any acceptable package was found or ruled out.
prices = What a limit costs here
prices-intro = With { $decision }, when a limit moves by one:
price = `{ $rule }` +1: { $higher }; -1: { $lower }.
price-unit = `{ $rule }` +1 ({ $unit }): { $higher }; -1: { $lower }.
price-gains = together { $joint }, the smallest { $smallest }
price-score = { $party } at { $score }
price-same = nothing changes
price-nothing = no package
price-unknown = not known in time
