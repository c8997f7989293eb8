# The zone, the matrix and trades.

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
