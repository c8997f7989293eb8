# Een zitting: wat er is veranderd, gevraagd en geweigerd.

# Getypte regels: wat er mis is, en een uitweg.
script-missing = er is geen bestand `{ $name }`
    .hint = Geef een bestand met opdrachten, of `-` voor standaardinvoer.
line-too-long = een regel mag hoogstens { $most } KiB lang zijn
    .hint = Zet lange teksten in het bestand van de tafel.
quote-open = dit aanhalingsteken wordt niet gesloten
    .hint = Sluit het met `"`; tussen aanhalingstekens staat `""` voor één.
not-text = de regel is geen UTF-8-tekst
    .hint = Typ haar opnieuw, of bewaar het script als UTF-8.
unknown-command = de opdracht `{ $name }` bestaat niet
    .hint = bedoelt u `{ $near }`?
    .otherwise = `help` toont de opdrachten.
ambiguous-command = `{ $name }` kan { $known } zijn
    .hint = Typ een letter meer.
unknown-option = `{ $command }` kent geen `{ $name }`
    .hint = bedoelt u `{ $near }`?
    .otherwise = `help { $command }` toont hoe het getypt wordt; zet tekst die met `-` begint achter een woord.
too-many-words = `{ $name }` is een woord te veel voor `{ $command }`
    .hint = Zet een naam met spaties tussen `"`; `help { $command }` toont hoe het getypt wordt.
value-missing = achter `{ $option }` hoort nog iets
    .hint = `help { $command }` toont hoe het getypt wordt.
bad-value = `{ $name }` kan niet achter `{ $option }` staan
    .hint = bedoelt u `{ $near }`?
    .otherwise = Het kan een heel getal van { $least } tot en met { $most } zijn.
    .also = Het kan { $known } zijn.
options-conflict = `{ $option }` en `{ $other }` sluiten elkaar uit
    .hint = Laat er één weg.
words-missing = er ontbreekt iets: { $known }
    .hint = `help { $command }` toont hoe het getypt wordt.
no-table = er is nog geen tafel
    .hint = `new` begint er een, `load NAME` pakt er een, `scenarios` toont de meegeleverde.
ambiguous-number = `{ $name }` is op twee manieren te lezen
    .hint = Typ `{ $whole }` of `{ $decimals }`.
not-a-typed-number = `{ $name }` is geen getal
    .hint = Typ het als `3`, `0,5` of `0.5`.
amount-not-option = over `{ $name }` wordt een hoeveelheid besloten; het heeft geen opties
    .hint = `effect { $name } INTEREST 0:0 10:5` zegt wat hoeveelheden doen.
ambiguous-name = `{ $name }` kan { $known } zijn
    .hint = Typ voor de naam wat het is.
curve-unclear = dit zegt niet wat hoeveelheden van `{ $name }` doen
    .hint = Typ een belang en punten, zoals `effect { $name } INTEREST 0:0 10:5`.
reading-of-attribute = `{ $name }` is een kenmerk: een feit, geen oordeel
    .hint = Is het omstreden, leg dat dan vast met `fact { $name } ... --status contested`.
effects-unclear = `{ $name }` zegt niet wat er beter of slechter wordt
    .hint = Typ een belang en hoeveel: `wages ++, rest --` of `wages+7 rest-3`.
no-deal-of-attribute = `{ $name }` is een kenmerk; zonder akkoord gaat het om belangen
    .hint = Typ belangen en hoeveel, zoals `wages -`.
no-position = `{ $name }` heeft { $count ->
    [0] geen standpunten
    [one] één standpunt
   *[other] { $count } standpunten
}
    .hint = `show { $name }` noemt ze.
weight-needed = de gewichten van `{ $name }` zijn getallen
    .hint = Voeg `--weight` en een getal toe, of typ een rangorde met `weights { $name }`.
weights-are-ranking = de belangen van `{ $name }` staan in rangorde, zonder getallen
    .hint = Laat `--weight` weg, of typ alle getallen met `weights { $name }`.
issue-without-options = bij onderwerp `{ $name }` valt niets te kiezen
    .hint = Typ opties achter een dubbele punt, die van vandaag eerst: `issue { $name }: as it is, something else`; of een hoeveelheid met `--from` en `--to`.
today-needed = niemand heeft gezegd wat vandaag geldt bij `{ $name }`
    .hint = Zeg het met `issue { $name } --today`.
