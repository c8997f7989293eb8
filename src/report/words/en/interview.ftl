# The interview, the question bank, weights by swings, the preparation sheet.

## Problems
swing-order = this doesn't name every interest once
    .hint = Type all of them, the first to improve in front: { $known }; `=` for equal ones.
swing-sizes = these aren't sizes of the other swings
    .hint = The first is 100; type a number from 100 down to 0 for: { $known }.
swing-nothing = nothing that can be decided here changes anything for the interests of `{ $name }`
    .hint = Give it interests with `interview { $name }`, and options effects with `effect`.
kind-question = question
kind-said = interest that was heard

## Commands
command-interview = ask a party why, one question at a time; goes on where it was left
    .example = interview FNV ; interview BTN more ; interview CNV fear --speaker "the chair"
    .more = Answers are kept in the party's own words. Enter passes a question over, `undo` takes an answer back, `stop` leaves the rest for later.
command-questions = the questions that can be asked, and what an answer becomes
    .example = questions ; questions why-not
command-sheet = what a party prepares with, on one page, for its own eyes
    .example = sheet FNV
option-swing = ask for the weights by what each interest could gain at this table
option-speaker = who speaks for the party

## The bank
bank-opening = An interview opens with
bank-more = And goes on with
bank-open = What do you want from this table?
bank-why = Why does it matter to those you speak for?
bank-why-that = “{ $about }”: why does that matter to those you speak for?
bank-only-that = Suppose you get exactly this and nothing else: what is still wrong?
bank-no-deal = What goes wrong without an agreement, and what will you do then?
    .like = In words, or as effects on interests: KO +, RU --, because we strike; or a package you could just live with.
bank-who = Who at home must say yes, and what must be in it?
    .like = Like: members: at least 3% and a story to tell; board. “nobody” is an answer too.
bank-deeper = And once that is settled, what is better?
bank-why-not = What makes you say no to their proposal?
bank-fear = What do you fear if this happens?
bank-loss = What do you lose that was good?
bank-energy = Why put time and energy in this?
bank-shared = Which of the others' interests do you share?
bank-shared-which = Which of these do you share: { $about }?
bank-reflect = It sounds as if one thing weighs most. Is that right?
bank-reflect-one = It sounds as if this is what matters: { $first }. Is that right?
bank-reflect-more = It sounds as if “{ $first }” weighs most, and these count too: { $others }. Is that right?
bank-others = What do you think they really need?
bank-levels = What does it bring for citizens, for your organisation, for yourself?
bank-break-point = On what could it still break down?
bank-what-if = If the biggest obstacle were gone, what becomes possible?
bank-give = What is cheap for you and dear to another?
bank-criteria = How would an outsider call it fair?
bank-home = How do you explain it at home in two sentences?
bank-worry = What could make it fail in a year?
bank-follow-why = “{ $about }” is kept as a demand. Why is that important?
bank-follow-worth = And what does that do for each interest? ({ $about })
    .like = Like: KO +2, RU -; Enter if that can't be said yet.
becomes-position = position, never scored
becomes-interest = interest, assumed until confirmed
becomes-shared = shared interest
becomes-confirmation = yes confirms the interests
becomes-no-deal = no-deal
becomes-body = who ratifies
becomes-criterion = criterion
becomes-words = kept in words

## The interview
interview-why = Questions for { $party }, to find something that is better for everybody. Enter passes one over, `undo` takes the last answer back, `stop` leaves the rest for later.
interview-opened = That was the opening. `more` goes on; so does `interview { $party } more` later. `sheet { $party }` shows what there is.
interview-done = Nothing is left to ask here. `sheet { $party }` shows what there is; `interview { $party } why` asks one question again.
interview-paused = The question stays open. `interview { $party }` goes on here.
interview-undone = The question that was passed over is open again.
taken-position = Kept word for word as a position; it never counts: “{ $text }”.
taken-known = Taken as the interest { $interest } ({ $text }). If that isn't meant: `undo`.
taken-new = A new interest: { $interest } (“{ $text }”), assumed until confirmed. `rename { $interest }` gives another name.
taken-unweighed = It has no weight yet: `weights { $party } --swing` asks for it.
taken-confirmed = Confirmed: { $interests }.
taken-denied = Kept. The interests stay assumed; `weights { $party } --swing` asks what weighs most.
taken-no-deal = Without an agreement: { $worth }.
taken-no-deal-words = Kept in words. What it is worth stays unknown; `no-deal { $party }` sets it later.
taken-no-deal-stands = Kept in words. The no-deal that is recorded stands; `no-deal { $party }` changes it.
taken-body = { $body } must say yes; by which rule isn't known yet.
taken-criterion = A criterion for everybody: { $name }.
taken-words = Kept in these words.
taken-passed = Passed over.

## Weights by swings
swing-order-ask = Everything stands at its worst for { $party }. What do you bring to its best first, and what then?
swing-order-like = All of them, the first in front: { $known }; `=` for equal ones. Enter leaves it.
swing-worst = worst
swing-best = best
swing-sizes-ask = Bringing { $first } from worst to best is worth 100. How much are, in this order: { $others }?
swing-sizes-one = { $first } is the only step; type 100.
swing-weights = { $party }, weights: { $weights }
swing-untouched = Nothing here changes anything for { $interests }: weight 0 for now.
swing-implied = What that means for the issues, in percent: { $shares }
swing-mirror = { $first } weighs { $times ->
        [2] twice
       *[other] { $times } times
    } as much as { $second }. Do you recognise that?
swing-mirror-equal = { $first } weighs about as much as { $second }. Do you recognise that?
swing-mirror-plain = Do you recognise that?
swing-confirmed = The weights of { $party } are confirmed. If there is a no-deal, ask whether it is still worth that.
swing-denied = Kept, not confirmed. `weights { $party } --swing` asks again, `undo` takes them back.
swing-left = Nothing was changed. `weights { $party } --swing` asks again.

## The preparation sheet
sheet-title = Preparation sheet of { $party }, for your own eyes
sheet-ask = { $question } (`interview { $party } { $id }`)
sheet-interests = Interests
sheet-confirmed = confirmed
sheet-assumed = assumed
sheet-ranking = The shares come from a ranking; `weights { $party } --swing` asks how much.
sheet-positions = Positions
sheet-no-deal = Without an agreement
sheet-no-deal-open = What that is worth isn't known: `no-deal { $party }` sets it.
sheet-today = everything stays as it is today
sheet-score = a bare score of { $score }, rough
sheet-losses = What could be lost
sheet-theirs = What the others need
sheet-opened = { $party }: { $interests } (assumed { $assumed }, confirmed { $confirmed })
sheet-options = What could be
sheet-criteria = What is fair
sheet-home-bodies = Who must say yes at home
sheet-rule-unknown = { $body }: by which rule isn't known
sheet-mandates = Mandate
sheet-home = At home, in two sentences
sheet-worries = What could go wrong
sheet-to-ask = Still to be asked
sheet-open = { $count ->
        [0] of the bank nothing
        [one] one question of the bank: `interview { $party }`
       *[other] { $count } questions of the bank: `interview { $party }`
    }
sheet-weights = whether the weights are recognised: `weights { $party } --swing`
sheet-confirm = did you say so yourself: { $interests }? `interview { $party } reflect`
