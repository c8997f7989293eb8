# Wat partijen van pakketten zeggen, en de kaart achter een wijziging.

## Wat gezegd is
react-list = Wat er van pakketten gezegd is
react-none = Daarvan is nog niets gezegd. `react PARTY PACKAGE STEP` bewaart wat een partij zegt, van “voluit ja” tot “nee”.
column-package = pakket
column-says = zegt
column-for = vanwege
column-words = in eigen woorden
said-step = “{ $step }”
said-for = , vanwege { $interest }
said-words = : “{ $words }”
said-no = { $party } zegt nee tegen precies dit pakket: { $said }.
said-no-though = { $party } zegt nee tegen precies dit pakket, en dat gaat voor de cijfers: { $said }.
said-no-of = { $name }: { $sentence }

## Wat op een reactie volgt
part-reaction = reactie
reacted-by-numbers = Volgens de cijfers levert het { $party } { $gain } op. Wat mensen zeggen gaat voor wat cijfers zeggen.
reacted-unknown = Wat het { $party } oplevert is niet te zeggen zolang het alternatief onbekend is. Wat mensen zeggen gaat voor wat cijfers zeggen.
reacted-agrees = De cijfers zeggen het ook: { $party } komt { $points } punten onder het eigen alternatief uit.
reacted-which = Welk cijfer klopt niet?
reacted-unweighed = { $party } zegt het vanwege { $interest }, en geeft dat nog geen gewicht.
reacted-interest = er ontbreekt een belang: { $command } NAME
reacted-weight = iets weegt zwaarder: { $command }
reacted-reading = een optie doet er iets anders voor: { $command } ISSUE=OPTION EFFECTS
reacted-home = iemand thuis wil het niet: { $command } BODY CONDITIONS
reacted-unless = Tenzij wat? Noem het belang: { $command } INTEREST
reacted-advice = Precies dit levert volgens de cijfers het meeste op voor wie het minst wint.
reacted-clear = `propose` biedt het niet opnieuw aan.
reacted-clear-more = `propose` blijft ervan weg: wat het aanbiedt geeft { $party } meer op { $interest }.
reacted-yes-below = Volgens de cijfers komt { $party } { $points } punten onder het eigen alternatief uit. Is dat nog wat het zonder akkoord heeft? { $command }

## De spiegelvraag
mirror = De spiegel
mirror-pair = { $party } zegt “{ $warm }” tegen { $liked } en “{ $cool }” tegen { $disliked }; de gewichten zeggen het omgekeerde: { $lower } punten voor { $liked }, { $higher } voor { $disliked }.
mirror-heavier = Ze verschillen het meest op { $interest }: { $more } in { $liked }, { $less } in { $disliked }. Weegt dat zwaarder dan { $party } zei? { $command }
mirror-lighter = Ze verschillen het meest op { $interest }: { $more } in { $liked }, { $less } in { $disliked }. Weegt dat minder zwaar dan { $party } zei? { $command }

## Wegblijven van een nee
proposal-clear = Deze blijven weg van elk nee dat gezegd is.
proposal-clear-none = Geen aanvaardbaar pakket blijft weg van elk nee dat gezegd is.
proposal-left-out = Wat deze regels kiezen is geweigerd, en iets anders is niet gevonden.
reason-no = { $party } zegt nee tegen { $package }
reason-no-for = { $party } zegt nee tegen { $package } en vraagt meer op { $interest }
kept-more = { $party }, die nee zegt tegen { $package }: { $interest } { $now } in plaats van { $refused }.
kept-others = Wat het voor de anderen bewaart, vergeleken met { $package }: { $gains }.
kept-one = { $party } { $before } → { $after }

## De kaart achter een wijziging
card = Wat dit doet met de pakketten op tafel (voor de procesbegeleider)
card-unmoved = Ze staan waar ze stonden: { $packages }.
card-one = { $package } { $standing }
card-acceptable = { $smallest }, aanvaardbaar
card-unknown = { $smallest }, niet van allen bekend
card-unacceptable = { $smallest }, niet aanvaardbaar
card-no = { $package }: niet voor iedereen, wat de cijfers ook zeggen: { $parties } zegt nee.
card-refused = { $smallest }, maar { $parties } zegt nee
card-falls = { $package }: { $party } zakt onder het eigen alternatief ({ $before } → { $after }).
card-rises = { $package }: { $party } zit niet langer onder het eigen alternatief ({ $before } → { $after }).
card-advice-same = Het advies blijft hetzelfde pakket.
card-advice-other = Het advies is nu een ander pakket: { $choices }
card-ask-again = Vraag { $parties } opnieuw of het alternatief nog waard is wat er staat: `no-deal PARTY WORTH`.
card-everybody = iedereen
card-stale-yes = { $package } is aan { $to } getoond als een pakket waar allen mee kunnen leven, en dat klopt niet meer; `release` toont hoe het nu is.
card-stale-no = { $package } is aan { $to } getoond als nog niet voor iedereen, en nu kan het wel; `release` toont hoe het nu is.
card-said-before = Wat { $party } van { $packages } zei, zei het voordat dit veranderde; vraag het opnieuw: `{ $command }` toont het.

## Wat de cijfers alleen zouden zeggen
package-best-numbers = Het beste pakket voor { $party } dat volgens de cijfers voor alle anderen kan
meso-level-numbers = Elk is voor { $party } { $level } punten waard, met een verschil van hoogstens { $within }, en breekt volgens de cijfers geen regel en geen alternatief van wie nodig is. Geen ervan kan voor iemand beter zonder dat het voor een ander slechter wordt of dat niveau verlaat.
firm-acceptable-numbers = Daarop is een ander pakket het antwoord. Volgens de cijfers alleen kan dit pakket, en zo stevig staat dat: { $choices }
