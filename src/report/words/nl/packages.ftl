# De grens, meerdere pakketten van verschillende vorm, en pakketten die voor één partij evenveel waard zijn.

proven-merged = Bewezen: van { $packages } is elk bekeken, of per onderwerp uitgesloten omdat een ander beter is, wat er ook volgt.

## De grens
frontier = Waar niemand meer kan krijgen zonder dat een ander inlevert (de Paretogrens)
frontier-outcomes = { $count ->
    [one] Eén uitkomst is efficiënt: geen andere die aanvaardbaar is, geeft iemand die wordt vergeleken meer.
   *[other] { $written } verschillende uitkomsten zijn efficiënt: elk geeft iemand meer dan de andere, en een ander minder.
}
frontier-corners = { $count ->
    [one] Eén hoekpunt is efficiënt.
   *[other] { $written } hoekpunten zijn efficiënt: elk geeft iemand meer dan de andere, en iemand anders minder.
}
frontier-picture-lines = Opzij: de score van { $across }. Omhoog: de score van { $up }. Elke `o` is een hoekpunt, elke `.` ligt tussen twee ervan en is ook efficiënt.
frontier-segments = Tussen hoekpunten: elke mengvorm is ook efficiënt
frontier-segment = Van { $from } naar { $to }: { $moves }
frontier-moves = { $issue } van { $from } naar { $to }
frontier-stays = steeds { $what }
frontier-more-segments = { $count ->
    [one] Nog één; `--format json` heeft ze allemaal.
   *[other] Nog { $count }; `--format json` heeft ze allemaal.
}
frontier-open = Sommige eindigen net voor hun laatste uitkomst: daar is een ander soort pakket voor de een even goed en voor de ander beter.
frontier-among = { $count ->
    [one] Alleen { $parties } wordt vergeleken: efficiënt is wat die partij het meeste brengt. Verder komt niemand die nodig is slechter uit dan zonder akkoord.
   *[other] Alleen { $parties } worden vergeleken; verder komt niemand die nodig is slechter uit dan zonder akkoord.
}
frontier-packages = Samen leiden { $packages } ertoe.
frontier-complete = Dit zijn ze allemaal.
frontier-gap = Dit zijn ze niet allemaal. Geen aanvaardbaar pakket is veel beter dan al deze: naast één ervan geeft het niemand meer dan { $gap } scorepunten extra.
frontier-unknown-gap = Dit zijn ze niet allemaal, en wat er ontbreekt is niet bekend.
frontier-picture = Opzij: de score van { $across }. Omhoog: de score van { $up }. Elke `o` is een efficiënte uitkomst.
frontier-mark = { $letter } ({ $name })
frontier-one = { $names }.
frontier-same = { $names }: één en hetzelfde pakket.
frontier-ranges = De balken liggen op een lijn van het slechtste tot het beste dat elke partij kan scoren.
mark-joint = levert samen het meeste op
mark-fair = levert het meeste op voor wie het minst wint
mark-nash = grootste product van opbrengsten, Nash
mark-ks = iedereen even ver op weg naar het eigen beste, Kalai-Smorodinsky
column-least = minst
column-most = meest
frontier-handful = Enkele ervan, zo verschillend als kan
frontier-handful-meaning = F1 levert het meeste op voor wie het minst wint. De andere verschillen het meest van die ervoor, en wie het minst wint krijgt er minstens de helft daarvan.
frontier-handful-corners = Van de hoekpunten levert F1 het meeste op voor wie het minst wint; een mengsel van twee kan nog meer opleveren. De andere verschillen het meest van die ervoor, en wie het minst wint krijgt er minstens de helft daarvan.
frontier-handful-found = Van de uitkomsten die zijn gevonden levert F1 het meeste op voor wie het minst wint. De andere verschillen het meest van die ervoor, en wie het minst wint krijgt er minstens de helft daarvan.
frontier-handful-among-corners = Alleen naar de opbrengsten van { $parties }: van de hoekpunten levert F1 het meeste op voor wie van hen het minst wint; een mengsel van twee kan nog meer opleveren. De andere verschillen het meest van die ervoor, en wie van hen het minst wint krijgt er minstens de helft daarvan.
frontier-handful-among-found = Alleen naar de opbrengsten van { $parties }: van de uitkomsten die zijn gevonden levert F1 het meeste op voor wie van hen het minst wint. De andere verschillen het meest van die ervoor, en wie van hen het minst wint krijgt er minstens de helft daarvan.
frontier-handful-unknown = Wat { $unknown } ermee wint, is niet bekend. Naar de winst die wel bekend is: van de vergeleken uitkomsten levert F1 het meeste op voor wie daarvan het minst wint, en de andere verschillen het meest van wat ervoor staat, met voor wie het minst wint minstens de helft daarvan.
frontier-handful-among = Alleen naar de opbrengsten van { $parties }: F1 levert het meeste op voor wie van hen het minst wint. De andere verschillen het meest van die ervoor, en wie van hen het minst wint krijgt er minstens de helft daarvan.

