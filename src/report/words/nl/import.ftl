# Wat er mis of twijfelachtig is in bestanden van andere programma's, en wat er staat over een tafel die daarvan gemaakt is.

import-missing = er is geen bestand `{ $name }`
    .hint = Kijk de naam en de map na.
import-too-large = de tafel die hieruit komt zou groter zijn dan { $most } MiB
    .hint = Neem minder profielen over, of een domein met minder onderwerpen of waarden.

# Hoe een bestand geschreven is.
xml-windows-1252 = niet het hele bestand is UTF-8; het is gelezen als Windows-1252
    .hint = Kijk in de tafel de namen na met tekens zoals `€`.
xml-before-declaration = er staat iets voor `<?xml`; dat is overgeslagen
xml-bare-ampersand = { $count ->
    [one] een losse `&` is gelezen zoals hij er staat
   *[other] deze losse `&` en andere zijn gelezen zoals ze er staan, { $count } in totaal
}
    .hint = In XML schrijft u daarvoor `&amp;`.
xml-no-space = { $count ->
    [one] geen spatie tussen twee attributen; ze zijn als twee gelezen
   *[other] geen spatie tussen twee attributen, hier en elders, { $count } keer; ze zijn als twee gelezen
}
xml-broken = dit is geen XML: { $reason }
    .hint = GENIUS bewaart domeinen en profielen in XML; is dit het goede bestand, en is het compleet?
reason-xml-attribute = een attribuut heeft `=` nodig en een waarde tussen aanhalingstekens
reason-xml-end = hier eindigt een element dat nergens begon
reason-xml-markup = wat hier begint, heeft geen einde
reason-xml-no-element = er staat geen element in
reason-xml-other = het is niet te begrijpen
reason-xml-second-root = hier begint een tweede buitenste element
reason-xml-tag = het element dat hier begint, is niet afgesloten
reason-xml-text = er staat tekst buiten de elementen
xml-other-end = `{ $name }` staat open, en hier eindigt `{ $other }`
    .hint = Sluit eerst het binnenste element.
xml-unclosed = het element `{ $name }` heeft geen einde
    .hint = Is het bestand compleet?
xml-attribute-twice = het attribuut staat er twee keer
    .hint = Houd er één van over.
xml-doctype = documenttypen worden niet gelezen: daarmee kan een klein bestand eindeloos groot worden
    .hint = Haal `<!DOCTYPE ..>` weg; GENIUS heeft het niet nodig.
xml-too-deep = elementen staan meer dan { $most } diep in elkaar
    .hint = GENIUS heeft vijf niveaus nodig; is dit het goede bestand?

# Wat voor bestand het is.
genius-root = `{ $name }` is geen domein en geen profiel van GENIUS
    .hint = Een domein begint met `<negotiation_template>`, een profiel met `<utility_space>`.
genius-profile-first = dit is een profiel, en het domein komt eerst
    .hint = Schrijf `tafel import genius DOMAIN.xml PROFILE.xml ..`.
genius-domain-twice = dit is een domein, en achter het eerste bestand komen profielen
    .hint = Schrijf `tafel import genius DOMAIN.xml PROFILE.xml ..`.
genius-nonlinear = het nut staat er in hyperrechthoeken (`{ $name }`), en die worden niet overgenomen
    .hint = Dat kan alleen met nut dat per onderwerp optelt.
genius-constraints = het nut staat er in voorwaarden (`{ $name }`), en die worden niet overgenomen
    .hint = Dat kan alleen met nut dat per onderwerp optelt.

# Elementen en attributen.
genius-attribute-missing = bij `{ $name }` ontbreekt `{ $field }`
    .hint = Zet er `{ $field }=".."` bij.
genius-index = de index `{ $name }` is geen heel getal
    .hint = Onderwerpen worden herkend aan hun index; geef die zoals in het domein.
genius-index-twice = twee onderwerpen hebben de index `{ $name }`
    .hint = Geef elk onderwerp een eigen index, in het domein en in elk profiel dezelfde.
genius-number = `{ $name }` is geen getal dat over te nemen is: { $reason }
    .hint = Schrijf een decimaal getal zoals `0.25`.
