# Wat er mis is in een tekst die iemand schreef. `.hint` en `.also` zijn uitwegen; een die iets noemt wat niet bekend is,
# valt weg, en dan komt `.otherwise` op de plaats van `.hint`. Voor een soort past alleen het lidwoord "een", want "de"
# en "het" verschillen.

problem-warning = let op
problem-hint = tip: { $hint }

# Soorten dingen.
kind-amount = hoeveelheid
kind-answer = antwoord
kind-attribute = kenmerk
kind-change = verandering
kind-clause = clausule
kind-condition = voorwaarde
kind-criterion = maatstaf
kind-datum = gegeven
kind-division = verdeling
kind-effect = effect
kind-fact = feit
kind-impact = deel van de impactboom
kind-inject = gebeurtenis
kind-interaction = wisselwerking
kind-interest = belang
kind-issue = onderwerp
kind-level = niveau
kind-limit = grens
kind-mandate = mandaat
kind-neutral = neutrale
kind-no-deal = alternatief
kind-no_deal = alternatief
kind-option = optie
kind-package = pakket
kind-party = partij
kind-ratification = ratificatie
kind-reaction = reactie
kind-reading = eigen inschatting
kind-recipient = ontvanger
kind-reference = referentieset
kind-rule = regel
kind-table = tafel
kind-text = tekst
kind-topic = onderwerp of belang
kind-world = wereld

# Meer dan één daarvan.
kinds-attribute = kenmerken
kinds-element = elementen
kinds-interest = belangen
kinds-issue = onderwerpen
kinds-option = opties
kinds-party = partijen
kinds-rule = regels
kinds-world = werelden

# Wat er werd verwacht.
expected-attributes = kenmerken, zoals `"cost=4"` of `{"{"}"cost": 4{"}"}`
expected-closing = een komma, of het haakje dat sluit wat hier open staat
expected-change = wat er verandert, als effectregel of als `(effects: .., attributes: ..)`
expected-count-of = een aantal en een lijst opties, zoals `(1, ["loon=3%", "loon=4%"])`
expected-curve = een curve, zoals `[(0, 0), (10, 5)]`
expected-curves = curves per naam, zoals `{"{"}"KO": [(0, 0), (10, 5)]{"}"}`
expected-division = een verdeling, zoals `(total: .., recipients: ..)`
expected-amount = een hoeveelheid, zoals `(from: .., to: .., effects: ..)`
expected-effects = effecten, zoals `"KO+7 WA-3"` of `{"{"}"KO": 7, "WA": -3{"}"}`
expected-fact = een feit, zoals `(text: .., status: ..)`
expected-condition = wat erin moet staan, zoals `Score("FNV", 60)` of `Limit("cost <= 3")`
expected-field = de naam van een veld, in letters en `_` zonder aanhalingstekens, met een dubbele punt erachter
expected-no-comma = een naam of een waarde in plaats van nog een komma
expected-impact = een deel van de impactboom, zoals `(text: .., causes: [..])`
expected-inject = een gebeurtenis, zoals `(text: .., world: ..)`
expected-interaction = een wisselwerking, zoals `(options: (.., ..), effects: ..)`
expected-issue = een onderwerp, zoals `(text: .., options: ..)`
expected-level = een niveau, zoals `(text: .., says: ..)`
expected-list = een lijst, zoals `[.., ..]`
expected-list-end = een komma of `]`
expected-map = een lijst namen met waarden, zoals `{"{"}"name": ..{"}"}`
expected-map-end = een komma of `{"}"}`
expected-named-package = een pakket, zoals `(choices: ..)`
expected-answer = een antwoord, zoals `(question: .., text: ..)`
expected-no-deal = een alternatief, zoals `(score: 50, because: "..")`
expected-number = een getal, zoals `3.5`
expected-only-effects = alleen effecten, zonder kenmerken
expected-option = een effectregel of `(text: .., effects: ..)`
expected-option-pair = een paar opties, zoals `("loon=3%", "rooster=vast")`
expected-other = een waarde van een andere soort
expected-otherwise = iets anders
expected-package = een pakket, zoals `"loon=3% rooster=vast"` of `{"{"}"loon": "3%"{"}"}`
expected-pair = een paar getallen, zoals `(0, 10)`
expected-party = een partij, zoals `(weights: .., no_deal: ..)`
expected-point = een punt, zoals `(10, 5)`
expected-range = drie getallen, zoals `(40, 50, 60)`
expected-ratification = een ratificatie, zoals `(body: .., needs: [..])`
expected-reaction = een reactie, zoals `(party: .., package: .., says: ..)`
expected-record = velden tussen ronde haakjes, zoals `(text: ..)`
expected-record-end = een komma of `)`
expected-red-line = een partij, een belang en een getal, zoals `("FNV", "KO", 2)`
expected-rule = een regel, zoals `(limit: .., owner: .., reason: ..)`
expected-text = een tekst tussen aanhalingstekens
expected-weights = gewichten, zoals `"KO 40, WA 20"` of `"KO > WA"`
expected-world = een wereld, zoals `(text: .., changes: ..)`
expected-yes-or-no = `true` of `false`

