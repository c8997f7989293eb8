# Wat tafel antwoordt.

## Opsommingen en aantallen
list-two = { $first } en { $last }
unknown-number = onbekend
count-about = ongeveer { $number }
count-packages = { $count ->
    [one] { $written } pakket
   *[other] { $written } pakketten
}
count-parties = { $count ->
    [one] { $count } partij
   *[other] { $count } partijen
}
count-issues = { $count ->
    [one] { $count } onderwerp
   *[other] { $count } onderwerpen
}
count-endless = eindeloos veel pakketten

## Boven elk antwoord
fictional = De voorkeuren zijn hier fictief: verzonnen om mee te oefenen, niet wat deze partijen echt willen.
in-world = In de wereld `{ $world }`: { $text }
in-world-bare = In de wereld `{ $world }`.
no-floors = De alternatieven tellen hier niet mee: een partij kan slechter af zijn dan zonder akkoord.
only-ratifiable = Gevraagd is alleen naar pakketten die bij elke achterban door de ratificatie komen.

## Het pakket
package-joint = Het pakket dat samen het meeste oplevert
package-fair = Het pakket dat het meeste oplevert voor de partij die het minst wint
package-nash = Het pakket met het grootste product van opbrengsten (Nash)
package-ks = Het pakket dat iedereen even ver brengt op weg naar het eigen beste pakket (Kalai-Smorodinsky)
concept-nash = het grootste product van opbrengsten (Nash)
concept-ks = iedereen even ver op weg naar het eigen beste pakket (Kalai-Smorodinsky)
concepts-agree = { $count ->
    [one] Eén maatstaf heeft zo'n vergelijking niet nodig en kiest hetzelfde pakket: { $concepts }.
   *[other] Deze maatstaven hebben zo'n vergelijking niet nodig en kiezen hetzelfde pakket: { $concepts }.
}
concepts-differ = { $count ->
    [one] Eén maatstaf heeft zo'n vergelijking niet nodig en kiest een ander pakket: { $concepts }.
   *[other] Deze maatstaven hebben zo'n vergelijking niet nodig en kiezen een ander pakket: { $concepts }.
}
fallback = Deze maatstaf geeft hier zelf geen antwoord: geen enkel aanvaardbaar pakket levert tegelijk iets op voor iedereen die iets te winnen heeft. Daarom staat hier het pakket dat het meeste oplevert voor de partij die het minst wint.
left-out = Geen enkel aanvaardbaar pakket levert { $parties } meer op dan geen akkoord; bij deze maatstaf telt dat dus niet mee.
package-best = Het beste pakket voor { $party } waar alle anderen mee kunnen leven
package-best-anyhow = Het beste pakket voor { $party }
package-named = Het pakket `{ $name }`: { $text }
package-named-bare = Het pakket `{ $name }`
package-also = { $headline } (ook { $names } geheten)
package-given = Het opgegeven pakket
retype = Opnieuw bekijken: { $command }

## Wat het waard is
worth = Wat het waard is
figures-of-world = Dit zijn de cijfers in `{ $world }`; die in elke wereld staan hieronder.
column-party = partij
column-score = score
column-no-deal = geen akkoord
column-gain = levert op
together = Samen levert dit { $joint } op; voor de partij die het minst wint is dat { $smallest }.
together-without = Zonder { $absent } levert dit samen { $joint } op; voor de partij die het minst wint is dat { $smallest }.
together-known-without = Zonder { $absent } levert dit voor zover bekend samen { $joint } op; voor de partij die het minst wint is dat { $smallest }.
party-absent = { $party } (blijft erbuiten)
finds-absent = { $finds } (blijft erbuiten)
together-known = Voor zover bekend levert dit samen { $joint } op; voor de partij die het minst wint is dat { $smallest }.
not-comparable = Scores van verschillende mensen zijn niet zomaar op te tellen of te vergelijken: elke partij telt van haar eigen slechtste tot haar eigen beste uitkomst. Gebruik de som om te zoeken, nooit als argument voor de achterban.
not-comparable-points = Scores van verschillende mensen zijn niet zomaar op te tellen of te vergelijken: elke partij telt in haar eigen punten. Gebruik de som om te zoeken, nooit als argument voor de achterban.

## Het oordeel over een opgegeven pakket
verdict = Of het een akkoord kan worden
acceptable = Aanvaardbaar: het past binnen elke harde regel en geen partij die nodig is zit onder haar alternatief.
keeps-rules = Het past binnen elke harde regel; of iedereen ermee kan leven, is niet bekend.
not-acceptable = Niet aanvaardbaar:
broken-rule = Het past niet binnen de regel `{ $rule }`, die zegt: { $why }.
below-no-deal = { $party } komt { $points } punten onder het eigen alternatief uit ({ $reason }).
below-no-deal-bare = { $party } komt { $points } punten onder het eigen alternatief uit.

