# Het interview, de vragenbank, gewichten per stap, het werkblad.

## Problemen
swing-order = dit noemt niet elk belang één keer
    .hint = Typ ze allemaal, wat het eerst beter moet voorop: { $known }; `=` voor wat gelijk weegt.
swing-sizes = dit zijn geen groottes van de andere stappen
    .hint = De eerste is 100; typ een getal van 100 omlaag tot 0 voor: { $known }.
swing-nothing = niets wat hier te besluiten valt, verandert iets voor de belangen van `{ $name }`
    .hint = Vraag belangen met `interview { $name }`, en geef opties effecten met `effect`.
kind-question = vraag
kind-said = gehoord belang

## Opdrachten
command-interview = een partij vragen waarom, één vraag tegelijk; gaat verder waar het bleef
    .example = interview FNV ; interview BTN more ; interview CNV fear --speaker "the chair"
    .more = Antwoorden blijven in de eigen woorden van de partij. Enter slaat een vraag over, `undo` neemt een antwoord terug, `stop` bewaart de rest voor later.
command-questions = de vragen die te stellen zijn, en wat een antwoord wordt
    .example = questions ; questions why-not
command-sheet = het werkblad waarmee een partij zich voorbereidt, alleen voor haarzelf
    .example = sheet FNV
option-swing = de gewichten vragen naar wat elk belang aan deze tafel kan winnen
option-speaker = wie er voor de partij spreekt

## De vragenbank
bank-opening = Een interview begint met
bank-more = En gaat verder met
bank-open = Wat wilt u van deze tafel?
bank-why = Waarom is dat belangrijk voor de mensen voor wie u spreekt?
bank-why-that = “{ $about }”: waarom is dat belangrijk voor de mensen voor wie u spreekt?
bank-only-that = Stel, u krijgt precies dit en verder niets. Wat is er dan nog mis?
bank-no-deal = Wat gaat er mis als dit niet doorgaat? Wat doet u dan?
    .like = In woorden, of als effecten op belangen: KO +, RU --, omdat we actie voeren; of een pakket waar u net mee kunt leven.
bank-who = Wie moet er thuis ja zeggen, en wat moet erin staan?
    .like = Zoals: leden: minstens 3% en een verhaal; bestuur. Ook “niemand” is een antwoord.
bank-deeper = En als dat geregeld is, wat is er dan beter?
bank-why-not = Wat maakt dat u nee zegt tegen hun voorstel?
bank-fear = Waar bent u bang voor als dit doorgaat?
bank-loss = Wat raakt u kwijt dat goed was?
bank-energy = Waarom zou u hier tijd en energie in steken?
bank-shared = Welk van de belangen van de anderen deelt u?
bank-shared-which = Welk van deze belangen deelt u: { $about }?
bank-reflect = Het klinkt alsof één ding het zwaarst weegt. Klopt dat?
bank-reflect-one = Het klinkt alsof het hierom gaat: { $first }. Klopt dat?
bank-reflect-more = Het klinkt alsof “{ $first }” het zwaarst weegt, en dat ook dit telt: { $others }. Klopt dat?
bank-others = Wat denkt u dat zij echt nodig hebben?
bank-levels = Wat levert het de inwoner op? uw organisatie? uzelf?
bank-break-point = Waarop zou dit nog kunnen afketsen?
bank-what-if = Stel dat het grootste obstakel weg is, wat zou dan mogelijk zijn?
bank-give = Wat kost u weinig en is voor een ander veel waard?
bank-criteria = Hoe zou een buitenstaander dit eerlijk verdelen?
bank-home = Hoe legt u dit thuis in twee zinnen uit?
bank-worry = Wat zou dit over een jaar kunnen laten mislukken?
bank-follow-why = “{ $about }” is bewaard als eis. Waarom is dat belangrijk?
bank-follow-worth = En wat doet dat met elk belang? ({ $about })
    .like = Zoals: KO +2, RU -; Enter als dat nog niet te zeggen is.
becomes-position = standpunt, telt nooit mee
becomes-interest = belang, aangenomen tot het bevestigd is
becomes-shared = gedeeld belang
becomes-confirmation = ja bevestigt de belangen
becomes-no-deal = zonder akkoord
becomes-body = wie instemt
becomes-criterion = maatstaf
becomes-words = bewaard in woorden