already-parked = onderwerp `{ $name }` is al geparkeerd
    .hint = `open { $name }` neemt het weer op.
not-parked = onderwerp `{ $name }` is niet geparkeerd
    .hint = `park { $name }` houdt het buiten het gesprek; `load` pakt een bestand.
demand-unclear = dit zegt niet wat de regel vraagt
    .hint = Typ een van `cost <= 3.6`, `forbid a=b`, `a=b requires c=d`, `a=b excludes c=d`, `at most 1 of a=b c=d`, `PARTY INTEREST >= 2`.
colon-needed = in `{ $name }` ontbreekt een dubbele punt achter de naam
    .hint = Typ het als in `--change "wages=4%: rest-3 cost=2"` of `--limit "room: cost <= 3"`.
frozen-option = de schaal van de scores staat vast, en `{ $name }` hoort erbij
    .hint = Houd het met een regel buiten: `rule NAME forbid { $name }`.
already-frozen = de schaal van de scores staat al vast
    .hint = Opties die er nu bij komen, verschuiven haar niet.
needs-yes = `{ $name }` wordt op { $count } andere plaatsen genoemd, en die gaan mee
    .hint = Kijk met `show { $name }`, en voeg `--yes` toe als dat de bedoeling is.
nothing-to-undo = { $count ->
    [0] er is niets terug te nemen
   *[other] er zijn er maar { $count } terug te nemen
}
    .hint = `log` toont de wijzigingen.
nothing-to-redo = { $count ->
    [0] er is niets opnieuw te doen
   *[other] er zijn er maar { $count } opnieuw te doen
}
    .hint = Alleen wat `undo` terugnam kan opnieuw, tot de volgende wijziging.
bad-setting = `{ $name }` kan hier niet
    .hint = Het kan { $known } zijn.
not-a-change = `{ $name }` verandert niets, dus valt er niets te proberen
    .hint = Probeer een wijziging, zoals `whatif weights PARTY ...` of `whatif park ISSUE`.
nothing-to-keep = er is niets geprobeerd sinds de laatste wijziging
    .hint = `whatif` en een wijziging probeert die; `keep` voert haar dan door.
today-unknown = niet elk onderwerp zegt wat vandaag geldt
    .hint = `check` zegt welke; zeg het met `issue NAME --today`.
no-answer = er is geen pakket waar `{ $name }` voor kan staan
    .hint = `solve` zegt waarom er geen aanvaardbaar is.
nothing-found-yet = het zoeken naar `{ $name }` is afgebroken voordat een aanvaardbaar pakket was gevonden of uitgesloten
    .hint = Geef meer tijd met `--time-limit`.
not-proven-yet = het zoeken naar `{ $name }` is afgebroken, dus is niet zeker voor welk pakket het staat; er is niets vastgelegd
    .hint = Geef meer tijd met `--time-limit`.
not-shown = van deze tafel is geen pakket getoond als `{ $name }`
    .hint = { $count ->
        [0] Er is nog niets getoond; `solve` toont er een.
        [one] Tot nu toe is er één getoond: `_` of `#1`.
       *[other] Tot nu toe zijn er { $count } getoond; `_` is het laatste, `#1` het eerste.
    }
package-name = een pakket kan niet `{ $name }` heten
    .hint = Dat staat al voor een pakket; kies een naam zoals `first`.
package-unnamed = wat gezegd wordt, gaat over een pakket met een naam, en `{ $name }` heeft er geen
    .hint = Geef het eerst een naam, zodat het blijft wat het is: `package NAME { $name }`.
not-a-step = `{ $name }` is geen stap van de schaal
    .hint = Typ een van { $known }, of 5 tot 1; daarna de eigen woorden.
no-packages = nog geen pakket heeft een naam
    .hint = Geef er een een naam met `package first fair`, of vergelijk doelen: `compare joint fair`.
file-there = er is al een bestand `{ $name }`
    .hint = Bewaar onder een andere naam, of vervang het met `save { $name } --yes`.
file-changed = iemand heeft `{ $name }` veranderd sinds het gelezen werd
    .hint = Bewaar onder een andere naam, of vervang het met `save { $name } --yes`.
journal-goes-on = { $count ->
    [0] het bestand bevat nog wat sindsdien is teruggenomen
    [one] één wijziging staat nog niet in het bestand
   *[other] { $count } wijzigingen staan nog niet in het bestand
}
    .hint = `log` toont ze, `save` schrijft ze, `undo` neemt ze terug.