## De rekening
bill = De rekening
column-limit-name = grens
column-used = gebruikt
column-limit = ruimte
column-left = over
column-unit = in

## Ratificatie
ratification = Wie thuis nog ja moet zeggen
column-body = wie
column-finds = krijgt wat nodig is
ratification-passed = ja
ratification-failed = nee
ratification-unknown = onbekend
ratification-none = Wie namens { $parties } ja moet zeggen, is niet vastgelegd: vraag dat na.

## Wat elke partij thuis kan vertellen
telling = Wat elke partij thuis kan vertellen
party-telling = { $party }: { $sentences }
party-indifferent = Voor ons is elk pakket evenveel waard.
party-got = Dit levert ons op: { $interests }.
party-got-nothing = Dit levert ons niets op voor onze belangen.
served = { $interest } ({ $points }, door { $decisions })
party-gave-costs = Daarvoor leveren we in: { $costs }.
party-gave-missed = Geen enkel besluit kost ons iets; we laten wel liggen: { $missed }.
missed = “{ $option }” bij { $issue } ({ $points })
party-gave-nothing = We leveren niets in: elk onderwerp is besloten zoals wij het liefst willen.
party-otherwise = Zonder akkoord staan we op { $no_deal } ({ $reason }), met dit pakket op { $score }.
party-otherwise-bare = Zonder akkoord staan we op { $no_deal }, met dit pakket op { $score }.
party-otherwise-unknown = Wat we zonder akkoord hebben, is niet bekend.
party-otherwise-unvalued = Zonder akkoord: { $reason }; wat dat waard is, is niet bekend.

## Waarom niets voor iedereen beter is
why = Waarom niets voor iedereen beter is
why-intro = Wat elke partij als eerste zou veranderen, één onderwerp tegelijk en binnen de regels, en wie dat betaalt:
why-intro-robust = Wat elke partij als eerste zou veranderen, één onderwerp tegelijk en binnen de regels van elke wereld, naar wat dat op zijn minst oplevert; en wie dat betaalt, waar het het meeste kost:
why-given = Wat één verandering zou opleveren
change = { $party }: “{ $option }” bij { $issue } levert { $more } op; { $consequence }.
change-none = { $party }: geen enkele losse verandering binnen de regels levert meer op.
change-paid = dat kost { $payers }
change-free = dat kost niemand iets
change-unratified = maar dan zegt thuis niet langer ja: { $bodies }
payer = { $party } { $points }
payer-objects = { $party } { $points } (en dan is geen akkoord beter)
body-of = { $body } van { $party }

## Hoe het is vastgesteld
sure = Hoe zeker dit is
proven-only = Bewezen: er is geen ander pakket.
proven-enumerated = Bewezen: alle { $packages } zijn bekeken.
proven-bounded = Bewezen: alle { $packages } zijn bekeken of met een bewezen grens uitgesloten.
proven-endless = Bewezen: elk pakket is bekeken of met een bewezen grens uitgesloten.
not-proven = Door één rekenmethode voorgesteld en daarna nagerekend; niet bewezen is dat dit het beste is.
proven-meaning = Geen ander pakket dat gekozen kan worden is voor iemand beter en voor niemand slechter.
best-found = Het zoeken is afgebroken. Dit is het beste pakket tot nu toe; bewezen is dat geen enkel pakket volgens deze maatstaf hoger uitkomt dan { $bound }, { $above }.
cut-short = Het zoeken is afgebroken: dit is wat er tot nu toe gevonden is, en er kan meer te zeggen zijn.
above = dat is { $gap } meer
above-slightly = dat is nog geen 0,1 meer
above-nothing = en zo hoog komt het; welk van alle die dat halen voorgaat, staat niet vast
cut-called = Het zoeken naar `{ $name }` is afgebroken: het staat hier voor het beste pakket tot nu toe. Volgens de eigen maatstaf komt geen enkel pakket hoger uit dan { $bound }, { $above }.
cut-before-firm = Het zoeken naar het antwoord zelf is afgebroken, dus hoe stevig het staat is niet bekend. Wat er tot nu toe gevonden is:
cut-before-matters = Het zoeken naar het antwoord zelf is afgebroken, dus waar het van afhangt is niet bekend. Wat er tot nu toe gevonden is:
unknown-answer = Het zoeken is afgebroken voordat een aanvaardbaar pakket was gevonden of uitgesloten.
    .hint = Geef meer tijd met `--time-limit`.

