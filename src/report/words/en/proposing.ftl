# Several packages at once, a package put to the test, and every world.

## What was asked
only-robust = Only packages that hold in every world were asked for: { $worlds }.
ranked-robust = Every world counts: sums and products as they are in the world where they are least, the smallest gain as it is over all worlds.
without-party = Without { $party }, who may stay out. For the moderator only.
conflict-robust = No package is acceptable in every world

## Packages to talk about
proposal = Packages to talk about
concept-joint = the most joint gain
concept-fair = lifts the smallest gain most
proposed = `{ $name }`: { $rules }. Gains { $joint } together, smallest { $smallest } ({ $least }).
proposed-other = Of another shape, and efficient too. Gains { $joint } together, smallest { $smallest } ({ $least }).
proposed-so-far = `{ $name }`, the best found so far: { $rules }. Gains { $joint } together, smallest { $smallest } ({ $least }).
proposed-robust = `{ $name }`: { $rules }.
proposed-other-robust = Of another shape, and efficient too.
proposed-so-far-robust = `{ $name }`, the best found so far: { $rules }.
proposed-bound = By the measure of `{ $name }` none can come to more than { $bound }, { $above }.
proposed-choices = { $choices }
proposed-differs = As the first, but { $choices }
proposal-no-other = There is no other: every efficient package of another shape leaves somebody with less than half the largest smallest gain.
proposal-no-other-corner = Among the corner points there is no other: every efficient one of another shape leaves somebody with less than half the largest smallest gain. Between them amounts may be chosen freely, and what lies there was not looked at.
proposal-others-unknown = Whether there are efficient packages of other shapes was not settled in time.
proposal-one = Every rule that was asked chooses this package.

## Where worlds split the table
worlds-split = What holds in every world
fails-in = Doesn't hold in `{ $world }`: { $reasons }.
holds-nothing = No package holds in every world.
holds-unknown = Whether some package holds in every world was not found out in time.
holds-some = Some packages hold in every world.
holds-count = { $count ->
    [one] One package holds in every world.
   *[other] { $written } packages hold in every world.
}
holds-never = None of them takes { $options }.
holds-on-condition = Some of them take what does so on condition: { $options }.
holds-best = The one that lifts the smallest gain most comes to { $smallest } for whoever gains least: { $choices }
suggest = Agree on a condition: { $option } if { $worlds } comes true, else { $otherwise }.
suggest-package = A package with it: { $choices }
suggest-worth = In `{ $world }`: gains { $joint } together, smallest { $smallest }: { $gains }.
suggest-add = To add it: { $command }
suggest-ask = Then ask: what shows it to everybody, and by which date?

## Something in between
in-between = Something to invent
invent-between = On { $issue }, something between { $options }. Taking parts of these would lift the smallest gain further.

## In every world
every-world = In every world
column-expected = expected
row-joint = together
row-smallest = smallest
expected-meaning = Expected: by each party's own probabilities of the worlds. Shown, never computed with.
expected-short = Expected, by each party's own probabilities: { $gains }.
expected-left-over = What { $parties } left open is counted for `{ $world }`.
sums = { $joint } together, smallest { $smallest } ({ $least })
sums-in-world = in `{ $world }` { $sums }
sums-in-every-world = Gains in every world: { $sums }.
sums-in-worlds = Gains: { $worlds }.
package-in-worlds = { $name }: { $worlds }
condition-holds = { $option } counts in { $worlds }; otherwise { $otherwise } counts.
condition-chain = { $option } counts in { $worlds }; { $others }.
condition-instead = in { $worlds } { $option } counts
condition-shows = What shows it: { $event }, by { $by }.
condition-shows-which = What shows whether { $option } counts: { $event }, by { $by }.
condition-ask = Still to be said: what shows it to everybody, and by which date? option { $option } --event TEXT --by DATE
fails-there = In `{ $world }`: { $obstacle }
refuses-there = In `{ $world }` this doesn't find what it needs at home: { $bodies }.

## A package put to the test
test-all-live = All whose agreement is needed can live with it.
test-sums = The gains come to { $joint } together; the smallest is { $smallest } ({ $least }).
test-sums-known = The known gains come to { $joint } together; the smallest is { $smallest } ({ $least }).
test-refusing = This doesn't find what it needs at home: { $bodies }.
test-unknown = Not known what this needs: { $bodies }.
test-next = `step` shows the single change that helps most, `improve` the package that is best for all.
