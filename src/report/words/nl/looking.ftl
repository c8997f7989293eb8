# De zone, de matrix en ruil.

## De matrix
matrix-interests = Wat voor elke partij telt, in procenten van haar gewichten
column-interest = belang
column-carried = samen
matrix-carried = De laatste kolom telt de partijen op: wie een belang draagt. Dat laat zien waar u moet kijken, en vergelijkt niemands belangen.
matrix-ranked = * Berekend uit een rangorde (gewichten volgens rank-order centroid): { $parties }.
matrix-silent = Van { $parties } zijn geen gewichten bekend.
matrix-issues = Welk onderwerp voor wie telt, in procenten van het verschil tussen best en slechtst
column-issue = onderwerp
matrix-swing = Per onderwerp telt hoe ver het beste en het slechtste besluit voor een partij uit elkaar liggen.
matrix-flat = Elk besluit is evenveel waard voor { $parties }.
