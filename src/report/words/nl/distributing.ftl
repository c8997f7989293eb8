# Verdelen wat er is: feiten, wie thuis ja moet zeggen, pakketten in elke wereld, wat thuis te zeggen is.

help-dutch = In het Nederlands: { $word }

## Maatstaven en feiten
kind-body = orgaan dat bekrachtigt
part-criteria = maatstaven
show-criteria = Wat eerlijk is, naar maatstaven van buiten
show-claimed-by = gesteld door
show-contested-by = betwist door
show-rests = rust hierop
show-at-home = Wat partijen thuis zullen zeggen
facts-none = Er is nog geen feit vastgelegd. `fact NAME TEXT` legt er een vast.
facts-contested = Betwist: zoek deze eerst samen uit
facts-assumed = Aangenomen: niemand heeft deze bevestigd
facts-invented = Verzonnen om mee te oefenen
facts-agreed = Overeengekomen
facts-fact = { $name }: { $text }
facts-claimed = Gesteld door { $parties }.
facts-contested-by = Betwist door { $parties }.
facts-source = Bron: { $text }.
facts-finder = Wie zoekt het uit: { $text }.
facts-rests = Hierop rust: { $things }.
facts-rule = de regel `{ $rule }`
facts-attribute = { $attribute }
facts-question = De vraag: { $question }
facts-ask-question = Vraag: op welke vraag zoeken we samen het antwoord? fact { $name } --question TEXT --finder TEXT
facts-ask-finder = Vraag: wie zoekt het uit, voor beide kanten? fact { $name } --finder TEXT
facts-disputed-cells = Oordelen die betwist zijn waar ze staan
facts-cell = { $option }: { $what }

## Wie thuis ja moet zeggen
part-ratification = moet ja zeggen
part-mandate = mandaat
part-probability = kans
part-at-home = thuis
ratify-title = Wie thuis ja moet zeggen tegen { $name }
ratify-this = dit pakket
ratify-yes = { $body }: ja
ratify-yes-everywhere = { $body }: ja, in elke wereld zeker
ratify-yes-somewhere = { $body }: alleen in sommige werelden ja
ratify-no = { $body }: nee
ratify-unknown = { $body }: onbekend, dus geen ja
ratify-met = { $condition }: gehaald{ $where }{ $by }
ratify-missed = { $condition }: niet gehaald{ $where }{ $by }
ratify-untold = { $condition }: niet te zeggen{ $where }{ $by }
ratify-everywhere = { " " }in elke wereld
ratify-in = { " " }in { $worlds }
ratify-to-spare = , op zijn krapst met { $left } over
ratify-short = , { $short } te weinig
ratify-level = { $party }, { $level }: { $says }
ratify-ask = Te vragen
ratify-ask-rule = { $body }: wat moeten zij erin vinden om ja te zeggen? { $command } CONDITIONS
ratify-ask-who = { $parties }: wie moet thuis ja zeggen, en wat moet erin staan? ratification PARTY BODY CONDITIONS

## Pakketten in elke wereld
stress-package = { $name } in elke wereld
stress-one-world = Deze tafel heeft één wereld. Wat ligt buiten de macht van deze tafel, maar bepaalt de uitkomst? `world NAME TEXT --change CHANGE` voegt het toe.
stress-holds = In `{ $world }` houdt het stand: elke regel wordt gehaald, en niemand wiens instemming nodig is zakt onder zijn alternatief.
stress-limit = In `{ $world }` breekt de regel `{ $rule }`: gebruikt { $used }, grens { $limit }.
stress-rule = In `{ $world }` breekt de regel `{ $rule }`: { $why }.
stress-leaves = In `{ $world }` zit { $party } { $short } onder zijn alternatief, en is dan beter af zonder akkoord.
stress-enforcing = Houdt zichzelf vrijwel overeind: in geen van deze werelden is iemand beter af zonder akkoord.
stress-unknown = Voor zover bekend is niemand beter af zonder akkoord; niet elk alternatief is bekend.
stress-unkept = Houdt zichzelf niet overeind: niemand stapt eruit, maar in { $worlds } is het zo niet na te komen.
stress-leaving = Houdt zichzelf niet overeind: er is iemand beter af zonder akkoord in { $worlds }.
stress-ask = Te vragen
stress-question = Wat als zij nee zeggen: degenen buiten de tafel die bepalen welke wereld uitkomt? Spreek een voorwaarde af die iedereen kan zien, en wat anders telt.