# Het bestand als geheel.
file-missing = er is geen bestand of meegeleverd scenario `{ $name }`
    .hint = bedoelt u `{ $near }`?
    .also = `tafel scenarios` noemt de meegeleverde.
file-is-folder = `{ $name }` is een map
    .hint = Noem een bestand daarin, zoals `{ $name }/table.ron`.
file-unreadable = `{ $name }` is niet te lezen: { $reason }
    .hint = Kijk of het bestand geopend mag worden, en door wie.
reason-permission = geen toestemming
reason-other = het systeem weigert het
file-too-large = het bestand is groter dan { $most } MiB
    .hint = Bestanden van { $program } zijn klein; is dit wel het goede bestand?
    .otherwise = Tafels zijn klein; is dit wel het goede bestand?
wrong-encoding = het bestand is in { $encoding }
    .hint = Bewaar het als UTF-8 en probeer het opnieuw.
not-utf8 = op regel { $line } staan bytes die geen UTF-8 zijn
    .hint = Bewaar het bestand als UTF-8 en probeer het opnieuw.
zero-byte = op regel { $line } staat een nul-byte, dus dit is geen tekst
    .hint = Is dit wel het goede bestand? Die van { $program } zijn XML, en dat is gewone tekst.
    .otherwise = Is dit wel het goede bestand? Een tafel is gewone tekst in UTF-8.
lone-carriage-return = de regel eindigt op een oude manier, die na een opmerking de volgende regels verbergt
    .hint = Bewaar het bestand met regeleinden zoals op Linux, Windows of een hedendaagse Mac.
version-missing = de tafel noemt haar versie niet
    .hint = Zet `version: 1,` erin, als eerste veld.
version-newer = de tafel heeft versie { $version }, geschreven door een nieuwere tafel
    .hint = Installeer de nieuwste tafel, of ga terug naar `version: 1`.
version-unknown = er is geen versie `{ $version }`
    .hint = Schrijf `version: 1`.
too-many = { $count } { $kinds }, en op een tafel passen er hoogstens { $most }
    .hint = Laat weg wat niets beslist, of splits de tafel.
further-problems = er zijn meer problemen dan hier staan
    .hint = Los eerst deze op en controleer dan opnieuw.

# Hoe het geschreven is.
syntax = dit is niet te begrijpen; verwacht: { $expected }
    .hint = Vergelijk het met een meegeleverd scenario: `tafel scenarios` noemt ze.
comma-missing = hiervoor ontbreekt een komma
    .hint = Zet er een achter het vorige deel, ook aan het eind van de regel erboven.
    .also = Staat die er al, dan ontbreekt misschien eerder een aanhalingsteken of haakje.
colon-missing = hiervoor ontbreekt een dubbele punt
    .hint = Schrijf een naam, een dubbele punt en een waarde, zoals in `"loon": ..`.
curly-quotes = het aanhalingsteken `{ $found }` is een gekruld aanhalingsteken
    .hint = Gebruik rechte aanhalingstekens: `"`.
end-too-soon = het bestand eindigt voordat alles gesloten is
    .hint = Er ontbreekt een `)`, `]` of `{"}"}`, misschien veel eerder.
text-unclosed = deze tekst heeft geen sluitend aanhalingsteken
    .hint = Zet `"` aan het eind; schrijf binnen een tekst `\"`.
comment-unclosed = deze opmerking heeft geen einde
    .hint = Zet er `*/` achter, of gebruik `//` voor een opmerking van één regel.