journal-torn = de laatste wijziging is nooit afgemaakt en telt dus niet
    .hint = Wat ervan staat is apart gelegd in `{ $file }`.
file-taken = iemand heeft het bestand veranderd; wat daar nu staat telt, in plaats van { $count ->
    [one] één wijziging die er niet in stond
   *[other] { $count } wijzigingen die er niet in stonden
}
    .hint = `undo` brengt terug hoe het daarvoor was.
file-taken-quietly = iemand heeft het bestand veranderd; wat daar nu staat telt
    .hint = `undo` brengt terug hoe het daarvoor was.
only-looking = de tafel is te bekijken, niet te veranderen: { $reason }
    .hint = `save` met een andere naam maakt een kopie die wel veranderd kan worden.
change-not-kept = er is niets veranderd, want het kon niet bewaard worden: { $reason }
    .hint = Maak ruimte, of bewaar met `save` onder een andere naam of in een andere map en ga daar verder.
no-more-changes = er is niets veranderd: { $reason }
    .hint = `save` met een andere naam maakt een kopie die wel veranderd kan worden.
no-drafts = er zijn geen tafels die niet bewaard zijn
    .hint = `load` pakt een bestand, `new` begint een tafel.
no-draft = er is geen `{ $name }` onder de tafels die niet bewaard zijn
    .hint = `resume` noemt { $count ->
        [one] de ene die er is
       *[other] de { $count } die er zijn
    }.
reason-journal-busy = een andere sessie heeft hem in handen, of heeft hem veranderd sinds deze hem las
reason-journal-full = er is geen ruimte op de schijf
reason-journal-no-place = in die map kan geen bestand geschreven worden
reason-journal-not-written = het journaal kon niet geschreven worden
reason-journal-broken = de schijf zei niet dat het journaal geschreven is; niemand weet wat veilig is
reason-journal-gone = iemand heeft het journaal weggehaald
reason-journal-damaged = records midden in het journaal zijn niet te lezen, achter byte { $at }
reason-journal-unknown = dit is geen journaal dat deze versie kan lezen
title-needed = de tafel heeft een naam nodig
    .hint = Typ een paar woorden, of `stop`.
interest-needed = zonder belang kan niets beter of slechter worden voor `{ $name }`
    .hint = Typ er minstens één, of `stop`.
too-many-interests = om te beginnen hoogstens { $most }
    .hint = Neem de belangrijkste; `interest` voegt er later meer toe.
issue-needed = zonder onderwerp valt er niets af te spreken
    .hint = Typ er een als `wages: 2%, 3%, 4%`, of `stop`.
parties-needed = voor onderhandelen zijn minstens twee partijen nodig
    .hint = Typ de namen met komma's ertussen.
issue-shape = dit is geen onderwerp met opties
    .hint = Typ het als `wages: 2%, 3%, 4%`, dat van vandaag eerst.
no-deal-shape = dit zegt niet om wie het gaat, en wat diegene zonder akkoord heeft
    .hint = Typ het als `NAME: wages -, because they strike`; Enter: alles blijft als vandaag.