## Wat thuis te zeggen is
home-title = Wat { $party } thuis kan zeggen
home-got = Wij gaan vooruit op { $interests }, door { $decisions }.
home-got-nothing = Het akkoord doet niets voor waar wij voor kwamen.
home-gave = Daarvoor aanvaarden wij { $decisions }; dat kost ons op { $interests }.
home-missed = Daarvoor kregen wij niet alles wat we het liefst hadden bij { $issues }.
home-gave-nothing = Wij hebben er niets voor ingeleverd.
home-decision = { $issue }: { $decision }
home-condition = Eén ding hangt van anderen af: { $conditions }.
home-if = { $option } als dit uitkomt: { $worlds }; anders { $otherwise }
home-fair = Dat het eerlijk is, valt na te gaan aan wat ook buiten deze tafel geldt: { $criteria }.
home-otherwise = Zonder akkoord: { $reason }.
home-otherwise-today = Zonder akkoord blijft alles zoals het vandaag is.
home-otherwise-worse = Zonder akkoord gaan wij achteruit op { $interests }.
home-own-words = In eigen woorden
home-ask = Te vragen
home-question = Hoe legt u dit thuis in twee zinnen uit?
home-keep = Zo bewaart u het antwoord, woord voor woord: { $command } "..."
home-no-criteria = Naar welke maatstaf zou een buitenstaander dit eerlijk noemen? `criterion NAME TEXT` legt er een vast.

## Opdrachten
command-criterion = een maatstaf van buiten voor wat eerlijk is toevoegen of wijzigen
    .example = criterion draagkracht wat het tarief kan dragen ; criterion add "loonontwikkeling zorg" "eerder afgesproken"
command-ratification = wie thuis ja moet zeggen, en wat zij in een pakket moeten vinden
    .example = ratification CNV leden loon>=3%, score CNV >= 55 ; ratification NU91 leden ; ratification BTN leden --remove
    .more = Tussen voorwaarden staan komma's: `score PARTY >= 60`, `loon>=3%` (een van de opties vanaf 3%), en alles wat `rule` kan vragen. Zonder voorwaarden is hun regel onbekend, en dat telt nooit als ja.
command-mandate = wat de onderhandelaars van een partij over een onderwerp mogen besluiten
    .example = mandate BTN rooster moet terug naar de leden ; mandate FNV loon terug naar de leden
command-probability = hoe waarschijnlijk een partij een wereld vindt: getoond, er wordt niet mee gerekend
    .example = probability ActiZ tarieven-niet-dekkend 60% ; probability FNV tarieven-niet-dekkend 0,3
command-facts = wat bekend is, het betwiste eerst: de vraag, wie het uitzoekt, wat erop rust
    .example = facts
command-ratify = wie thuis ja zou zeggen op een pakket, in elke wereld, en wie het nog te vragen is
    .example = ratify fair ; ratify historic
command-stress = wat pakketten in elke wereld worden: wat breekt, wie eruit stapt, waarmee het wel standhoudt
    .example = stress joint fair ; stress naive --world tarieven-niet-dekkend
command-explain = wat een partij thuis over een pakket kan zeggen, zonder een enkele score
    .example = explain FNV fair ; explain FNV fair --say "Er komt rust in het rooster en het loon stijgt."
option-claimed-by = een partij die het stelt
option-contested-by = een partij die het betwist; dan is het betwist
option-agreed = iedereen neemt het nu aan, en niemand betwist het nog
option-finder = wie het uitzoekt
option-rule = een harde regel die erop rust
option-option = een optie waarvan de effecten erop rusten
option-remove = het weer weghalen
option-say = wat de partij zal zeggen, woord voor woord; `""` haalt het weg
