# What parties say of packages, and the card behind a change.

## What was said
react-list = What was said of packages
react-none = Nothing was said of that yet. `react PARTY PACKAGE STEP` keeps what a party says, from “full yes” to “no”.
column-package = package
column-says = says
column-for = for
column-words = in its own words
said-step = “{ $step }”
said-for = , for { $interest }
said-words = : “{ $words }”
said-no = { $party } says no to exactly this package: { $said }.
said-no-though = { $party } says no to exactly this package, and that counts above the numbers: { $said }.
said-no-of = { $name }: { $sentence }

## What follows a reaction
part-reaction = reaction
reacted-by-numbers = By the numbers { $party } gains { $gain } from it. What people say counts above what numbers say.
reacted-unknown = What { $party } gains from it can't be told while its no-deal is unknown. What people say counts above what numbers say.
reacted-agrees = The numbers say so too: { $party } is { $points } below its no-deal.
reacted-which = Which number is wrong?
reacted-unweighed = { $party } says it for { $interest }, and gives that no weight yet.
reacted-interest = an interest is missing: { $command } NAME
reacted-weight = something weighs more: { $command }
reacted-reading = an option does something else for it: { $command } ISSUE=OPTION EFFECTS
reacted-home = somebody at home won't have it: { $command } BODY CONDITIONS
reacted-unless = Unless what? Name the interest: { $command } INTEREST
reacted-advice = Exactly this is the package that lifts the smallest gain most by the numbers.
reacted-clear = `propose` doesn't offer it again.
reacted-clear-more = `propose` keeps clear of it: what it offers gives { $party } more on { $interest }.
reacted-yes-below = By the numbers { $party } is { $points } below its no-deal. Is that still what it has without a deal? { $command }

## The mirror question
mirror = The mirror
mirror-pair = { $party } says “{ $warm }” to { $liked } and “{ $cool }” to { $disliked }; its weights say the opposite: { $lower } points for { $liked }, { $higher } for { $disliked }.
mirror-heavier = They differ most on { $interest }: { $more } in { $liked }, { $less } in { $disliked }. Does that weigh heavier than { $party } said? { $command }
mirror-lighter = They differ most on { $interest }: { $more } in { $liked }, { $less } in { $disliked }. Does that weigh less than { $party } said? { $command }

## Keeping clear of a no
proposal-clear = These keep clear of every no that was said.
proposal-clear-none = No acceptable package keeps clear of every no that was said.
proposal-left-out = What these rules choose was refused, and nothing else was found.
reason-no = { $party } says no to { $package }
reason-no-for = { $party } says no to { $package } and asks for more on { $interest }
kept-more = { $party }, who says no to { $package }: { $interest } { $now } in place of { $refused }.
kept-others = What it keeps for the others, against { $package }: { $gains }.
kept-one = { $party } { $before } → { $after }

## The card behind a change
card = What this does to the packages on the table (for the moderator)
card-unmoved = They stand where they stood: { $packages }.
card-one = { $package } { $standing }
card-acceptable = { $smallest }, acceptable
card-unknown = { $smallest }, not known for all
card-unacceptable = { $smallest }, not acceptable
card-no = { $package }: not for everyone, whatever the numbers say: { $parties } says no.
card-refused = { $smallest }, but { $parties } says no
card-falls = { $package }: { $party } falls below its no-deal ({ $before } → { $after }).
card-rises = { $package }: { $party } is no longer below its no-deal ({ $before } → { $after }).
card-advice-same = The advice stays the same package.
card-advice-other = The advice is another package now: { $choices }
card-ask-again = Ask { $parties } again whether what it has without a deal is still worth what it says: `no-deal PARTY WORTH`.
card-everybody = everybody
card-stale-yes = { $package } was shown to { $to } as a package that all can live with, and that no longer holds; `release` shows how it is now.
card-stale-no = { $package } was shown to { $to } as not yet for everyone, and now it could be; `release` shows how it is now.
card-said-before = What { $party } said of { $packages } it said before this; ask again: `{ $command }` shows it.

## What the numbers alone would say
package-best-numbers = The best package for { $party } that by the numbers everybody else could accept
meso-level-numbers = Each is worth { $level } points to { $party }, give or take { $within }, and breaks no rule and no needed party's no-deal by the numbers. None of them can be made better for somebody without making it worse for somebody else or leaving that level.
firm-acceptable-numbers = Another package answers that. By the numbers alone this one could be agreed, and here is how firm that is: { $choices }