reason-genius-empty = er staat niets
reason-genius-not-finite = het is oneindig of helemaal geen getal
reason-genius-not-a-number = het is geen decimaal getal
reason-genius-out-of-range = het is te groot
genius-rounded = { $count ->
    [one] `{ $name }` is afgerond op `{ $better }`
   *[other] `{ $name }` is afgerond op `{ $better }`, en andere net zo, { $count } in totaal
}
    .hint = 15 cijfers zijn precies, en 15 plaatsen achter de komma; wat daarachter staat, komt van het rekenen met afgeronde getallen.
genius-nearly = { $count ->
    [one] wat er uit onderwerp `{ $name }` komt, heeft meer cijfers dan op een tafel passen en is afgerond; scores verschillen daardoor minder dan { $most }
   *[other] wat er uit onderwerp `{ $name }` en andere komt, { $count } in totaal, heeft meer cijfers dan op een tafel passen en is afgerond; scores verschillen daardoor minder dan { $most }
}
    .hint = Niemand kan zulke scores uit elkaar houden. Bestanden met rondere getallen worden precies overgenomen.
genius-too-exact = wat er uit onderwerp `{ $name }` komt, past op geen tafel, ook niet bij benadering
    .hint = Schrijf de getallen daarin op een kleinere schaal; een heel steile lijn kan met een aantal hoeveelheden, zoals met `--steps 21`.
genius-step-too-exact = de stappen van onderwerp `{ $name }` hebben te veel cijfers om precies op te schrijven
    .hint = Schrijf de grenzen met minder cijfers, of neem een ander aantal `--steps`.

# Onderwerpen.
genius-no-issues = het domein heeft geen onderwerpen
    .hint = Een domein noemt ze als `<issue index=".." name="..">`.
genius-type = onderwerp `{ $name }` is van het type `{ $other }`, en dat wordt niet overgenomen
    .hint = Wel overgenomen worden `discrete`, `integer` en `real`.
genius-type-differs = onderwerp `{ $name }` is hier `{ $type }` en in het domein `{ $other }`
    .hint = Is dit een profiel van dit domein?
genius-no-values = onderwerp `{ $name }` heeft geen waarden
    .hint = Noem ze als `<item value="..">`, of geef het onderwerp een type.
genius-value-twice = de waarde `{ $name }` van onderwerp `{ $other }` staat er twee keer; beide blijven, zoals in GENIUS
    .hint = De tweede heeft een nummer achter haar naam.
genius-bound-not-whole = de grens `{ $name }` van een hele hoeveelheid is geen heel getal
    .hint = Maak die heel, of het type `real`.
genius-too-many-amounts = onderwerp `{ $name }` heeft { $count } hoeveelheden, en op een tafel passen er { $most }
    .hint = Maak het type `real`, of de grenzen nauwer.
genius-bounds-differ = de grenzen van onderwerp `{ $name }` zijn in het domein anders; die van het domein gelden, en de evaluator telt vanaf die van hier, zoals in GENIUS
genius-continuous = { $count ->
    [one] over dit onderwerp kan elke hoeveelheid afgesproken worden
   *[other] over dit onderwerp en andere kan elke hoeveelheid afgesproken worden, { $count } in totaal
}
    .hint = GENIUS zelf kijkt naar 21 hoeveelheden van elk; `--steps 21` doet dat ook.

# Profielen.
genius-unknown-issue = het domein heeft geen onderwerp `{ $name }` met deze index
    .hint = Is dit een profiel van dit domein?
genius-unknown-value = onderwerp `{ $other }` van het domein heeft geen waarde `{ $name }`
    .hint = bedoelt u `{ $near }`?
    .also = Waarden moeten letter voor letter gelijk zijn.
genius-issue-missing = het profiel zegt niets over onderwerp `{ $name }`
    .hint = Is dit een profiel van dit domein?
genius-value-missing = de waarde `{ $name }` van onderwerp `{ $other }` heeft hier geen waardering
    .hint = Voeg `<item value=".." evaluation="..">` toe.