# De prompt, wijzigingen en bestanden.
banner = tafel { $version }: zoekt pakketten waar iedereen beter van wordt dan van geen akkoord
banner-start = `tour` leidt rond, `new` begint een tafel, `help` vertelt de rest.
banner-drafts = { $count ->
    [one] Eén tafel is niet bewaard. `resume` gaat ermee verder.
   *[other] { $count } tafels zijn niet bewaard. `resume` noemt ze.
}
banner-table = { $name } ligt op tafel. `show` vertelt wat erin staat, `help` de rest.
still-looking = Nog aan het zoeken. Ctrl-C stopt en geeft het beste tot nu toe.
how-to-leave = `quit` of Ctrl-D sluit af.
unsaved = Niet alles is bewaard. `save` bewaart het; nog eens `quit` sluit af zonder.
left-kept = { $count ->
    [one] Eén wijziging staat nog niet in het bestand. Die blijft bewaard: de volgende sessie gaat daar verder.
   *[other] { $count } wijzigingen staan nog niet in het bestand. Ze blijven bewaard: de volgende sessie gaat daar verder.
}
paused = De vraag blijft open. `new` gaat verder met een begonnen tafel.
stopped = gestopt
saved = { $count ->
    [0] { $file } is geschreven; er was niets veranderd.
    [one] { $file } is geschreven, met één wijziging.
   *[other] { $file } is geschreven, met { $count } wijzigingen.
}
setting-format = `text` of `json`
setting-lang = `en`, `nl`, of `table`: die van de tafel
setting-names = `ids`: de namen die u typt, of `roles`: rollen
setting-color = `always`, `never`, of `auto`: als de terminal het kan
loaded-next = `show` vertelt wat erin staat, `zopa` hoeveel ruimte er is, `solve` zoekt het beste pakket.
about = Legt belangen vast, geen standpunten, en zoekt hele pakketten waar elke partij beter van wordt dan van geen akkoord.
program-file = een tafelbestand of een meegeleverde naam; zonder opdracht: erover praten
program-check = alles zeggen wat fout of twijfelachtig is in tafelbestanden
program-run = een bestand met opdrachten uitvoeren op een tafel
program-new = een tafel met toelichting schrijven om mee te beginnen
word-file = een tafelbestand of een meegeleverde naam
word-script = een bestand met opdrachten; `-` voor standaardinvoer
word-package = een naam, een doel, of een keuze per onderwerp
word-party = een partij aan tafel
word-command = een opdracht, of het begin ervan
word-name = wat voor ding, als de naam dat niet zegt; dan de naam
word-issue-option = een onderwerp en één van de opties ervan
kind-kind = soort ding
kind-thing = partij, belang, onderwerp, optie, regel, kenmerk, wereld, feit, maatstaf of pakket
part-weights = gewichten
part-interests = belangen
part-position = standpunt, telt nooit mee
part-no-deal = zonder akkoord
part-effects = effecten
part-reading = eigen oordeel
part-curve = verloop
part-parked = geparkeerd, blijft
part-opened = weer op tafel, vandaag
part-ambition = ambitie
part-title = titel
part-name = naam
part-frozen = de schaal van de scores staat vast
part-parties = partijen
deed-part = { $name }, { $part }
deed-thing = { $kind } { $name }
deed-new = { $what }: { $after }
deed-changed = { $what }: { $before } → { $after }
deed-same = { $what }: { $after } (zoals het was)
deed-gone = { $what } weggehaald
deed-done = { $what }
pruned = { $path }: { $text } ging mee
pulse-room = Hoogst haalbaar voor wie het minst wint: { $gain }.
pulse-same = Hoogst haalbaar voor wie het minst wint: { $gain }, met hetzelfde pakket.
pulse-moved = Hoogst haalbaar voor wie het minst wint: { $before } → { $after }, met hetzelfde pakket.
pulse-other = Hoogst haalbaar voor wie het minst wint: { $before } → { $after }, met een ander pakket.
pulse-nothing = Nu is geen pakket voor iedereen aanvaardbaar; `solve` zegt waarom.
pulse-still-nothing = Nog steeds is geen pakket voor iedereen aanvaardbaar.
pulse-unknown = Zolang een alternatief onbekend is, is niet te zeggen wat een pakket oplevert.
pulse-unready = { $count ->
    [0] Nog nodig: { $missing }.
   *[other] Nog nodig: { $missing }, en nog { $count }; `check` noemt ze.
}
missing-parties = partijen
missing-issues = onderwerpen
missing-weights = wat { $name } nodig heeft (`weights`)
missing-options = opties voor { $name }
missing-today = wat vandaag geldt bij { $name }
missing-recipients = wie een deel van { $name } kan krijgen
note-ranked-last = Het staat onderaan; `weights { $name }` geeft een andere volgorde.
note-ask-no-deal-again = Vraag opnieuw of het alternatief van { $name } nog waard is wat er staat.
note-rough-score = Een kale score is grof: effecten op belangen zeggen meer.
note-added-later = De schaal van de scores blijft waar ze was: de optie is later toegevoegd.
note-sounds-like-demand = Dat klinkt als een eis; waar is die voor? `position` bewaart eisen.
note-demand-kept = De eis is bewaard als standpunt, woord voor woord; het telt nooit mee.
undone = Teruggenomen: { $line }
redone = Opnieuw gedaan: { $line }
log-empty = Er is niets veranderd.
log-begun = een nieuwe tafel
log-begun-on = begonnen met { $name }
log-undone = { $count ->
    [one] de laatste wijziging teruggenomen
   *[other] de laatste { $count } wijzigingen teruggenomen
}
log-redone = { $count ->
    [one] één wijziging opnieuw gedaan
   *[other] { $count } wijzigingen opnieuw gedaan
}
log-saved = in het bestand geschreven
log-taken = overgenomen uit het bestand, dat iemand anders veranderd had
log-by = (gezegd door { $who })
log-note = [{ $note }]
drafts = Deze tafels zijn niet bewaard; `resume` met het nummer gaat met één verder:
draft = { $title } ({ $count ->
    [one] één wijziging
   *[other] { $count } wijzigingen
})
log-redo = { $count ->
    [one] Eén teruggenomen wijziging kan opnieuw met `redo`.
   *[other] { $count } teruggenomen wijzigingen kunnen opnieuw met `redo`.
}
confirm-removal = { $count ->
    [one] { $name } wordt op één andere plaats genoemd, en die gaat mee:
   *[other] { $name } wordt op { $count } andere plaatsen genoemd, en die gaan mee:
}
and-more = en nog { $count }
confirm-yes = Typ `yes` om het weg te halen; al het andere laat het staan.
tried = Als { $deed }
tried-unready = Dan valt er niets te berekenen.
tried-none = Geen pakket is aanvaardbaar, ervoor noch erna.
tried-gone = Dan is geen pakket aanvaardbaar.
tried-same-package = Hetzelfde pakket: { $choices }
tried-before = nu:  { $choices }
tried-after = dan: { $choices }
tried-keep = Er is niets veranderd. `keep` maakt de wijziging.
task-start = Beginnen en eindigen
task-who = Wie, en waarom
task-what = Wat te besluiten valt, en wat moet
task-change = Van gedachten veranderen
task-look = Kijken
task-try = Proberen
help-more = `help COMMAND` zegt hoe het getypt wordt; Tab vult aan; het begin van een woord is genoeg. Een naam met spaties staat tussen `"`. `help dutch` noemt Nederlandse woorden ervoor.
help-example = Bijvoorbeeld
tour = Typ deze, een voor een:
tour-load = een meegeleverde tafel
tour-show = wat erop ligt
tour-zopa = hoeveel ruimte er is
tour-solve = het pakket dat het meeste oplevert voor de partij die het minst wint
tour-why = waar ieders opbrengst vandaan komt
tour-compare = twee pakketten naast elkaar
tour-step = de volgende stap die helpt
tour-new = een eigen tafel