## Pakketten die even goed zijn
ties = Even goed volgens deze maatstaf
ties-intro = { $count } verschillende uitkomsten zijn volgens deze maatstaf even goed, en elk pakt voor andere partijen gunstig uit. Mensen kiezen daartussen, niet het alfabet:
ties-intro-more = Minstens { $count } verschillende uitkomsten zijn volgens deze maatstaf even goed, en elk pakt voor andere partijen gunstig uit. Mensen kiezen daartussen, niet het alfabet:
tie-this = Het pakket hierboven: { $gains }.
tie = Met { $changes }: { $gains }.
party-gain = { $party } { $gain }
decision = “{ $option }” bij { $issue }

## Waarop te letten
notes = Let op
note-provisional = De scores zijn voorlopig: de schaal van deze tafel staat nog niet vast.
note-unknown = Het alternatief van { $parties } is onbekend: in dit antwoord geldt daar geen ondergrens.
    .hint = Vraag wat er zonder akkoord gebeurt.
note-rough = Het alternatief van { $parties } is alleen als score gegeven: nergens staat waar die vandaan komt.
note-indifferent = Voor { $parties } is elk pakket evenveel waard: er is geen score en geen ondergrens.
note-beyond = Het alternatief van { $parties } is beter dan de beste score die deze tafel, zoals die nu is, te bieden heeft.

## Geen pakket is aanvaardbaar
conflict = Geen enkel pakket is aanvaardbaar
conflict-ratifiable = Geen enkel pakket is aanvaardbaar en komt bij elke achterban door de ratificatie
because = Omdat { $reasons }, is geen enkel pakket aanvaardbaar.
because-alone = Omdat { $reason }, is geen enkel pakket aanvaardbaar.
reason-rule-owned = voor { $owner } de regel `{ $rule }` geldt ({ $why })
reason-rule = de regel `{ $rule }` geldt ({ $why })
reason-no-deal = voor { $party } alles onder { $no_deal } slechter is dan geen akkoord ({ $reason })
reason-no-deal-bare = voor { $party } alles onder { $no_deal } slechter is dan geen akkoord
reason-ratification = voor { $body } van { $party } als voorwaarde geldt: { $conditions }
conflict-minimal = Laat er één weg, om het even welke, en er is wel een pakket.
conflict-further = Laat er één weg, om het even welke, en de andere kunnen samen; maar er staat nog meer in de weg, dus dat hoeft niet genoeg te zijn.
conflict-together = Laat er één weg, om het even welke, en de andere kunnen samen.
repairs = Uitwegen, de lichtste eerst
repair-open = Praat weer over { $issue }: dat onderwerp is geparkeerd.
repair-world = In de wereld `{ $world }` zijn er aanvaardbare pakketten ({ $text }): zorg dat het zover komt, of sluit een akkoord onder die voorwaarde.
repair-world-bare = In de wereld `{ $world }` zijn er aanvaardbare pakketten: zorg dat het zover komt, of sluit een akkoord onder die voorwaarde.
repair-between = Bedenk iets ertussenin: { $options }. Met delen daarvan is er een oplossing.
between = bij { $issue } tussen { $options }
repair-rule = Verruim `{ $rule }` met { $amount }: dat alleen is genoeg.
repair-rule-less = Laat voor `{ $rule }` { $amount } minder genoeg zijn: dat alleen is voldoende.
repair-rule-more = Laat `{ $rule }` { $amount } meer toestaan: dat alleen is voldoende.
repair-rule-goes = Vraag of `{ $rule }` kan vervallen: zonder die regel is er een pakket.
repair-ratification = Vraag { $body } van { $party } wat in plaats daarvan zou kunnen: zonder die voorwaarde is er een pakket.
repair-no-deal = Voor de moderator: { $party } zou als enige { $amount } punten onder het eigen alternatief moeten uitkomen.
repairs-none = Geen enkele uitweg is op zichzelf genoeg.

## Regels in woorden
rule-limit-at-most = { $used } hoogstens { $room }
rule-limit-at-least = { $used } minstens { $room }
rule-limit-equal = { $used } precies { $room }
rule-forbid = niet { $option }
rule-requires = { $first } alleen samen met { $second }
rule-excludes = { $first } en { $second } niet allebei
rule-at-most = hoogstens { $count } van { $options }
rule-at-least = minstens { $count } van { $options }
rule-red-line = { $interest } van { $party } niet onder { $least }
condition-score = een score van minstens { $least } voor { $party }
conditions-unknown = iets wat niet bekend is

## Weigeringen
refuse-no-deal = wat een pakket oplevert is niet te berekenen: het alternatief van { $parties } is onbekend
    .hint = Vraag wat er zonder akkoord gebeurt en leg dat vast, of vraag naar het beste pakket voor één partij: `solve --objective best:PARTIJ`.
