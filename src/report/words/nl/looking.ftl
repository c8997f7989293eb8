# De zone, de matrix en ruil.

## De zone van mogelijk akkoord
zone = Is er ruimte voor een akkoord?
zone-best = Ja. In het gunstigste geval komt de partij die het minst wint { $gain } boven geen akkoord uit.
zone-best-just = Net. Er zijn pakketten waarmee iedereen die nodig is kan leven, maar ook in het gunstigste geval komt de partij die het minst wint op { $gain }.
zone-best-needed = Ja. Met het pakket dat de kleinste winst het meest optilt, komt iedereen die nodig is { $gain } of meer boven geen akkoord uit. Wie erbuiten mag blijven, komt eronder: { $outside }.
zone-best-needed-just = Net. Er zijn pakketten waarmee iedereen die nodig is kan leven; met het pakket dat de kleinste winst het meest optilt, komt wie van hen het minst wint op { $gain }. Wie erbuiten mag blijven, komt onder geen akkoord: { $outside }.
zone-package = Daarvoor is nodig: { $choices }
zone-none = Nee. Geen enkel pakket is aanvaardbaar voor iedereen die nodig is.
zone-unknown = Niet bekend: het zoeken is afgebroken voordat een aanvaardbaar pakket was gevonden of uitgesloten.
zone-refused = Hoe goed het kan worden, is niet bekend: { $reason }.
zone-share = { $share } van alle pakketten voldoet: { $count } van { $all }.
zone-share-tiny = Minder dan 0,1% van alle pakketten voldoet: { $count } van { $all }.
zone-parked = Blijft zoals het nu is, want het is geparkeerd: { $issues }.
zone-too-many = Er zijn { $packages }: te veel om te tellen hoeveel daarvan voldoen.
zone-endless = Er zijn eindeloos veel pakketten; hoeveel daarvan voldoen, is dus niet te tellen.
zone-stopped = Het tellen van de pakketten die voldoen is afgebroken.
zone-why-none = Waarom geen enkel pakket aanvaardbaar is
zone-counts = Hoeveel pakketten er zijn
zone-all = in totaal
zone-within = binnen de regels
zone-needed = aanvaardbaar voor iedereen die nodig is
zone-groups = Met hoeveel daarvan, binnen de regels, een hele groep kan leven
zone-parties = Met hoeveel daarvan elke partij kan leven
zone-stays-out = { $party } (mag erbuiten blijven)
zone-without = Alleen voor de moderator: hoeveel er zou voldoen als één partij geen ja hoefde te zeggen
zone-blocks = Het meeste hangt af van { $parties } alleen: { $count } waarmee alle anderen kunnen leven.

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

## Ruil
trades = Ruil waarbij twee partijen allebei winnen
trades-none = Geen twee partijen kunnen vanaf hier twee onderwerpen zo ruilen dat ze allebei winnen.
trades-from-today = Gerekend vanaf wat nu geldt, in punten van de eigen score van elke partij.
trades-from = Gerekend vanaf { $choices }, in punten van de eigen score van elke partij.
trade = { $first }, { $second }.
trade-gets = { $party } krijgt “{ $option }” bij { $issue }
trade-wins = { $wins }; { $others }.
trade-others = de anderen: { $others }
trade-others-same = voor de anderen verandert er niets
trade-nobody-else = er zijn geen anderen
trade-keeps = Het past binnen elke harde regel.
trade-breaks-nothing = Geen harde regel die nu wordt nagekomen, wordt hierdoor gebroken; andere werden dat al.
trade-breaks = Het past niet binnen { $rules }.
party-with-role = { $party } ({ $role })