# De snelle start.
ask-title = Waar gaat het over?
    .like = Een paar woorden: zorg voor mensen met verward gedrag
ask-parties = Wie zitten er aan tafel?
    .like = Namen met komma's ertussen; tussen haakjes kan een groep staan: gemeente, kliniek noord (aanbieders), kliniek zuid (aanbieders)
ask-interests = Wat heeft { $party } nodig, het belangrijkste eerst?
    .like = Hoogstens drie, zoals: korte wachtlijst > betaalbaar > goed werk. Geen eisen, maar waarom ze willen wat ze willen.
    .known = Hoogstens drie, met > ertussen. Tot nu toe zijn er: { $known }; wie er een deelt, typt hetzelfde.
ask-what-for = “{ $demand }” klinkt als een eis ({ $sign }). Waar is die voor?
    .like = Typ wat er voor { $party } beter van wordt; Enter houdt het als belang.
ask-issue = Wat valt er te besluiten? Eén onderwerp, met opties; wat vandaag geldt, gaat voorop.
    .like = Zoals: crisisbedden: geen, vier samen, acht samen
ask-next-issue = Wat nog meer? Enter als dit alles is.
ask-effects = { $issue } = { $option } in plaats van { $today }: wat wordt er beter of slechter?
    .like = Zoals: korte wachtlijst ++, betaalbaar -; Enter: niets.
    .known = Belangen: { $known }; met ++, +, -, -- of een getal erachter. Enter: niets.
ask-no-deal = Zonder akkoord blijft alles zoals vandaag. Voor wie is dat anders? Enter: voor niemand.
    .like = Zoals: gemeente: betaalbaar --, omdat de boetes doorgaan