bad-escape = deze backslash betekent hier niets
    .hint = Schrijf `\\` voor een backslash en `\"` voor een aanhalingsteken.
text-behind-end = de tafel is al afgelopen
    .hint = Hiervoor staat een haakje te veel, of er is na het eind iets blijven staan.
too-deep = te veel haakjes binnen haakjes
    .hint = Een tafel heeft er hoogstens een stuk of twaalf nodig; ontbreekt er een sluithaakje?
unknown-field = een { $kind } kent geen veld `{ $name }`
    .hint = bedoelt u `{ $near }`?
    .otherwise = Mogelijk zijn { $known }.
missing-field = hier ontbreekt `{ $field }`, dat hoort bij een { $kind }
    .hint = Zet er `{ $field }: ..` bij.
duplicate-field = bij een { $kind } staat hier twee keer `{ $field }`
    .hint = Houd er één van over.
wrong-shape = dit past hier niet; verwacht: { $expected }
unknown-word = `{ $name }` hoort niet bij de woorden die hier mogelijk zijn
    .hint = bedoelt u `{ $near }`?
    .otherwise = Mogelijk zijn { $known }.

# Namen en teksten.
unknown-name = er is geen { $kind } `{ $name }`
    .hint = bedoelt u `{ $near }`?
    .otherwise = Wel zijn er: { $known }.
duplicate-name = { $kind } `{ $name }` komt twee keer voor
    .hint = Geef er één een andere naam; twee dingen met dezelfde naam zijn niet uit elkaar te houden.
names-too-close = { $kind } `{ $name }` verschilt van `{ $other }` alleen in hoofdletters of in hoe de tekens zijn opgeslagen
    .hint = Geef er één een andere naam; mensen halen ze door elkaar.
look-alike-names = { $kind } `{ $name }` lijkt op `{ $other }`
    .hint = Geef er één een andere naam als niet hetzelfde bedoeld is.
empty-name = hier staat een { $kind } met een lege naam
    .hint = Geef een korte naam die mensen kunnen typen.
bad-name-character = in de naam van { $kind } `{ $name }` staat { $character ->
    [space] een spatie
   *[other] { $character }
}
    .hint = Laat dat weg: namen staan in opdrachten en regels, waar het iets anders betekent of niet te zien is.
space-around-name = rond de naam van { $kind } `{ $name }` staat witruimte
    .hint = Haal die weg.
number-as-name = { $kind } `{ $name }` heeft een getal als naam
    .hint = Zet er een letter bij, zodat het geen getal meer kan zijn.
name-too-long = de naam van een { $kind } heeft hier meer dan { $most } tekens
    .hint = Houd de naam kort en vertel de rest in de tekst.
text-too-long = deze tekst heeft meer dan { $most } tekens
    .hint = Kort hem in; het verhaal van een casus past beter in een eigen document.
control-character = in deze tekst staat het onzichtbare teken { $character }
    .hint = Haal het weg; het kan verbergen of omdraaien wat er te lezen staat. Vaak komt het mee met geplakte tekst.

# Getallen.
decimal-comma = `{ $name }` heeft een decimale komma
    .hint = Schrijf in het bestand en in opdrachten `{ $better }`.
not-a-number = `{ $name }` is geen getal
    .hint = Schrijf een decimaal getal zoals `3.5`, of een breuk tussen aanhalingstekens zoals `"1/3"`.
number-too-long = `{ $name }` heeft meer cijfers dan precies te bewaren zijn
    .hint = Gebruik hoogstens 15 cijfers, of een breuk tussen aanhalingstekens zoals `"1/3"`.
number-out-of-range = `{ $name }` is te groot of te fijn
    .hint = Kies een andere eenheid, zoals miljoenen.
number-not-finite = met `{ $name }` is niet te rekenen
    .hint = Schrijf het getal zelf, of laat het weg als het niet bekend is.
division-by-zero = `{ $name }` deelt door nul
    .hint = Zet een ander getal onder de streep.
not-a-count = `{ $name }` is geen heel getal vanaf 0
    .hint = Schrijf hoeveel het er zijn, zoals `2`.

# Gewichten en effecten.
negative-weight = het gewicht `{ $name }` is lager dan nul
    .hint = In { $program } zijn gewichten nul of hoger; wat een partij liever niet heeft, krijgt een lagere waardering.
    .otherwise = Gewichten zijn nul of hoger; wat een partij liever niet heeft, is een effect onder nul.