## Het interview
interview-why = Vragen aan { $party }, om iets te vinden dat voor iedereen beter is. Enter slaat er een over, `undo` neemt het laatste antwoord terug, `stop` bewaart de rest voor later.
interview-opened = Dat was het begin. `more` gaat verder; later kan dat met `interview { $party } more`. `sheet { $party }` toont wat er is.
interview-done = Hier valt niets meer te vragen. `sheet { $party }` toont wat er is; `interview { $party } why` stelt één vraag opnieuw.
interview-paused = De vraag blijft open. `interview { $party }` gaat hier verder.
interview-undone = De vraag die werd overgeslagen, staat weer open.
taken-position = Woord voor woord bewaard als standpunt; het telt nooit mee: “{ $text }”.
taken-known = Opgevat als het belang { $interest } ({ $text }). Is dat niet bedoeld: `undo`.
taken-new = Een nieuw belang: { $interest } (“{ $text }”), aangenomen tot het bevestigd is. `rename { $interest }` geeft een andere naam.
taken-unweighed = Het heeft nog geen gewicht: `weights { $party } --swing` vraagt ernaar.
taken-confirmed = Bevestigd: { $interests }.
taken-denied = Bewaard. De belangen blijven aangenomen; `weights { $party } --swing` vraagt wat het zwaarst weegt.
taken-no-deal = Zonder akkoord: { $worth }.
taken-no-deal-words = Bewaard in woorden. Wat het waard is, blijft onbekend; `no-deal { $party }` legt het later vast.
taken-no-deal-stands = Bewaard in woorden. Wat er als alternatief staat, blijft staan; `no-deal { $party }` verandert het.
taken-body = { $body } moet ja zeggen; volgens welke regel is nog niet bekend.
taken-criterion = Een maatstaf voor iedereen: { $name }.
taken-words = In deze woorden bewaard.
taken-passed = Overgeslagen.

## Gewichten per stap
swing-order-ask = Alles staat op het slechtst voor { $party }. Wat koopt u als eerste naar boven, en wat daarna?
swing-order-like = Allemaal, het eerste voorop: { $known }; `=` voor wat gelijk weegt. Enter laat het.
swing-worst = slechtst
swing-best = best
swing-sizes-ask = { $first } van slechtst naar best is 100 waard. Hoeveel zijn, in deze volgorde: { $others }?
swing-sizes-one = { $first } is de enige stap; typ 100.
swing-weights = { $party }, gewichten: { $weights }
swing-untouched = Niets verandert hier iets voor { $interests }: voorlopig gewicht 0.
swing-implied = Wat dat betekent voor de onderwerpen, in procenten: { $shares }
swing-mirror = { $first } weegt { $times ->
        [2] twee
       *[other] { $times }
    } keer zo zwaar als { $second }. Herkent u dat?
swing-mirror-equal = { $first } weegt ongeveer even zwaar als { $second }. Herkent u dat?
swing-mirror-plain = Herkent u dat?
swing-confirmed = De gewichten van { $party } zijn bevestigd. Is er een alternatief, vraag dan of het dat nog waard is.
swing-denied = Bewaard, niet bevestigd. `weights { $party } --swing` vraagt het opnieuw, `undo` neemt ze terug.
swing-left = Er is niets veranderd. `weights { $party } --swing` vraagt het opnieuw.

## Het werkblad
sheet-title = Werkblad van { $party }, alleen voor uzelf
sheet-ask = { $question } (`interview { $party } { $id }`)
sheet-interests = Belangen
sheet-confirmed = bevestigd
sheet-assumed = aangenomen
sheet-ranking = De aandelen komen uit een rangorde; `weights { $party } --swing` vraagt hoeveel.
sheet-positions = Standpunten
sheet-no-deal = Zonder akkoord
sheet-no-deal-open = Wat dat waard is, is niet bekend: `no-deal { $party }` legt het vast.
sheet-today = alles blijft zoals vandaag
sheet-score = een kale score van { $score }, grof
sheet-losses = Wat er verloren kan gaan
sheet-theirs = Wat de anderen nodig hebben
sheet-opened = { $party }: { $interests } (aangenomen { $assumed }, bevestigd { $confirmed })
sheet-options = Wat zou kunnen
sheet-criteria = Maatstaven
sheet-home-bodies = Wie thuis ja moet zeggen
sheet-rule-unknown = { $body }: de regel is niet bekend
sheet-mandates = Mandaat
sheet-home = Thuis, in twee zinnen
sheet-worries = Wat er mis kan gaan
sheet-to-ask = Nog te vragen
sheet-open = { $count ->
        [0] uit de vragenbank niets
        [one] één vraag uit de bank: `interview { $party }`
       *[other] { $count } vragen uit de bank: `interview { $party }`
    }
sheet-weights = of de gewichten herkend worden: `weights { $party } --swing`
sheet-confirm = heeft u dat zelf gezegd: { $interests }? `interview { $party } reflect`
