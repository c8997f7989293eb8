# The zone, the matrix and trades.

## The zone of possible agreement
zone = Is there room for an agreement?
zone-best = Yes. At best, whoever gains least comes to { $gain } above no deal.
zone-best-just = Just. There are packages that everybody who is needed can live with, but at best whoever gains least comes to { $gain }.
zone-best-needed = Yes. With the package that lifts the smallest gain most, everybody who is needed comes to { $gain } or more above no deal. Who may stay out is below it: { $outside }.
zone-best-needed-just = Just. There are packages that everybody who is needed can live with; with the one that lifts the smallest gain most, whoever of them gains least comes to { $gain }. Who may stay out is below no deal: { $outside }.
zone-package = That takes: { $choices }
zone-none = No. No package is acceptable to everybody who is needed.
zone-unknown = Not known: the search was cut short before any acceptable package was found or ruled out.
zone-refused = How good it can get is not known: { $reason }.
zone-share = { $share } of all packages work: { $count } of { $all }.
zone-share-tiny = Less than 0.1% of all packages work: { $count } of { $all }.
zone-parked = Kept as it is today, because it is parked: { $issues }.
zone-too-many = There are { $packages }: too many to count how many of them work.
zone-endless = There are endlessly many packages, so it can't be counted how many of them work.
zone-stopped = Counting the packages that work was cut short.
zone-why-none = Why no package is acceptable
zone-counts = How many packages there are
zone-all = in all
zone-within = within the rules
zone-needed = acceptable to everybody who is needed
zone-groups = With how many of these within the rules a whole group can live
zone-parties = With how many of these each party can live
zone-stays-out = { $party } (may stay out)
zone-without = For the moderator only: how many would work if one party didn't have to agree
zone-blocks = Most hangs on { $parties } alone: { $count } that everybody else can live with.

## The matrix
matrix-interests = What each party cares about, in percent of its weights
column-interest = interest
column-carried = together
matrix-carried = The last column adds the parties up: who carries an interest. It shows where to look, and compares nobody's stakes.
matrix-ranked = * Worked out from a ranking (rank-order centroid weights): { $parties }.
matrix-silent = No weights are known of { $parties }.
matrix-issues = Which issues matter to whom, in percent of each party's swing
column-issue = issue
matrix-swing = The swing of an issue is the distance between what its best and its worst decision do for a party.
matrix-flat = Every decision is worth the same to { $parties }.

## Trades
trades = Trades in which two parties both win
trades-none = No two parties can trade two issues from here so that both win.
trades-from-today = Counted from what holds today, in points of each party's own score.
trades-from = Counted from { $choices }, in points of each party's own score.
trade = { $first }, { $second }.
trade-gets = { $party } gets “{ $option }” on { $issue }
trade-wins = { $wins }; { $others }.
trade-others = the others: { $others }
trade-others-same = for the others nothing changes
trade-nobody-else = there are no others
trade-keeps = Every hard rule holds.
trade-breaks-nothing = No hard rule that holds now would be broken, but some are broken already.
trade-breaks = It would break { $rules }.
party-with-role = { $party } ({ $role })