all-weights-zero = elk gewicht van deze partij is nul
    .hint = Ook in { $program } moet minstens één onderwerp een gewicht boven nul hebben.
    .otherwise = Geef minstens één belang een gewicht boven nul.
bad-weights = het gewicht van `{ $name }` ontbreekt of is niet te begrijpen
    .hint = Schrijf `"KO 40, WA 20"`, een bereik als in `"KO 30..50, WA 20"`, of een rangorde zoals `"KO > WA = RU"`.
bad-effect-line = `{ $name }` is niet te begrijpen als effect
    .hint = Schrijf een belang en een getal, zoals `KO+7`, of tekens, zoals `KO ++`; kenmerken als `cost=4`.
effect-out-of-range = het effect `{ $name }` ligt buiten -10..10
    .hint = Op een schaal in procenten is het sterkste effect 10; `scale: Points` heeft geen grenzen.
stated-twice = { $kind } `{ $name }` staat hier twee keer
    .hint = Houd er één van over, of tel ze op.
party-named-twice = partij `{ $name }` wordt twee keer genoemd
    .hint = Noem elk van hen één keer.
remark-not-here = een bron of status past hier niet
    .hint = Noteer die bij de opties en hoeveelheden van het onderwerp; schrijf hier alleen de waarde.

# Onderwerpen.
form-missing = een { $kind } heeft een van deze nodig: { $forms }
    .hint = Geef er precies één.
several-forms = bij een { $kind } staan hier { $forms }, en maar één daarvan kan
    .hint = Houd er één van over.
bounds-reversed = de hoeveelheden lopen van { $from } tot { $to }
    .hint = De eerste moet de kleinste zijn.
step-not-positive = de stap is niet groter dan nul
    .hint = Schrijf hoe ver twee hoeveelheden uit elkaar liggen, of laat het weg als elke hoeveelheid kan.
step-does-not-fit = met stappen van { $step } vanaf { $from } komt u niet uit op { $to }
    .hint = Verander de stap of een van de grenzen, zodat er een heel aantal stappen past.
too-many-steps = er zijn meer dan { $most } stappen
    .hint = Neem een grotere stap, of laat die weg als elke hoeveelheid kan.
curve-empty = deze curve heeft geen punten
    .hint = Schrijf minstens de uiteinden, zoals `[(0, 0), (10, 5)]`.
curve-not-rising = de hoeveelheid van dit punt is niet groter dan die van het punt ervoor
    .hint = Zet de punten op volgorde van hoeveelheid, en elke hoeveelheid één keer.
curve-too-short = deze curve laat een deel weg van de hoeveelheden van { $from } tot { $to }
    .hint = Geef haar punten bij { $from } en bij { $to }.
total-not-positive = er is niets te verdelen: het totaal is niet groter dan nul
    .hint = Schrijf het totaal dat verdeeld wordt.
condition-incomplete = `{ $field }` staat er zonder `{ $other }`
    .hint = Een voorwaardelijke optie heeft allebei nodig: de werelden waarin zij geldt, en de optie die anders telt.
fallback-circle = optie `{ $name }` valt via andere opties op zichzelf terug
    .hint = Laat een ervan terugvallen op een optie zonder voorwaarde.
same-issue = twee opties van `{ $name }` worden nooit samen gekozen
    .hint = Noem opties van twee onderwerpen.

# Besluiten en pakketten.
not-a-choice = `{ $name }` noemt geen keuze
    .hint = Schrijf het onderwerp, `=` en wat er besloten wordt, zoals `loon=3%` of `prijs=3.5`.
not-an-option = `{ $name }` noemt geen optie: het onderwerp heeft er geen om uit te kiezen
    .hint = Noem een onderwerp met opties.
other-decision = over `{ $name }` wordt besloten met { $way }
way-option = een van de opties, als tekst tussen aanhalingstekens
way-amount = een hoeveelheid, zoals `3.5`
way-division = aandelen, zoals `A:1/3,B:2/3`
amount-not-allowed = { $amount } is geen hoeveelheid die `{ $name }` kan hebben
    .hint = Mogelijk is van { $from } tot { $to }.
    .also = De stappen van { $step } tellen vanaf { $from }.
negative-share = een aandeel in `{ $name }` is lager dan nul
    .hint = Aandelen zijn nul of hoger.