refuse-nobody = voor elke partij is alles evenveel waard: geen pakket is beter dan een ander
    .hint = Geef minstens één partij een belang waarop de opties verschillen.
refuse-floors = `nash` en `ks` meten vanaf de alternatieven, dus die kunnen niet buiten beschouwing blijven
    .hint = Laat `--all` weg, of vraag naar `joint`, `fair` of `best:PARTIJ`.
refuse-all-robust = of een pakket in elke wereld standhoudt, wordt gemeten vanaf de alternatieven, dus die kunnen niet buiten beschouwing blijven
    .hint = Laat `--all` weg, of vraag het voor één wereld tegelijk: `--world NAME`.
refuse-all-meso = een aanbod moet voor de anderen aanvaardbaar zijn, dus de alternatieven kunnen niet buiten beschouwing blijven
    .hint = Laat `--all` weg.
refuse-all-zopa = de ruimte voor een akkoord is wat de alternatieven overlaten, dus die kunnen niet buiten beschouwing blijven
    .hint = Laat `--all` weg; hoeveel pakketten binnen de regels blijven, staat bij `zopa`.
refuse-all-trades = ruil wordt niet gemeten vanaf de alternatieven, dus er is niets om buiten beschouwing te laten
    .hint = Laat `--all` weg.
refuse-needed = zonder { $party } komt er geen akkoord
    .hint = `--without` is voor een partij die erbuiten mag blijven (`party { $party } --may-stay-out`).
refuse-indifferent = voor { $party } is elk pakket evenveel waard, dus geen enkel pakket is het beste
    .hint = Vraag naar het beste pakket voor een andere partij, of naar wat samen het meeste oplevert.
refuse-stays-out = { $party } blijft buiten deze pakketten, dus wordt er geen gezocht dat voor haar het beste is
    .hint = Laat `--without` weg, of vraag naar het beste pakket voor een andere partij, of naar de meeste gezamenlijke winst.
refuse-mismatch = bij het narekenen kwam een pakket anders uit: { $package }
    .hint = Dit is een fout in het programma. Meld die, met de tafel en de opdracht erbij.

## Controleren en opsommen
check-summary = { $file }: { $parties }, { $issues }, { $packages }
check-failed = { $file }: { $errors ->
    [one] één fout
   *[other] { $errors } fouten
}
scenarios = Meegeleverde scenario's, op volgorde van oefenen
scenario-size = { $parties }, { $issues }, { $packages }
scenario-lesson = Les: { $lesson }
scenarios-hint = Elke opdracht neemt zo'n naam op de plaats van een bestand.

## Bij de foutmeldingen
error-line = fout: { $message }
hint-line = tip: { $message }
undelivered = het antwoord kon niet worden weggeschreven: { $message }
internal = er ging iets mis binnen het programma: { $message }
    .hint = Meld dit, met de tafel en de opdracht erbij.

## Soorten dingen op de opdrachtregel
kind-objective = doel

# Wat een oefentafel leert, gemeten.
lesson-zone = De zone van mogelijk akkoord
lesson-counts = { $packages } pakketten, waarvan { $kept } binnen de regels en { $accepted } voor iedereen beter dan geen akkoord; daarvan zijn { $frontier } verschillende uitkomsten efficiënt: niemand kan meer krijgen zonder dat een ander inlevert.
lesson-endless = De pakketten van deze tafel zijn niet te tellen: het zijn er te veel, of eindeloos veel.
lesson-occurrences = In hoeveel aanvaardbare pakketten elke optie voorkomt
lesson-unused = In geen enkel: { $options }.
lesson-named = De pakketten die een naam hebben
lesson-acceptable = { $name }: aanvaardbaar, levert samen { $joint } op, voor wie het minst wint { $smallest }; voor iedereen minstens zo goed en voor sommigen beter: { $better ->
    [one] { $better } efficiënt pakket
   *[other] { $better } efficiënte pakketten
}.
lesson-unacceptable = { $name }: niet aanvaardbaar, levert samen { $joint } op, voor wie het minst wint { $smallest }; voor iedereen minstens zo goed en voor sommigen beter: { $better ->
    [one] { $better } efficiënt pakket
   *[other] { $better } efficiënte pakketten
}.
lesson-little = Zelfs het beste aanvaardbare pakket brengt { $parties } minder dan 10 punten boven geen akkoord: met praten valt weinig te winnen.
lesson-firm = Hoe stevig het staat als elk gewicht tot 5 procent verschuift
lesson-stands = { $title } blijft { $choices } in { $stands } van { $draws } trekkingen.

created = { $file } is geschreven: een kleine tafel met toelichting. Pas haar aan, en kijk wat `tafel check { $file }` zegt.
