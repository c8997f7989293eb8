# Hoe stevig een antwoord staat, en waar het aan hangt.

moderator-only = Alleen voor de moderator: hier staan gewichten en alternatieven.
firm-advice = { $choices }
firm-acceptable = Daarop is een ander pakket het antwoord. Dit pakket is aanvaardbaar, en zo stevig staat dat: { $choices }
firm-unacceptable = Daarop is een ander pakket het antwoord. Dit pakket is niet aanvaardbaar, en zo stevig staat dat: { $choices }
firm-draws = Als alle getallen tegelijk schuiven, elk tot { $percent }% van zijn bereik, blijft dit het antwoord in { $stood } van de { $of } trekkingen.
firm-draws-acceptable = Als alle getallen tegelijk schuiven, elk tot { $percent }% van zijn bereik, blijft dit aanvaardbaar in { $stood } van de { $of } trekkingen.
firm-draws-unacceptable = Als alle getallen tegelijk schuiven, elk tot { $percent }% van zijn bereik, blijft dit onaanvaardbaar in { $stood } van de { $of } trekkingen.
firm-no-draws = Er was geen tijd om alle getallen tegelijk te laten schuiven.

## Losse getallen
firm-smallest = De kleinste verandering in één getal waardoor dit verandert
column-number = getal
column-now = nu
column-from-there = verandert
column-instead = dan
firm-nothing = Geen enkel getal verandert dit, waar in zijn bereik het ook ligt.
firm-none-found = Er is geen verandering van één getal gevonden waardoor dit verandert.
firm-no-numbers = Er was geen tijd om losse getallen te bekijken.
firm-more = { $count ->
    [one] Nog één getal verandert het.
   *[other] Nog { $count } getallen veranderen het.
}
firm-steady = { $count ->
    [0] Geen enkel getal laat het in zijn hele bereik zoals het is.
    [one] Eén getal laat het in zijn hele bereik zoals het is.
   *[other] { $count } getallen laten het elk in hun hele bereik zoals het is.
}
firm-unmoved = { $count ->
    [0] Elk getal dat geprobeerd is, verandert het ergens.
    [one] Van één getal is geen verandering gevonden die telt.
   *[other] Van { $count } getallen is geen verandering gevonden die telt.
}
firm-everywhere = Elke waarde in elk bereik is bekeken: gewichten tot de som van de gewichten van een partij, effecten en alternatieven over hun hele schaal, feiten en grenzen zo ver als de opties reiken.
firm-given-up = { $count ->
    [one] Eén getal kon niet overal bekeken worden: misschien is daar een kleinere verandering genoeg dan er staat, als er een staat.
   *[other] { $count } getallen konden niet overal bekeken worden: misschien is daar een kleinere verandering genoeg dan er staat, als er een staat.
}
firm-sampled = Niet elke waarde is bekeken, want de pakketten van deze tafel zijn niet allemaal te vergelijken: { $looked } van de { $of } getallen zijn geprobeerd aan de uiteinden van hun bereik en halverwege, en daartussen waar dat iets verandert. Misschien is een kleinere verandering genoeg.
firm-shares = Wat delen van een verdeeld totaal voor mensen doen, is gelaten zoals het is.
firm-next = `what-matters` vertelt welke vraag het meeste beslecht.
firm-no-package = geen pakket
firm-refused = niet aanvaardbaar
firm-accepted = aanvaardbaar
place-from-up = vanaf { $value }
place-from-down = vanaf { $value } omlaag
place-only = alleen bij { $value }
place-above = boven { $value }
place-below = onder { $value }
place-about = bij ongeveer { $value }
place-latest = uiterlijk bij { $value }
place-rising = zodra het stijgt
place-falling = zodra het daalt

## Wat een getal is
number-no-deal = alternatief van { $party } (punten)
number-limit = grens van regel `{ $rule }`
    .full = de grens van regel `{ $rule }`
number-limit-unit = grens van regel `{ $rule }` ({ $unit })
    .full = de grens van regel `{ $rule }` ({ $unit })
number-weight = gewicht van { $interest } voor { $party }
    .own = uw gewicht van { $interest }
number-effect = effect van `{ $of }` op { $interest }
    .full = het effect van `{ $of }` op { $interest }
number-reading = effect van `{ $of }` op { $interest }, zoals { $party } het ziet
    .own = het effect van `{ $of }` op { $interest }, zoals u het ziet,
number-attribute = { $what } van `{ $of }`
    .full = het getal voor { $what } van `{ $of }`
number-attribute-unit = { $what } van `{ $of }` ({ $unit })
    .full = het getal voor { $what } van `{ $of }` ({ $unit })

