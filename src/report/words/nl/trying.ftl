# Een stap verder: step, improve, whynot.

## Wat er nog meer gevraagd is
demand-option = `{ $option }`
only-demanded = Gevraagd is alleen naar pakketten met { $demands }.
reason-asked = u vraagt om { $demand }

## Twee pakketten naast elkaar
column-before = eerst
column-after = dan
column-change = verschil
changed-issue = { $issue }: van “{ $from }” naar “{ $to }”
together-changes = Samen gaat de opbrengst van { $joint } naar { $joint_after }, voor de partij die het minst wint van { $smallest } naar { $smallest_after }.
bodies-won = Dan zegt thuis ja, en eerst niet: { $bodies }.
bodies-lost = Dan zegt thuis niet langer ja: { $bodies }.
moves-nothing = niets voor { $parties }

## De ene stap die het meeste helpt
step = De ene stap die het meeste helpt
step-repairs = { $change }. Dat neemt weg wat in de weg staat: { $repaired }.
step-repairs-part = { $change }. Dat neemt iets weg wat in de weg staat: { $repaired }.
step-all-gain = { $change }. Iedereen van wie het ja nodig is, gaat erop vooruit.
step-all-gain-repairs = { $change }. Iedereen van wie het ja nodig is, gaat erop vooruit, en het neemt weg wat in de weg staat: { $repaired }.
step-all-gain-repairs-part = { $change }. Iedereen van wie het ja nodig is, gaat erop vooruit, en het neemt iets weg wat in de weg staat: { $repaired }.
step-losers = Wie erbuiten mag blijven en erop achteruitgaat: { $payers }.
step-lifts = { $change }. Er is geen losse stap waarmee iedereen erop vooruitgaat; deze levert het meeste op voor de partij die het minst wint.
step-adds-up = { $change }. Er is geen losse stap waarmee iedereen erop vooruitgaat, en geen die meer oplevert voor de partij die het minst wint; met deze is de opbrengst samen het grootst.
step-none = { $count ->
    [0] Er valt niets te veranderen: elk onderwerp heeft maar één mogelijk besluit, of is geparkeerd.
    [one] De enige losse stap die er is, helpt niet.
   *[other] Geen van de { $count } losse stappen helpt: elke past niet binnen een regel, brengt een partij onder haar alternatief of levert niets extra op.
}
    .hint = Veranderingen op meer onderwerpen tegelijk kunnen nog wel helpen: die zoekt `improve`.
step-none-of-amounts = Geen losse stap helpt, bij welk bedrag of welke hoeveelheid ook: elke past niet binnen een regel, brengt een partij onder haar alternatief of levert niets extra op.
step-cut-short = Het zoeken naar het beste bedrag of de beste verdeling is afgebroken: een die niet bekeken is, helpt misschien meer.
step-leaves = Dit staat dan nog in de weg: { $left }.
fault-rule = het past niet binnen de regel `{ $rule }`
fault-no-deal = { $party } zit onder het eigen alternatief
steps-next = Andere stappen
step-next = { $change }: { $parties }.
step-next-all-gain = { $change }, en iedereen van wie het ja nodig is gaat erop vooruit: { $parties }.
step-next-all-gain-losers = { $change }, en iedereen van wie het ja nodig is gaat erop vooruit: { $parties }. Wie erbuiten mag blijven en erop achteruitgaat: { $payers }.
step-next-repairs = { $change }, en dat neemt iets weg wat in de weg staat: { $parties }.