genius-evaluation-missing = de waarde `{ $name }` heeft geen waardering
    .hint = Voeg `evaluation=".."` toe; `0` als de waarde niets waard is.
genius-weight-missing = onderwerp `{ $name }` heeft geen gewicht
    .hint = Voeg `<weight index=".." value="..">` toe; `0` als het onderwerp er niet toe doet.
genius-twice = het gewicht met index `{ $name }` staat er twee keer; het laatste telt, zoals in GENIUS
genius-evaluation-twice = de waarde `{ $name }` van onderwerp `{ $other }` heeft twee waarderingen; de laatste telt, zoals in GENIUS
genius-stated-twice = `{ $name }` staat er twee keer; de eerste telt, zoals in GENIUS
genius-weight-unused = geen onderwerp heeft de index `{ $name }` van dit gewicht; het is weggelaten
genius-weight-sum = de gewichten zijn samen { $sum }, en niet 1; ze blijven zoals ze zijn
    .hint = Het nut loopt dan niet van 0 tot 1; zeg dat tegen wie het vergelijkt.
genius-above-one = een pakket kan hier { $utility } waard zijn; GENIUS telt niet meer dan 1, en een tafel alles
    .hint = Pakketten die GENIUS gelijk vindt, kunnen op de tafel verschillen.
genius-discount = de discontofactor { $factor } is in de tafel genoteerd; er wordt niet mee gerekend
genius-evaluator-missing = onderwerp `{ $name }` heeft geen evaluator
    .hint = Voeg `<evaluator ftype="linear" slope=".." offset="..">` toe.
genius-evaluator = evaluators van het type `{ $name }` worden niet overgenomen
    .hint = Wel overgenomen worden `linear`, `triangular` en `constant`.
genius-triangle = de driehoek van onderwerp `{ $name }` staat niet op volgorde
    .hint = `parameter2`, de top, ligt tussen `parameter0` en `parameter1`.
genius-jump = de driehoek van onderwerp `{ $name }` heeft een loodrechte zijde, die geen curve kan volgen
    .hint = Neem een aantal hoeveelheden, zoals met `--steps 21`; of schuif de top een beetje naar binnen, of de zijde naar een grens van het onderwerp.
genius-top-at-end = de driehoek van onderwerp `{ $name }` heeft zijn top aan het eind; daar telt hij 1, waar GENIUS zelf terugvalt op 0

# Wat de tafel over zichzelf zegt.
import-no-deal = de ondergrens in het bestand
import-no-deal-absent = het bestand noemt geen ondergrens en GENIUS neemt dan 0: een afspraak, geen schatting
import-provenance = Overgenomen uit bestanden van GENIUS: het domein { $domain }, { $parties }. Gewichten zijn procenten.
import-party = { $party } uit { $file }
import-reading-genius = Scores zijn 100 keer het nut in GENIUS: waarderingen zijn gedeeld door de grootste van hun onderwerp.
import-reading-raw = Scores zijn 100 keer de som van gewicht maal waardering, met de waarderingen zoals ze er staan. Dat is niet het nut in GENIUS: GENIUS deelt ze door de grootste van hun onderwerp.
import-steps = Van reële hoeveelheden kunnen er elk { $steps } afgesproken worden.
import-discounts = GENIUS vermenigvuldigt het nut na verloop van tijd met een discontofactor; hier wordt daar niet mee gerekend: { $discounts }.
import-discount = { $party } { $discount }
import-failed = wat is overgenomen, kon niet worden teruggelezen
imported = { $file } is geschreven.

program-import = een tafel maken van bestanden van een ander programma: een domein van GENIUS en een profiel per partij
word-program = het programma waar ze vandaan komen
word-domain = het domein: waarover besloten wordt
word-profiles = de profielen: wat elke partij waardeert
option-output = schrijf de tafel naar dit bestand, dat er nog niet is
option-reading = wat waarderingen betekenen: gedeeld door de grootste van hun onderwerp, zoals in GENIUS, of zoals ze er staan
option-steps = hoeveel hoeveelheden van een reëel onderwerp afgesproken kunnen worden, van 2 tot en met 10.000; GENIUS neemt er 21
