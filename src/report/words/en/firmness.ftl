# How firm an answer is, and what it hangs on.

moderator-only = For the moderator's screen only: this tells weights and no-deals.
firm-advice = { $choices }
firm-acceptable = Another package answers that. This one is acceptable, and here is how firm that is: { $choices }
firm-unacceptable = Another package answers that. This one isn't acceptable, and here is how firm that is: { $choices }
firm-draws = When all numbers move at once, each by up to { $percent }% of its range, it stays the answer in { $stood } of { $of } draws.
firm-draws-acceptable = When all numbers move at once, each by up to { $percent }% of its range, it stays acceptable in { $stood } of { $of } draws.
firm-draws-unacceptable = When all numbers move at once, each by up to { $percent }% of its range, it stays unacceptable in { $stood } of { $of } draws.
firm-no-draws = There was no time to move all numbers at once.

## Single numbers
firm-smallest = The smallest change in one number that changes this
column-number = number
column-now = now
column-from-there = changes
column-instead = then
firm-nothing = No single number changes this, wherever it is in its range.
firm-none-found = No change of a single number was found that changes this.
firm-no-numbers = There was no time to look at single numbers.
firm-more = { $count ->
    [one] One more number changes it.
   *[other] { $count } more numbers change it.
}
firm-steady = { $count ->
    [0] No number leaves it as it is throughout its range.
    [one] One number leaves it as it is throughout its range.
   *[other] { $count } numbers leave it as it is, each throughout its range.
}
firm-unmoved = { $count ->
    [0] Every number that was tried changes it somewhere.
    [one] One number wasn't seen to change it.
   *[other] { $count } numbers weren't seen to change it.
}
firm-everywhere = Every value in every range was looked at: weights up to the sum of a party's weights, effects and no-deals over their whole scale, facts and limits as far as the options go.
firm-given-up = { $count ->
    [one] One number couldn't be looked at everywhere: a smaller change in it than is told, if any is, may be enough.
   *[other] { $count } numbers couldn't be looked at everywhere: a smaller change in them than is told, if any is, may be enough.
}
firm-sampled = Not every value was looked at, since the packages of this table can't all be compared: { $looked } of { $of } numbers were tried at the ends of their range and halfway, and between these where that changes something. There may be smaller changes.
firm-shares = What shares of a divided total do for people was left as it is.
firm-next = `what-matters` tells which question settles most.
firm-no-package = no package
firm-refused = not acceptable
firm-accepted = acceptable
place-from-up = from { $value } up
place-from-down = from { $value } down
place-only = at { $value } alone
place-above = above { $value }
place-below = below { $value }
place-about = at about { $value }
place-latest = at { $value } at the latest
place-rising = as soon as it rises
place-falling = as soon as it falls

## What a number is
number-no-deal = no-deal of { $party } (points)
number-limit = limit of rule `{ $rule }`
    .full = the limit of rule `{ $rule }`
number-limit-unit = limit of rule `{ $rule }` ({ $unit })
    .full = the limit of rule `{ $rule }` ({ $unit })
number-weight = weight of { $interest } for { $party }
    .own = your weight of { $interest }
number-effect = effect of `{ $of }` on { $interest }
    .full = the effect of `{ $of }` on { $interest }
number-reading = effect of `{ $of }` on { $interest }, as { $party } reads it
    .own = the effect of `{ $of }` on { $interest }, as you read it,
number-attribute = { $what } of `{ $of }`
    .full = the { $what } of `{ $of }`
number-attribute-unit = { $what } of `{ $of }` ({ $unit })
    .full = the { $what } of `{ $of }` ({ $unit })

## Rankings
rankings = Where only rankings or ranges of weights are known
rankings-who = It is open what exactly each interest weighs for { $parties }: there are only rankings or ranges.
rankings-counts = Acceptable whatever weights fit what was said: { $certain } packages. With some weights that fit: { $possible }.
rankings-counts-drawn = Acceptable with all { $drawn } weights that were drawn: { $certain } packages. With some of these: { $possible }.
rankings-certain = This package is acceptable whatever weights fit.
rankings-uncertain = This package isn't acceptable with every weight that fits.
rankings-certain-drawn = This package is acceptable with all { $drawn } weights that were drawn.
rankings-uncertain-drawn = This package isn't acceptable with each of the { $drawn } weights that were drawn.
rankings-others = So are these: { $packages }
rankings-instead = These are: { $packages }
rankings-answers = With the others it is rather { $answers }.
rankings-answer = { $instead } ({ $times })
rankings-best = It is the answer with { $stood } of { $drawn } weights that were drawn.

## What matters
matters-smallest = What it hangs on
matters-change = { $number }: now { $from }; { $place }: { $instead }
disputes = What is in dispute or not known
dispute-contested = { $number } (contested): { $stretch }
dispute-assumed = { $number } (assumed): { $stretch }
stretch-all = the same package anywhere from { $low } to { $high }.
stretch-tried = no other package was found from { $low } to { $high }; not every value was looked at.
stretch-one = the same package, but another { $place }.
stretch-both = the same package, but another { $low } and { $high }.
dispute-reading = { $party } reads { $what } its own way: { $settled }
dispute-no-deal = No-deal of { $party } from { $low } to { $high }: { $settled }
dispute-no-deal-each = No-deal of { $party }: { $outcomes }.
dispute-reading-each = { $party } reads { $what } its own way. If it reads that as the table does: { $as-table }. If all read it so: { $as-party }.
outcome-at = at { $score } { $outcome }
outcome-same = the same package
outcome-other = rather { $instead }
outcome-lost = it can't be agreed, rather { $instead }
outcome-nothing = no package is acceptable
outcome-unknown = not known what the answer is
disputes-more = { $count ->
    [one] One more that may change it.
   *[other] { $count } more that may change it.
}
disputes-harmless = The same package anywhere in their range: { $numbers }.
disputes-harmless-more = The same package anywhere in their range: { $numbers } and { $count } more.
dispute-world = If `{ $world }` comes true: { $settled }
dispute-untied = No number of the table is tied to { $facts }.
settled-same = the same package either way.
settled-unknown = what the answer is then isn't known.
settled-nothing = then no package is acceptable.
settled-other = then rather { $instead }
settled-lost = then it can't be agreed; rather { $instead }
next-question = The one question to ask
next-nothing = None: nothing that could be asked would change the answer.
next-none-found = None was found: nothing that was looked at would change the answer.
next-whom = To { $whom }: { $question }
next-everybody = To everybody at the table: { $question }
next-no-deal = To { $party }: is no deal really worth { $from } points to you, however you look at it? The answer changes { $place }.
next-weight = To { $party }: { $number } is { $from } now, and the answer changes { $place }. Is that right, however you look at it?
next-weights = To { $party }: what exactly does each interest weigh for you? With { $times } of { $drawn } weights that fit what you said, the answer is another.
next-own-reading = To { $party }: { $number } is { $from } now, and the answer changes { $place }. What do you base that on?
next-number = To everybody at the table: { $number } is { $from } now, and the answer changes { $place }. What is known about it?
next-no-deal-range = To { $party }: which of { $scores } points is no deal really worth to you?
next-reading = To { $party } and the others: what would settle { $what }?
next-world = To everybody at the table: when will it be known whether `{ $world }` comes true, and what do we agree for that case?
