# Het gesprek begeleiden: fasen, ideeën voordat iemand oordeelt.

## In het bestand
kind-idea = idee
kind-check = controle
kind-silenced = controle die opzij is gezet
expected-silenced = een controle die opzij is gezet, zoals `(check: .., about: .., because: ..)`
part-phase = fase
part-silenced = opzij gezet
note-scale-fixed = Met de voorbereiding sluit u ook de schaal van de scores: opties die er nu bij komen, verschuiven haar niet.

## Fasen
phase-prepare = voorbereiden
    .what = Iedereen verkent de eigen belangen, wat er zonder akkoord overblijft, en de feiten: interview, weights, no-deal, fact, criterion, matrix, check.
phase-create = waarde creëren
    .what = Bedenk zonder u vast te leggen: niets is hier een bod. Bedenk eerst opties, oordeel later, en maak er pakketten van: invent, option, package, whatif, step, propose.
phase-distribute = waarde verdelen
    .what = Kies één pakket, met maatstaven die iedereen thuis kan uitleggen: criterion, compare, meso, ratify, explain, stress.
phase-follow = nakomen
    .what = Zorg dat het standhoudt: wie doet wat en wanneer, wat als het niet werkt, wanneer kijkt u opnieuw: stress, check.
show-phase = Het gesprek is in de fase: { $phase }
show-ideas = Ideeën die nog niemand beoordeelde
phase-missing = Voordat u verdergaat, ontbreekt nog:
phase-guides = `phase next` gaat toch verder: fasen wijzen de weg en houden niemand tegen.
phase-ready = Hier ontbreekt niets; `phase next` gaat verder.
phase-last = Deze fase houdt niet op: kijk opnieuw wanneer dat is afgesproken.
phase-left = Nog open in de fase { $phase }:
lacking-people = wie er onderhandelt; `party` zet ze aan tafel
lacking-ambition = waar u samen wilt uitkomen; `ambition` bewaart het, als iedereen er ja tegen zegt
lacking-interests = twee belangen die ze zelf bevestigden, van { $parties }; `interview` vraagt ernaar
lacking-no-deal = wat { $parties } zonder akkoord hebben; `no-deal` bewaart het
lacking-facts = feiten waar iedereen het over eens is, onder de regels die erop rusten: { $facts }; `facts` laat zien wat u samen uitzoekt
lacking-ratification = wie thuis bij { $parties } ja moet zeggen, en wat die erin moet vinden; `ratification` bewaart het
lacking-packages = { $wanted } pakketten van verschillende vorm waarmee iedereen kan leven; nu { $found ->
        [one] is het er { $found }
       *[other] zijn het er { $found }
    }, en `propose` vindt er een paar
lacking-agreement = een pakket met een naam waarmee iedereen kan leven; `package` geeft er een een naam
lacking-explanations = wat { $parties } thuis over { $package } zeggen; `explain` bewaart het
lacking-route = een ja thuis bij { $parties } op { $package }; `ratify` zegt wie en wat

## Ideeën
invent-on = Nu is elke regel die met `+` begint of tussen aanhalingstekens staat een idee. Geen namen, geen scores, geen kritiek, en niets is een bod. Probeer er minstens vijf, ook een paar die de anderen helpen. `invent off` houdt ermee op.
invent-off = { $count ->
        [0] Er is geen idee bewaard.
        [one] Er is één idee bewaard; niemand heeft het nog beoordeeld.
       *[other] Er zijn { $count } ideeën bewaard; niemand heeft ze nog beoordeeld.
    }
invent-none = Er zijn nog geen ideeën. `invent on` maakt er ruimte voor.
invent-next = Een idee wordt een optie zodra iemand zegt wat het doet: `option ISSUE=NAME EFFECTS --idea 1`.
invent-waits = Eerst bedenken, dan oordelen: dat wacht tot `invent off`.
invent-first = eerst bedenken, daarna pas wat ertegen pleit
    .hint = Bewaar het voor later: na `invent off` mag alles worden gewogen.
no-idea = er is geen idee { $name } onder de { $count }
    .hint = `invent` noemt ze met hun nummer.
idea-needs-effects = een idee wordt een optie zodra iemand zegt wat het doet, en daarover is nog niets gezegd van "{ $name }"
    .hint = Voeg effecten op belangen toe, zoals `KO+2`.

## Controles die opzij zijn gezet
reason-needed = { $name } gaat alleen met een reden opzij
    .hint = Voeg `--because TEXT` toe: de volgende lezer wil het weten.
not-silenced = `{ $name }` is niet opzij gezet
    .hint = `check --all` noemt wat dat wel is.

## Opdrachten
task-process = De loop van het gesprek
command-phase = waar het gesprek is, wat er ontbreekt voordat het verdergaat, en door naar een andere fase
    .example = phase ; phase next ; phase create
    .more = De fasen zijn voorbereiden, waarde creëren, waarde verdelen en nakomen. Ze wijzen de weg en houden niemand tegen. Wie de voorbereiding verlaat, zet de schaal van de scores vast, zoals `freeze` doet.
command-invent = opties bedenken zonder namen, scores of kritiek
    .example = invent on ; invent "veto only at short notice" ; invent off ; invent ; option rooster=kortdag RU+3 BE-1 --idea 1
    .more = Zolang het bedenken duurt, wacht wat scoort of oordeelt, en klinkt bij een verandering niet wat ze waard is. Een idee is pas een optie als iemand er effecten bij geeft; `--drop` haalt er een van de lijst.
command-check = wat twijfelachtig is of ontbreekt, en de eerste vragen voor deze fase
    .example = check ; check --all ; check C17 ; check C01 "binnen twee jaar geen wachtlijsten meer" ; check --silence C07 FNV --because "dat zeiden ze aan de telefoon" ; check --unsilence C07 FNV
    .more = Met `--all` elke vraag, met de velden die gelezen zijn, wat opzij is gezet, en de vragen die nooit vanzelf komen omdat geen veld bevat wat ze nodig hebben.
option-drop = het idee dat van de lijst gaat, met zijn nummer
option-idea = het idee dat het was, met zijn nummer: de woorden worden die van de optie, en het gaat van de lijst
option-silence = een controle die opzij gaat, bij één ding als dat erbij staat
option-unsilence = een controle die weer mag vragen