sign-number = een getal
sign-option = een optie
sign-word = geen ruimte
certain = Wat zeker is
guess = Wat nog een gok is
certain-numbers = Met deze getallen levert niets meer op voor de partij die het minst wint: elk pakket is bekeken of uitgesloten.
certain-acceptable = Het pakket is voor iedereen aanvaardbaar in { $count } van { $draws } manieren om de rangordes getallen te geven.
certain-best = In { $count } van { $draws } blijft dit het pakket dat het meeste oplevert voor de partij die het minst wint.
certain-issues = In al die manieren gelijk besloten: { $issues }.
guess-issues = In sommige anders besloten: { $issues }.
guess-effects = { $count ->
    [one] Eén effect, in woorden of getallen gezegd door wie het typte.
   *[other] { $count } effecten, in woorden of getallen gezegd door wie ze typte.
}
guess-ranked = Alleen de volgorde is bekend van wat het zwaarst weegt voor { $parties }.
guess-today = Dat zonder akkoord alles blijft als het is, voor { $parties }.
begun-next = Ga verder met `show`, `why _`, `whatif weights ...`, `no-deal`, `save`; `freeze` zet de schaal vast als alle opties er zijn.

# Opdrachten: waar elk voor is, en voorbeelden op de tafel vvt-cao-2018.
command-new = een nieuwe tafel beginnen met een paar vragen; nog eens, om ermee verder te gaan
    .example = new A fence between two gardens
command-load = een tafelbestand of een meegeleverde tafel pakken
    .example = load friesland-acht
command-scenarios = de meegeleverde tafels tonen
    .example = scenarios
command-tour = acht regels om te typen, van een eerste blik tot een eigen tafel
    .example = tour
command-save = de tafel naar haar bestand schrijven, met toelichting en al
    .example = save example --yes
command-help = deze bladzijde, of hulp bij één opdracht
    .example = help whatif
command-set = taal, vorm en kleur van de antwoorden die volgen, en hoe partijen heten
    .example = set lang en ; set
command-quit = afsluiten; `exit`, `q` en Ctrl-D doen hetzelfde
    .example = quit
command-party = een partij toevoegen, of veranderen wat over haar gezegd is
    .example = party ZKN clinics of their own --group employers
command-interest = een belang bij een partij zetten: waarom ze wil wat ze wil
    .example = interest CNV PR --weight 10 ; interest FBZ thuis "time to be at home" --weight 5
    .more = Partijen met een belang van dezelfde naam delen het. Klinkt het als een eis, dan vraagt tafel waar die voor is.
command-weights = hoe zwaar elk belang weegt voor een partij
    .example = weights FNV KO 30, WA 15, RU 35, IN 10, DU 10 ; weights CNV KO > RU = DU > WA > IN
command-position = bewaren wat een partij eist, woord voor woord; het telt nooit mee
    .example = position FNV 5%, or we strike ; position FNV --number 1
command-no-deal = wat een partij heeft zonder akkoord
    .example = no-deal FNV KO+2 RU-1 --because "strikes, outcome unsure" ; no-deal CNV today ; no-deal BTN unknown
    .more = `today`, effecten op belangen, een heel pakket, een kale score (grof), of `unknown`.
command-issue = een onderwerp met opties toevoegen, dat van vandaag eerst; of een hoeveelheid
    .example = issue reiskosten: nu, hoger, volledig ; issue toeslag --from 0 --to 50 --step 5 --unit euro --today 0
command-option = een optie aan een onderwerp toevoegen, met wat ze doet
    .example = option loon=3,5% KO+5 WA+4 IN+2 BE-4 cost=3.5 ; option loon=3+1% KO+6 WA+5 IN+2 BE-4 cost=3 --only-if tarieven-dekkend --otherwise 3%
command-effect = veranderen wat een optie doet voor belangen, en wat ze meebrengt
    .example = effect loon=4% KO+8, BE -- ; effect loon=3% cost=3,2
    .more = `++` is 6, `+` 3, `-` -3, `--` -6, `0` haalt het weg.
command-reading = het eigen oordeel van een partij over wat een optie doet
    .example = reading FNV loon=4% KO+5 ; reading FNV loon=4% none
command-attribute = een kenmerk toevoegen: wat opties meebrengen en waar regels over gaan, met een eenheid
    .example = attribute fte staff --unit fte
command-rule = een harde regel toevoegen of veranderen, met eigenaar en reden
    .example = rule loonruimte cost <= 3.4 + ruimte ; rule samen rooster=veto requires financiers=plan --owner BTN ; rule n1 at most 1 of rooster=veto scholing=budget+ ; rule n2 forbid stage=nu ; rule n3 FNV RU >= 2
command-world = een toestand buiten de tafel toevoegen, of veranderen wat er dan geldt
    .example = world recessie "the tariffs go down" --change "financiers=plan: DU+1 ruimte=0" --limit "loonruimte: cost <= 3"
