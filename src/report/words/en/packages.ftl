# The frontier, several packages of different shape, and packages that are worth the same to one party.

proven-merged = Proven: of { $packages } each was looked at, or ruled out issue by issue because another is better whatever follows.

## The frontier
frontier = Where nobody can get more without somebody else giving up something (the Pareto frontier)
frontier-outcomes = { $count ->
    [one] One outcome is efficient: no other that is acceptable gives anybody who is compared more.
   *[other] { $written } different outcomes are efficient: each gives somebody more than the others do, and somebody else less.
}
frontier-corners = { $count ->
    [one] One corner point is efficient.
   *[other] { $written } corner points are efficient: each gives somebody more than the others do, and somebody else less.
}
frontier-picture-lines = Across: the score of { $across }. Up: the score of { $up }. Each `o` is a corner point, each `.` lies between two and is efficient as well.
frontier-segments = Between corner points: every mixture is efficient too
frontier-segment = From { $from } to { $to }: { $moves }
frontier-moves = { $issue } from { $from } to { $to }
frontier-stays = always { $what }
frontier-more-segments = { $count ->
    [one] One more; `--format json` has all.
   *[other] { $count } more; `--format json` has all.
}
frontier-open = Some end just before their last outcome: there another kind of package is as good for one and better for the other.
frontier-among = { $count ->
    [one] Only { $parties } is compared: efficient is what brings it most. Nobody else who is needed falls below no deal.
   *[other] Only { $parties } are compared; nobody else who is needed falls below no deal.
}
frontier-packages = Together { $packages } lead to them.
frontier-complete = These are all.
frontier-gap = These are not all. No acceptable package is much better than all of them: next to one of these it gives nobody more than { $gap } points of score on top.
frontier-unknown-gap = These are not all, and what is missing is not known.
frontier-picture = Across: the score of { $across }. Up: the score of { $up }. Each `o` is an efficient outcome.
frontier-mark = { $letter } ({ $name })
frontier-one = { $names }.
frontier-same = { $names }: one and the same package.
frontier-ranges = The bars lie on a line from the worst to the best that each party can score.
mark-joint = most joint gain
mark-fair = lifts the smallest gain most
mark-nash = largest product of gains, Nash
mark-ks = equally far towards everybody's own best, Kalai-Smorodinsky
column-least = least
column-most = most
frontier-handful = A few of them, as different as can be
frontier-handful-meaning = F1 lifts the smallest gain most. The others differ most from those before them, with a smallest gain of at least half of that.
frontier-handful-corners = Of the corner points, F1 lifts the smallest gain most; a mixture of two may lift it further. The others differ most from those before them, with a smallest gain of at least half of that.
frontier-handful-found = Of the outcomes that were found, F1 lifts the smallest gain most. The others differ most from those before them, with a smallest gain of at least half of that.
frontier-handful-among-corners = By the gains of { $parties } alone: of the corner points, F1 lifts the smallest of these most; a mixture of two may lift it further. The others differ most from those before them, with a smallest of at least half of that.
frontier-handful-among-found = By the gains of { $parties } alone: of the outcomes that were found, F1 lifts the smallest of these most. The others differ most from those before them, with a smallest of at least half of that.
frontier-handful-unknown = What { $unknown } would gain isn't known. By the gains that are known: F1 lifts the smallest of these most among the outcomes that were compared, and the others differ most from those before them, with a smallest of at least half of that.
frontier-handful-among = By the gains of { $parties } alone: F1 lifts the smallest of these most. The others differ most from those before them, with a smallest of at least half of that.

## Packages of different shape
varied = Packages of different shape
varied-meaning = P1 is the answer above. The others are efficient too and differ most from those before them, with a smallest gain of at least half the largest there is.
varied-meaning-found = P1 is the answer above. The others are efficient too and differ most from those before them, with a smallest gain of at least half the largest that was found.
varied-none = There is no other: every efficient package that differs leaves somebody with less than half the largest smallest gain.
varied-none-efficient = There is no other: no other package is efficient, unless it is worth the same to everybody.
varied-none-corner = Among the corner points there is no other: every efficient one that differs leaves somebody with less than half the largest smallest gain. Between them amounts may be chosen freely, and what lies there was not looked at; `frontier` shows the lines.
chosen-among-none = The search for packages of another shape was cut short before any was found: there may well be some.
chosen-among = { $count ->
    [one] Only one efficient outcome was found. There may be more, so others may differ more.
   *[other] They were chosen among the { $written } efficient outcomes that were found. There may be more, so others may differ more.
}
package-command = { $name }: { $command }

## Offers of one worth
meso = Offers that are worth the same to { $party }
meso-level = Each is worth { $level } points to { $party }, give or take { $within }, and is acceptable to everybody who is needed. None of them can be made better for somebody without making it worse for somebody else or leaving that level.
meso-level-found = The search for the package that lifts the smallest gain most was cut short: that level is of the best found so far.
meso-none = No acceptable package is worth { $level } points to { $party }, give or take { $within }.
meso-best = The best acceptable package for { $party } is worth { $score } points to it.
meso-best-found = The search was cut short: the best acceptable package for { $party } that was found is worth { $score } points to it.
meso-only = There is only this one: no other efficient package comes to that level.
meso-only-found = Only this one was found.
meso-ask = Put them on the table together and ask the others which is closest, and why: the answer tells what they care about.
