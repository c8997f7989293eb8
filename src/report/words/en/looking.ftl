# The zone, the matrix and trades.