## Rangordes
rankings = Waar van gewichten alleen rangordes of bereiken bekend zijn
rankings-who = Open blijft hoe zwaar elk belang precies weegt voor { $parties }: er zijn alleen rangordes of bereiken.
rankings-counts = Aanvaardbaar met alle gewichten die passen bij wat gezegd is: { $certain } pakketten. Met sommige daarvan: { $possible }.
rankings-counts-drawn = Aanvaardbaar met alle { $drawn } getrokken gewichten: { $certain } pakketten. Met sommige daarvan: { $possible }.
rankings-certain = Dit pakket is aanvaardbaar met alle gewichten die passen.
rankings-uncertain = Dit pakket is niet aanvaardbaar met alle gewichten die passen.
rankings-certain-drawn = Dit pakket is aanvaardbaar met alle { $drawn } getrokken gewichten.
rankings-uncertain-drawn = Dit pakket is niet aanvaardbaar met elk van de { $drawn } getrokken gewichten.
rankings-others = Deze ook: { $packages }
rankings-instead = Deze wel: { $packages }
rankings-answers = Met de andere gewichten is het liever { $answers }.
rankings-answer = { $instead } ({ $times })
rankings-best = Het is het antwoord met { $stood } van de { $drawn } getrokken gewichten.

## Waar het op aankomt
matters-smallest = Waar het aan hangt
matters-change = { $number }: nu { $from }; { $place }: { $instead }
disputes = Wat betwist of onbekend is
dispute-contested = { $number } (betwist): { $stretch }
dispute-assumed = { $number } (aangenomen): { $stretch }
stretch-all = hetzelfde pakket, overal van { $low } tot { $high }.
stretch-tried = van { $low } tot { $high } is geen ander pakket gevonden; niet elke waarde is bekeken.
stretch-one = hetzelfde pakket, maar een ander { $place }.
stretch-both = hetzelfde pakket, maar een ander { $low } en { $high }.
dispute-reading = { $party } heeft een eigen oordeel over { $what }: { $settled }
dispute-no-deal = Alternatief van { $party } van { $low } tot { $high }: { $settled }
dispute-no-deal-each = Alternatief van { $party }: { $outcomes }.
dispute-reading-each = { $party } heeft een eigen oordeel over { $what }. Als het oordeelt zoals de tafel: { $as-table }. Als iedereen zo oordeelt: { $as-party }.
outcome-at = bij { $score } { $outcome }
outcome-same = hetzelfde pakket
outcome-other = liever { $instead }
outcome-lost = niet meer haalbaar, liever { $instead }
outcome-nothing = geen enkel pakket aanvaardbaar
outcome-unknown = niet bekend wat dan het antwoord is
disputes-more = { $count ->
    [one] Nog één dat het kan veranderen.
   *[other] Nog { $count } die het kunnen veranderen.
}
disputes-harmless = Hetzelfde pakket, waar in hun bereik ze ook liggen: { $numbers }.
disputes-harmless-more = Hetzelfde pakket, waar in hun bereik ze ook liggen: { $numbers } en nog { $count }.
dispute-world = Als `{ $world }` uitkomt: { $settled }
dispute-untied = Aan { $facts } is geen getal van de tafel verbonden.
settled-same = hetzelfde pakket, hoe dan ook.
settled-unknown = wat dan het antwoord is, is niet bekend.
settled-nothing = dan is geen enkel pakket aanvaardbaar.
settled-other = dan liever { $instead }
settled-lost = dan is dit niet meer haalbaar; liever { $instead }
next-question = De ene vraag om te stellen
next-nothing = Geen: niets wat u kunt vragen zou het antwoord veranderen.
next-none-found = Er is geen gevonden: niets van wat bekeken is zou het antwoord veranderen.
next-whom = Aan { $whom }: { $question }
next-everybody = Aan iedereen aan tafel: { $question }
next-no-deal = Aan { $party }: is geen akkoord voor u echt { $from } punten waard, hoe u er ook naar kijkt? Het antwoord verandert { $place }.
next-weight = Aan { $party }: { $number } is nu { $from }, en het antwoord verandert { $place }. Klopt dat, hoe u er ook naar kijkt?
next-weights = Aan { $party }: hoe zwaar weegt elk belang precies voor u? Bij { $times } van { $drawn } gewichten die passen bij wat u zei, is het antwoord een ander.
next-own-reading = Aan { $party }: { $number } is nu { $from }, en het antwoord verandert { $place }. Waar baseert u dat op?
next-number = Aan iedereen aan tafel: { $number } is nu { $from }, en het antwoord verandert { $place }. Wat is daarover bekend?
next-no-deal-range = Aan { $party }: hoeveel punten is geen akkoord voor u echt waard: { $scores }?
next-reading = Aan { $party } en de anderen: wat zou uitsluitsel geven over { $what }?
next-world = Aan iedereen aan tafel: wanneer is bekend of `{ $world }` uitkomt, en wat spreken we voor dat geval af?