command-fact = iets noteren dat bekend is, en hoe vast het staat
    .example = fact verzuim "sick leave is 7%" --status contested --source "both data sets"
command-ambition = waar de partijen samen willen uitkomen
    .example = ambition enough colleagues, now and in ten years
command-title = hoe de tafel voor mensen heet
    .example = title Talks of this spring
command-freeze = de schaal van de scores vastzetten: latere opties verschuiven haar niet
    .example = freeze
command-rename = iets overal een andere naam geven
    .example = rename FNV Bond ; rename interest KO koopkracht ; rename loon=4% "4 percent"
command-remove = iets weghalen, met wat eraan hangt
    .example = remove fact getallen ; remove FBZ --yes
command-park = een onderwerp buiten het gesprek houden: het blijft als vandaag
    .example = park financiers
command-open = een geparkeerd onderwerp weer opnemen
    .example = park loon ; open loon
command-undo = de laatste wijziging terugnemen, of meer
    .example = park loon ; undo
command-redo = teruggenomen wijzigingen opnieuw doen
    .example = park loon ; undo ; redo
command-log = de wijzigingen tot nu toe: wat, wanneer, en door wie als `--said-by WHO` en `--note TEXT` dat zeiden; `--all`: alles
    .example = log ; park loon --said-by FNV --note "daar komen ze op terug" ; log --all
command-resume = verder met een tafel die niet bewaard is
    .example = resume ; resume 2
command-show = de tafel, of één ding ervan
    .example = show ; show FNV ; show loon ; show rule loonruimte ; show loon=4%
command-matrix = wie wat weegt, en wie hoeveel op het spel heeft per onderwerp
    .example = matrix ; matrix --issues
command-zopa = hoeveel ruimte er is: de zone van mogelijk akkoord
    .example = zopa ; zopa --world tarieven-niet-dekkend
command-propose = een paar pakketten van verschillende vorm om over te praten, en wat werelden ermee doen
    .example = propose ; propose --ratifiable
command-test = of iedereen met een pakket kan leven, en of iets voor iedereen beter is
    .example = test naive ; test fair --world tarieven-niet-dekkend
command-solve = het beste pakket dat voor iedereen aanvaardbaar is
    .example = solve ; solve --objective fair ; solve --objective best:FNV --ratifiable ; solve --packages 3
    .more = joint: levert samen het meeste op; fair: levert het meeste op voor de partij die het minst wint; nash: het grootste product van opbrengsten; ks: brengt iedereen even ver op weg naar het eigen beste pakket; best:PARTY.
command-frontier = elke uitkomst waarin niemand meer kan krijgen zonder dat een ander inlevert
    .example = frontier ; frontier --parties FNV,ActiZ
command-score = wat één heel pakket voor iedereen waard is
    .example = score naive ; score naive loon=4% ; score fair
    .more = Een pakket is een naam, `today`, een doel (`fair`), `_` voor het laatst getoonde, `#1` voor het eerst getoonde, of een keuze per onderwerp; daarachter wat eraan verandert.
command-bill = wat een pakket van elke grens gebruikt
    .example = bill fair
command-why = waar ieders opbrengst vandaan komt
    .example = why fair ; why fair --party FNV
command-trades = wat twee partijen kunnen ruilen
    .example = trades ; trades naive
command-meso = meerdere aanbiedingen die voor één partij evenveel waard zijn, om te zien welke de anderen bevalt
    .example = meso ActiZ ; meso FNV --level 70 --packages 2
command-package = een pakket een naam geven; zonder naam: alle naast elkaar
    .example = package midden loon=3% looptijd=15m rooster=stabiel instroom=orient stage=nu scholing=budget financiers=brief ; package eerst fair
command-react = wat een partij zegt van een pakket met een naam, op een schaal van vijf; alleen: wat er gezegd is
    .example = react FNV naive "nee tenzij" --because RU de roosters moeten rust geven ; react CNV naive ja ; react ; react FNV naive
    .more = “voluit ja”, “ja”, “ja met vraag”, “nee tenzij”, “nee”, of 5 tot 1; daarna de eigen woorden. Een uitgesproken nee gaat voor de cijfers, en `propose` blijft ervan weg. Het laatste woord telt; eerdere blijven bewaard.
command-compare = pakketten naast elkaar
    .example = compare naive historic ; compare joint fair
