# Een paar pakketten tegelijk, een pakket op de proef, en elke wereld.

## Wat gevraagd is
only-robust = Alleen pakketten die in elke wereld standhouden zijn gevraagd: { $worlds }.
ranked-robust = Elke wereld telt: sommen en producten zoals ze zijn in de wereld waarin ze het kleinst zijn, de kleinste winst over alle werelden heen.
without-party = Zonder { $party }, die erbuiten mag blijven. Alleen voor de procesbegeleider.
conflict-robust = Geen pakket is in elke wereld aanvaardbaar

## Pakketten om over te praten
proposal = Pakketten om over te praten
concept-joint = samen de meeste winst
concept-fair = levert het meeste op voor wie het minst wint
proposed = `{ $name }`: { $rules }. Samen { $joint }, minst { $smallest } ({ $least }).
proposed-other = Van een andere vorm, en ook efficiënt. Samen { $joint }, minst { $smallest } ({ $least }).
proposed-so-far = `{ $name }`, het beste tot nu toe: { $rules }. Samen { $joint }, minst { $smallest } ({ $least }).
proposed-robust = `{ $name }`: { $rules }.
proposed-other-robust = Van een andere vorm, en ook efficiënt.
proposed-so-far-robust = `{ $name }`, het beste tot nu toe: { $rules }.
proposed-bound = Volgens de maatstaf van `{ $name }` komt geen enkel pakket hoger uit dan { $bound }, { $above }.
proposed-choices = { $choices }
proposed-differs = Als het eerste, maar { $choices }
proposal-no-other = Er is geen ander: elk efficiënt pakket met een andere vorm geeft iemand minder dan de helft van wat voor de kleinste opbrengst het hoogst haalbare is.
proposal-no-other-corner = Onder de hoekpunten is er geen ander: elk efficiënt hoekpunt met een andere vorm geeft iemand minder dan de helft van wat voor de kleinste opbrengst het hoogst haalbare is. Daartussen zijn bedragen vrij te kiezen, en daar is niet gekeken.
proposal-others-unknown = Of er efficiënte pakketten met een andere vorm zijn, is binnen de tijd niet uitgemaakt.
proposal-one = Elke regel die gevraagd is, kiest dit pakket.

## Waar werelden de tafel splijten
worlds-split = Wat in elke wereld standhoudt
fails-in = Houdt geen stand in `{ $world }`: { $reasons }.
holds-nothing = Geen enkel pakket houdt in elke wereld stand.
holds-unknown = Of er een pakket in elke wereld standhoudt, is niet op tijd gevonden.
holds-some = Er zijn pakketten die in elke wereld standhouden.
holds-count = { $count ->
    [one] Eén pakket houdt in elke wereld stand.
   *[other] { $written } pakketten houden in elke wereld stand.
}
holds-never = Geen daarvan neemt { $options }.
holds-on-condition = Er zijn er wel die dit voorwaardelijk afspreken: { $options }.
holds-best = Het pakket dat het meeste oplevert voor wie het minst wint, komt op { $smallest }: { $choices }
suggest = Spreek het voorwaardelijk af: { $option } als { $worlds } uitkomt, anders { $otherwise }.
suggest-package = Een pakket ermee: { $choices }
suggest-worth = In `{ $world }`: samen { $joint }, minst { $smallest }: { $gains }.
suggest-add = Zo voegt u het toe: { $command }
suggest-ask = Vraag dan: waaraan is het voor iedereen te zien, en uiterlijk wanneer?

## Iets ertussenin
in-between = Iets om te bedenken
invent-between = Bij { $issue } iets tussen { $options }. Met delen hiervan wint wie het minst wint nog meer.

## In elke wereld
every-world = In elke wereld
column-expected = verwacht
row-joint = samen
row-smallest = minst
expected-meaning = Verwacht: naar de eigen kansen die elke partij de werelden geeft. Getoond, er wordt niet mee gerekend.
expected-short = Verwacht, naar de eigen kansen van elke partij: { $gains }.
expected-left-over = Wat { $parties } openlaat, telt voor `{ $world }`.
sums = samen { $joint }, minst { $smallest } ({ $least })
sums-in-world = in `{ $world }` { $sums }
sums-in-every-world = Levert in elke wereld op: { $sums }.
sums-in-worlds = Levert op: { $worlds }.
package-in-worlds = { $name }: { $worlds }
condition-holds = { $option } telt in { $worlds }; anders telt { $otherwise }.
condition-chain = { $option } telt in { $worlds }; { $others }.
condition-instead = in { $worlds } telt { $option }
condition-shows = Waaraan dat te zien is: { $event }, uiterlijk { $by }.
condition-shows-which = Waaraan te zien is of { $option } telt: { $event }, uiterlijk { $by }.
condition-ask = Nog te zeggen: waaraan is het voor iedereen te zien, en uiterlijk wanneer? option { $option } --event TEXT --by DATE
fails-there = In `{ $world }`: { $obstacle }
refuses-there = In `{ $world }` vindt dit thuis niet wat het nodig heeft: { $bodies }.

## Een pakket op de proef
test-all-live = Iedereen wiens instemming nodig is, kan ermee leven.
test-sums = Samen { $joint }; wie het minst wint, komt op { $smallest } ({ $least }).
test-sums-known = Voor zover bekend samen { $joint }; wie het minst wint, komt op { $smallest } ({ $least }).
test-refusing = Dit vindt thuis niet wat het nodig heeft: { $bodies }.
test-unknown = Niet bekend wat dit nodig heeft: { $bodies }.
test-next = `step` toont de ene verandering die het meeste helpt, `improve` het pakket dat voor iedereen het beste is.