## Beter voor sommigen en slechter voor niemand
improve-efficient = Niets is voor iemand beter en voor niemand slechter
improve-efficient-meaning = Wie meer wil dan dit pakket geeft, moet dat van een ander aan tafel vragen.
improve-efficient-unacceptable = Toch is het zo niet af te spreken: iemand aan tafel moet dus minder krijgen dan dit pakket geeft.
next-repair = `step` zoekt de ene stap die wegneemt wat in de weg staat.
improve-impossible = Geen enkel pakket binnen de regels is voor iedereen minstens zo goed als dit
improve-unknown = Het zoeken is afgebroken voordat iets beters was gevonden of uitgesloten.
because-kept = Omdat { $reasons }.
reason-kept = { $party } niet onder de { $score } punten mag komen die er nu zijn
improve-fair = Slechter voor niemand: het pakket dat het meeste oplevert voor de partij die het minst wint
improve-joint = Slechter voor niemand: het pakket dat samen het meeste oplevert
improve-count = { $count ->
    [0] Geen enkel pakket binnen de regels is voor iedereen minstens zo goed en voor sommigen beter.
    [one] Eén pakket binnen de regels is voor iedereen minstens zo goed en voor sommigen beter.
   *[other] { $written } pakketten binnen de regels zijn voor iedereen minstens zo goed en voor sommigen beter.
}
improve-fewest = Met de minste veranderingen
improve-fewest-same = Geen pakket met minder veranderingen is voor sommigen beter en voor niemand slechter.

## Waarom een besluit niet in het antwoord staat
whynot = Waarom niet { $decision }?
whynot-against = Vergeleken met: { $answer }.
whynot-parked = { $issue } is geparkeerd en blijft dus zoals het is. Open het eerst en vraag het dan opnieuw.
whynot-chosen = Dat staat al in dat pakket: { $decision }.
whynot-beside = Wat het zou kosten om het zonder precies deze hoeveelheid te doen, is niet berekend.
whynot-only = Bij dit onderwerp valt er niets anders te kiezen.
whynot-impossible = Met dit besluit is geen enkel pakket aanvaardbaar
whynot-needed = Zonder dit besluit is geen enkel pakket aanvaardbaar
whynot-with = Het beste pakket met dit besluit
whynot-without = Het beste pakket zonder dit besluit
whynot-with-found = Het beste gevonden pakket met dit besluit
whynot-without-found = Het beste gevonden pakket zonder dit besluit
whynot-free = Dat kost niemand iets: er is een even goed pakket mee.
whynot-gains = Dat kost niemand iets en levert op: { $gainers }; toch gaat het andere pakket volgens deze maatstaf voor.
whynot-costs = Dat kost { $payers }, en levert niemand iets op.
whynot-costs-and-gains = Dat kost { $payers }, en levert op: { $gainers }.
whynot-alone = Geen ander onderwerp verandert mee.
whynot-along = Andere onderwerpen die meeveranderen:
whynot-proven = Van beide pakketten is bewezen dat ze volgens deze maatstaf het beste zijn.
whynot-bound-against = Het zoeken naar het pakket waarmee dit vergeleken is, is afgebroken: volgens deze maatstaf komt geen enkel pakket hoger uit dan { $bound }, { $above }.
whynot-bound-with = Het zoeken met dit besluit is afgebroken: volgens deze maatstaf komt geen enkel pakket daarmee hoger uit dan { $bound }, { $above }.
whynot-bound-without = Het zoeken zonder dit besluit is afgebroken: volgens deze maatstaf komt geen enkel pakket daarzonder hoger uit dan { $bound }, { $above }.
whynot-unknown-with = Het zoeken met dit besluit is afgebroken voordat een aanvaardbaar pakket was gevonden of uitgesloten.
whynot-unknown-without = Het zoeken zonder dit besluit is afgebroken voordat een aanvaardbaar pakket was gevonden of uitgesloten.
prices = Wat een grens hier kost
prices-intro = Met { $decision }, als een grens één verschuift:
price = `{ $rule }` +1: { $higher }; -1: { $lower }.
price-unit = `{ $rule }` +1 ({ $unit }): { $higher }; -1: { $lower }.
price-gains = samen { $joint }, voor wie het minst wint { $smallest }
price-score = { $party } op { $score }
price-same = er verandert niets
price-nothing = geen pakket
price-unknown = niet op tijd bekend