command-whatif = wat één wijziging zou doen, zonder haar te maken
    .example = whatif weights FNV KO 30, WA 15, RU 35, IN 10, DU 10 ; whatif park financiers
command-keep = de laatst geprobeerde wijziging maken
    .example = whatif park financiers ; keep
command-step = de ene verandering van een pakket die het meeste helpt
    .example = step naive
command-improve = een pakket dat voor iedereen beter is
    .example = improve naive ; improve naive --joint
command-whynot = wat een besluit in de weg staat, en wat het zou kosten
    .example = whynot rooster=veto ; whynot loon=2% --objective joint
command-firm = hoe weinig er hoeft te veranderen voordat het advies verandert
    .example = firm ; firm naive ; firm --objective joint
    .more = Zonder pakket gaat het over het antwoord; van een ander pakket vertelt het hoe zeker het is dat het aanvaardbaar is, of juist niet.
command-what-matters = waar het advies aan hangt, welke geschillen er niet toe doen, en de ene vraag om te stellen
    .example = what-matters ; what-matters --objective joint

# Opties van opdrachten.
option-yes = zonder te vragen
option-lesson = ook vertellen wat de tafel leert: haar zone, het pakket dat voor de hand ligt, en waar het advies aan hangt
option-role = de rol die ze speelt, getoond in plaats van een echte naam
option-group = met wie ze optrekt, zoals vakbonden
option-may-stay-out = er kan een akkoord zijn zonder haar
option-needed = zonder haar is er geen akkoord
option-weight = hoe zwaar het weegt, waar gewichten getallen zijn
option-number = welk van de standpunten: de tekst komt ervoor in de plaats, zonder tekst gaat het weg
option-because = waarom: in de woorden van de partij, of het belang waar het om gaat
option-today = wat geldt als er niets verandert
option-from = de kleinste hoeveelheid
option-to = de grootste hoeveelheid
option-step = de afstand tussen hoeveelheden
option-unit = wat één ervan is
option-bundle = met welke onderwerpen het besproken wordt
option-text = hetzelfde in woorden
option-like = de optie van hetzelfde onderwerp waar hij op lijkt: wat hij doet, en al wat lezingen, regels, werelden en achterbannen van die optie zeggen
option-only-if = geldt alleen als deze wereld uitkomt
option-otherwise = welke optie anders telt
option-robust = alleen pakketten die in elke wereld standhouden
option-without = zonder deze partij, die erbuiten mag blijven
option-event = waaraan iedereen kan zien welke van de twee telt
option-by = wanneer dat bekend is, zoals 2019-01-01
option-owner = van wie de regel is
option-reason = waarom hij geldt
option-change = wat een optie in deze wereld doet
option-limit = een grens die in deze wereld geldt
option-status = hoe vast het staat
option-source = waar het vandaan komt
option-question = wat het zou beslechten
option-issues = alleen wie hoeveel op het spel heeft per onderwerp
option-interests = alleen wie wat weegt
option-world = in welke wereld; gewoonlijk de basiswereld
option-objective = waar naar te zoeken: joint, fair, nash, ks of best:PARTY
option-packages = hoeveel pakketten van verschillende vorm
option-parties = alleen deze partijen vergelijken, zoals FNV,ActiZ
option-level = wat elke aanbieding voor de partij waard is; zonder opgave wat het pakket is dat het meeste oplevert voor wie het minst wint
option-within = hoeveel punten dat mag verschillen; zonder opgave 1
option-ratifiable = alleen pakketten die elke achterban doorlaat
option-party = alleen deze partij, volledig
option-joint = voor wat samen het meeste oplevert
option-keep-going = doorgaan na een fout
option-format = de vorm van het antwoord: text of json
option-time-limit = stoppen met zoeken na zoveel seconden, en zeggen wat er gevonden is
option-all = de alternatieven niet laten meetellen: een partij kan slechter af zijn dan zonder akkoord
option-lang = de taal van het antwoord; gewoonlijk die van de tafel
option-names = hoe partijen heten: met de namen die u typt (ids), of met hun rollen (roles)
option-color = kleuren gebruiken: auto, always of never
option-command = deze regel uitvoeren in plaats van te vragen; mag vaker
option-no-journal = geen journaal bijhouden: wat niet bewaard is, is aan het eind weg
option-no-history = geen getypte regels onthouden
option-no-config = de regels voor elke start niet uitvoeren
option-scenario = de naam van de tafel; het bestand heet NAME.ron