## Pakketten van verschillende vorm
varied = Pakketten van verschillende vorm
varied-meaning = P1 is het antwoord hierboven. De andere zijn ook efficiënt en verschillen het meest van die ervoor; wie het minst wint krijgt er minstens de helft van wat daarvoor het hoogst haalbare is.
varied-meaning-found = P1 is het antwoord hierboven. De andere zijn ook efficiënt en verschillen het meest van die ervoor; wie het minst wint krijgt er minstens de helft van het hoogste dat daarvoor gevonden is.
varied-none = Er is geen ander: elk efficiënt pakket dat verschilt, geeft iemand minder dan de helft van wat voor de kleinste opbrengst het hoogst haalbare is.
varied-none-efficient = Er is geen ander: geen ander pakket is efficiënt, tenzij het voor iedereen evenveel waard is.
varied-none-corner = Onder de hoekpunten is er geen ander: elk efficiënt hoekpunt dat verschilt, geeft iemand minder dan de helft van wat voor de kleinste opbrengst het hoogst haalbare is. Daartussen zijn bedragen vrij te kiezen, en daar is niet gekeken; `frontier` toont de lijnen.
chosen-among-none = Het zoeken naar pakketten van een andere vorm is afgebroken voordat er een was gevonden: ze kunnen er best zijn.
chosen-among = { $count ->
    [one] Er is maar één efficiënte uitkomst gevonden. Er kunnen er meer zijn, dus andere kunnen meer verschillen.
   *[other] Ze zijn gekozen uit de { $written } efficiënte uitkomsten die zijn gevonden. Er kunnen er meer zijn, dus andere kunnen meer verschillen.
}
package-command = { $name }: { $command }

## Aanbiedingen van gelijke waarde
meso = Aanbiedingen die voor { $party } evenveel waard zijn
meso-level = Elk is voor { $party } { $level } punten waard, met een verschil van hoogstens { $within }, en is aanvaardbaar voor iedereen die nodig is. Geen ervan kan voor iemand beter zonder dat het voor een ander slechter wordt of dat niveau verlaat.
meso-level-found = Het zoeken naar het pakket dat het meeste oplevert voor de partij die het minst wint, is afgebroken: dat niveau is van het beste tot nu toe.
meso-none = Geen aanvaardbaar pakket is voor { $party } { $level } punten waard, met een verschil van hoogstens { $within }.
meso-best = Het beste aanvaardbare pakket voor { $party } is voor haar { $score } punten waard.
meso-best-found = Het zoeken is afgebroken: het beste aanvaardbare pakket voor { $party } dat is gevonden, is voor haar { $score } punten waard.
meso-only = Meer dan dit ene is er niet: geen ander efficiënt pakket komt op dat niveau.
meso-only-found = Alleen dit ene is gevonden.
meso-ask = Leg ze samen op tafel en vraag de anderen welke het dichtst bij ligt, en waarom: het antwoord laat zien waar zij om geven.