shares-do-not-add-up = de aandelen van `{ $name }` zijn samen { $sum }, terwijl er { $total } is
    .hint = Verander de aandelen, zodat ze bij het totaal passen.
issue-undecided = over onderwerp `{ $name }` is niet besloten
    .hint = Een pakket beslist over elk onderwerp; zet er `{ $name }=..` bij.
issue-decided-twice = over onderwerp `{ $name }` is twee keer besloten
    .hint = Houd er één van over.

# Regels, werelden en partijen.
bad-limit = `{ $name }` is niet te begrijpen in een grens
    .hint = Schrijf twee sommen met `<=`, `>=` of `=` ertussen, zoals `2*fte + cost <= 3.6 + ruimte`.
attribute-not-carried = niets op tafel heeft het kenmerk `{ $name }`
    .hint = Zet het bij de opties die het gebruiken, als `{ $name }=1`; anders zegt de regel niets.
not-a-limit = regel `{ $name }` is geen grens, dus een wereld kan er geen andere grens voor geven
    .hint = Een wereld kan alleen regels veranderen van de vorm `limit: ..`.
set-too-small = minstens { $count } van { $listed } kan nooit
    .hint = Noem meer opties of vraag er minder.
world-circle = wereld `{ $name }` is via andere werelden op zichzelf gebaseerd
    .hint = Laat een ervan op de basiswereld gebaseerd zijn.
base-world-changes = `{ $name }` is de basiswereld, en die verandert niets
    .hint = Alleen een tekst is mogelijk; schrijf wat daar geldt in de tafel zelf.
probability-out-of-range = de kans `{ $name }` ligt niet tussen 0 en 1
    .hint = Schrijf een derde als `"1/3"` en dertig procent als `0.3`.
probabilities-too-much = met `{ $name }` komen de kansen van deze partij op { $sum }, meer dan 1
    .hint = Kansen van werelden die elkaar uitsluiten zijn samen hoogstens 1. Wat ze overlaten, telt voor de basiswereld.
weights-turned = dit bereik van gewichten begint met het grootste einde
    .hint = Schrijf het kleinste eerst, zoals in `"KO 30..50"`.
range-not-ordered = de drie getallen lopen hier niet op
    .hint = Schrijf het slechtste, het waarschijnlijkste en het beste, in die volgorde.

# Wat misschien niet zegt wat de bedoeling was.
interest-not-weighed = belang `{ $name }` wordt gediend maar geen partij weegt het
    .hint = Geef het bij een partij gewicht, of laat het weg.
interest-not-served = niets op tafel doet iets voor belang `{ $name }`
    .hint = Zoek een optie die het dient; een partij die eraan hecht, vindt hier niets.
no-deal-off-scale = het alternatief `{ $name }` ligt buiten 0..100
    .hint = Boven 100 kan geen pakket beter zijn dan geen akkoord; onder 0 is elk pakket beter.

# Wat ontbreekt voordat er iets te berekenen valt.
parties-missing = de tafel heeft geen partijen
    .hint = Zet onder `parties` wie er onderhandelt.
issues-missing = de tafel heeft geen onderwerpen
    .hint = Zet onder `issues` waarover besloten wordt.
weights-missing = partij `{ $name }` weegt geen enkel belang
    .hint = Voeg `weights` toe, als `"KO 40, WA 20"` of als rangorde, `"KO > WA"`.
options-missing = onderwerp `{ $name }` heeft geen opties
    .hint = Zet er minstens één bij `options`.
today-missing = onderwerp `{ $name }` zegt niet wat vandaag geldt
    .hint = Voeg `today` toe: daar blijft een geparkeerd onderwerp, en alles in een alternatief met `today`.
recipients-missing = onderwerp `{ $name }` heeft niemand die een deel kan krijgen
    .hint = Voeg er minstens één toe aan `recipients`.
starter-name = `{ $name }` kan niet de naam van een tafel zijn
    .hint = Gebruik letters, cijfers en `-`, hoogstens 60: zo heet ook het bestand.
file-exists = er is al een bestand `{ $name }`
    .hint = Er is niets geschreven. Kies een andere naam, of zet eerst het bestand weg.
file-not-written = `{ $name }` is niet te schrijven
    .hint = Ga naar een map waarin u mag schrijven.
