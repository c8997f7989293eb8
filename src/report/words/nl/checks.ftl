# De vragen van de controles: waar elke op let, wat die zag, en de ene vraag.

checks-now = Vragen in deze fase: { $phase }
checks-none = De controles hebben hier niets te vragen.
checks-later = Vragen van andere fasen
checks-silenced = Opzij gezet
checks-never = Nooit gevraagd, omdat geen veld van de tafel bevat wat ze nodig hebben
checks-seen = { $check } { $about }: { $seen }.
checks-seen-table = { $check }: { $seen }.
checks-also = Dezelfde controle heeft ook een vraag over { $names }.
checks-ask = Vraag: { $question }
checks-reads = Gelezen: { $fields }.
checks-because = { $what }: "{ $because }"
checks-needs = { $check } { $title }: { $needs }.
checks-more = { $count ->
        [one] Nog één vraag: `check --all`.
       *[other] Nog { $count } vragen: `check --all`.
    }
checks-title = { $check }: { $title }
checks-phases = Vraagt in: { $phases }.
checks-never-one = Deze vraagt nooit iets: { $needs }.
checks-push = vraag: { $about }: { $question } ({ $check })
checks-push-table = vraag: { $question } ({ $check })

## De delen van een belofte, en van een doel
found-what = wat er gebeurt
found-how-much = hoeveel
found-when = wanneer
found-who = voor wie
found-owner = wie u erover mag bellen
found-measure = de maat
found-target = het streefgetal
slots-count = { $count } van de vijf delen van een belofte tellen.
slots-found = Gevonden: { $slots }.
slots-missing = Niet gevonden: { $slots }.
slots-comfort = Zonder een getal ernaast houden deze woorden niemand aan iets: { $words }.

## De lijst
finding-C01 = een belofte met delen die niet te vinden waren
    .fires = Een clausule waarin twee of meer hiervan niet te vinden waren: wat, hoeveel, wanneer, voor wie, wie u mag bellen. Een ambitie mag zo breed zijn als u wilt. `check C01 "SENTENCE"` beproeft een zin.
    .saw = { $count } van de vijf delen tellen; niet gevonden: { $slots }
    .almost = bijna; niet gevonden: { $slots }
    .ask = Welk deel kunt u nog invullen: wat, hoeveel, wanneer, voor welke groep, wie mag ik bellen?
finding-C02 = niemand geeft iets
    .fires = Een pakket waarin niets iemand iets kost, of een tafel waarop dat niet eens kan: misschien is het lastige gesprek vermeden.
    .saw = niets in dit pakket kost iemand iets
    .table = niets van wat hier te besluiten valt, kost iemand iets
    .ask = Wie doet hierdoor iets anders dan vorig jaar?
finding-C03 = een doel zonder maat, streefgetal of aanspreekpunt
    .fires = Een knoop van de impactboom die gemeten wordt of niets onder zich heeft, zonder eenheid, streefgetal of eigenaar. Voor een datum is er geen veld.
    .saw = zonder { $parts }
    .ask = Wie mag ik hierover bellen?
finding-C04 = een grote zak geld
    .fires = Een partij die 70% of meer van haar gewicht op geld legt, of die op deze tafel niets dan geld vindt.
    .saw = { $percent }% van wat hier weegt, is geld
    .only = voor de andere belangen, { $interests }, doet niets op deze tafel iets goeds
    .ask = Wat gaat u veranderen, waarom niet alleen, en wat levert het beide op?
finding-C05 = betaald voor wat allen schaadt
    .fires = Een optie die een partij geld brengt en een belang schaadt dat ze met een ander deelt.
    .saw = brengt { $parties } geld en schaadt { $interests }, dat ze met anderen delen
    .ask = Wie verdient er als het slechter gaat?
finding-C06 = een stem die ontbreekt
    .fires = Een onderwerp waarover iemand beslist die niet aan tafel zit.
    .saw = hierover beslissen anderen dan de partijen aan deze tafel
    .ask = Wie kan dit later tegenhouden, en kan die nu meedoen?
finding-C07 = een verondersteld belang
    .fires = Een belang dat de partij zelf nooit heeft bevestigd.
    .saw = { $count ->
        [one] één belang dat nooit is bevestigd: { $interests }
       *[other] { $count } belangen die nooit zijn bevestigd: { $interests }
    }
    .ask = Heeft u dat zelf gezegd?
finding-C08 = een eis als belang
    .fires = Een belang met een getal, een optie van deze tafel, of een woord dat geen ruimte laat.
    .saw = "{ $text }" klinkt als een eis
    .ask = Waarom is dat belangrijk?
finding-C09 = meer dan er is
    .fires = Een pakket dat een grens overschrijdt, of iets dat opties vragen en waar geen grens over gaat.
    .saw = overschrijdt de grens { $rule }: gevraagd { $used }, er is { $limit }
    .unlimited = opties vragen erom, en geen grens zegt hoeveel er is
    .ask = Wie doet het, naast het gewone werk?
finding-C10 = één partij die het tempo bepaalt
    .fires = Een partij zonder wier alternatief minstens twee keer zoveel pakketten zouden kunnen.
    .saw = met { $now } pakketten kan iedereen leven; zonder haar alternatief waren het er { $without }
    .ask = Wat kan de kopgroep nu al?
finding-C11 = een nee achter een ja
    .fires = Weinig vertrouwen dat een partij uitvoert waar ze ja tegen zei.
    .needs = daarvoor is nodig hoeveel vertrouwen elke partij in elke regel heeft, vertrouwelijk
    .ask = Wat zou u nodig hebben om hier een 8 van te maken?
