# The frontier, several packages of different shape, and packages that are worth the same to one party.

proven-merged = Proven: of { $packages } each was looked at, or ruled out issue by issue because another is better whatever follows.
refuse-frontier = the frontier is not computed for tables with a continuous amount
    .hint = Give the amount a `step`.