finding-C12 = een regel in niemands jaarplan
    .fires = Een regel van het akkoord die niet in het jaarplan staat van elke partij die bijdraagt.
    .needs = daarvoor is het jaarplan nodig waarin elke regel staat
    .ask = In welk jaarplan staat dit?
finding-C13 = een onbekend of ontbrekend ja thuis
    .fires = Niemand noteerde wie thuis ja moet zeggen, of wat die erin moet vinden; of die zou een pakket afwijzen waarmee de tafel kan leven.
    .saw = niet genoteerd is wie thuis ja moet zeggen
    .rule = niet genoteerd is wat erin moet staan voor { $bodies }
    .fails = thuis bij { $parties } zou het worden afgewezen
    .ask = Wat moet u thuis kunnen uitleggen?
finding-C14 = een mandaat dat er niet is
    .fires = Een mandaat dat zegt dat het niet aan hen is.
    .saw = over { $issue } zegt het mandaat "{ $text }"
    .ask = Wie moet ja zeggen?
finding-C15 = geld dat met het project ophoudt
    .fires = Alleen projectgeld of subsidie, en niets dat blijft.
    .needs = daarvoor is nodig waar het geld vandaan komt en hoe lang het er is
    .ask = Wie betaalt in jaar drie?
finding-C16 = te veel tegelijk
    .fires = Meer open regels of vergaderingen dan een partij aankan.
    .needs = daarvoor zijn de regels van elke partij nodig en hoeveel ze er aankan
    .ask = Wat stopt er als dit begint?
finding-C17 = een onbekend alternatief
    .fires = Niemand weet wat een partij zonder akkoord heeft. Wanneer een alternatief genoteerd is, wordt niet bewaard, dus een verouderd valt hier niet op.
    .saw = niet genoteerd is wat er zonder akkoord overblijft
    .ask = Wat doet u zonder akkoord, en hoe goed is dat voor elk belang?
finding-C18 = onderwerp voor onderwerp
    .fires = De laatste drie pakketten veranderden elk één onderwerp, en namen de een wat ze de ander gaven.
    .saw = de laatste drie pakketten veranderden elk één onderwerp, heen en weer
    .ask = Wat kan er tegelijk bewegen?
finding-C19 = te vroeg gesloten
    .fires = Een onderwerp dat als akkoord gemarkeerd is voordat het pakket dat is.
    .needs = daarvoor is nodig welke onderwerpen als akkoord gemarkeerd zijn
    .ask = Mag dit open tot het pakket rond is?
finding-C20 = een verlies dat niets goedmaakt
    .fires = Een pakket waarin een partij verliest op een belang dat 15% of meer van haar gewicht heeft, en op geen ander evenveel wint.
    .saw = { $others ->
        [0] { $parties } verliest op { $interests } en wint nergens evenveel
        [one] { $parties } verliest op { $interests } en wint nergens evenveel, en één andere ook
       *[other] { $parties } verliest op { $interests } en wint nergens evenveel, en { $others } andere ook
    }
    .ask = Wat zou dit verlies draaglijk maken?
finding-C21 = een maat zonder begin
    .fires = Een doel met een eenheid of streefgetal en geen nulmeting. Hoe vaak er gemeten wordt, heeft geen veld.
    .saw = niet genoteerd is waar het nu staat
    .ask = Waar staan we nu?
finding-C22 = een lange duur zonder bijsturing
    .fires = Een optie van drie jaar of langer, en geen clausule om bij te sturen: een kaart, een trigger, een terugblik.
    .saw = { $options } kan drie jaar of langer duren, en geen clausule zegt hoe u bijstuurt
    .ask = Hoe komen we eruit als het niet werkt?
finding-C24 = gedeelde besparingen met open voorwaarden
    .fires = Besparingen om te delen, zonder nulpunt, sleutel, ondergrens voor kwaliteit, afspraak over verlies, of termijn.
    .needs = daarvoor zijn de voorwaarden van de besparing nodig
    .ask = Welke van die voorwaarden is nog open?
finding-C25 = iets rust op een betwist feit
    .fires = Een regel, optie of oordeel dat rust op wat iemand betwist.
    .saw = { $options } rust erop, en het wordt betwist
    .rule = de regel { $rule } rust erop, en het wordt betwist
    .attribute = wat opties vragen rust erop, en het wordt betwist
    .cell = wat die doet voor { $interests }, wordt betwist
    .carries = wat die vraagt, wordt betwist
    .ask = Op welke vraag zoeken we samen het antwoord?
finding-C27 = het hangt af van iemand buiten de tafel
    .fires = Een optie die een besluit nodig heeft van iemand die niet aan tafel zit, of die in een wereld anders uitpakt, zonder iets dat anders geldt.
    .saw = die doet iets anders als dit uitkomt: { $worlds }
    .outside = over { $issue } beslissen anderen dan de partijen aan deze tafel
    .ask = Wat als zij nee zeggen?
finding-C28 = een proef zonder maatstaf
    .fires = Een optie die een proef of fase is, en geen clausule die zegt wanneer die geslaagd is.
    .saw = { $options } is een proef, en geen clausule zegt wanneer die geslaagd is
    .ask = Wanneer zijn we tevreden?
finding-C30 = een laag zonder ja
    .fires = Een laag van een partij die nog geen ja zei.
    .saw = nog geen ja van { $levels }
    .ask = Weten de mensen die het werk doen dit?
finding-C31 = scheve opbrengst
    .fires = Een pakket waarmee iedereen kan leven, en waarin de een meer dan vier keer zoveel wint als een ander.
    .saw = { $most } wint { $largest }, { $least } { $smallest }
    .ask = Wat doet dit met de volgende ronde?
