# The questions of the checks: what each looks for, what it saw, and the one question to ask.

checks-now = Questions in this phase: { $phase }
checks-none = The checks have nothing to ask here.
checks-later = Questions of other phases
checks-silenced = Set aside
checks-never = Never asked, since no field of the table holds what they need
checks-seen = { $check } { $about }: { $seen }.
checks-seen-table = { $check }: { $seen }.
checks-also = The same check also has a question about { $names }.
checks-ask = Ask: { $question }
checks-reads = Read: { $fields }.
checks-because = { $what }: "{ $because }"
checks-needs = { $check } { $title }: { $needs }.
checks-more = { $count ->
        [one] One more question: `check --all`.
       *[other] { $count } more questions: `check --all`.
    }
checks-title = { $check }: { $title }
checks-phases = Asks in: { $phases }.
checks-never-one = It never asks: { $needs }.
checks-push = question: { $about }: { $question } ({ $check })
checks-push-table = question: { $question } ({ $check })

## The parts of a promise, and of an objective
found-what = what is done
found-how-much = how much
found-when = when
found-who = who it is for
found-owner = whom to call about it
found-measure = its measure
found-target = its target
slots-count = { $count } of the five parts of a promise count.
slots-found = Found: { $slots }.
slots-missing = Not found: { $slots }.
slots-comfort = Without a number beside them these words hold nobody to anything: { $words }.

## The catalogue
finding-C01 = a promise with parts that could not be found
    .fires = A clause in which two or more of these could not be found: what, how much, when, for whom, whom to call. An ambition may be as wide as you like. `check C01 "SENTENCE"` tries it on a sentence.
    .saw = { $count } of five parts count; not found: { $slots }
    .almost = nearly there; not found: { $slots }
    .ask = Which part can you still fill in: what, how much, when, for whom, whom to call?
finding-C02 = nobody gives anything
    .fires = A package in which nothing costs anybody anything, or a table on which nothing could: the hard talk may have been avoided.
    .saw = nothing in this package costs anybody anything
    .table = nothing that could be decided here costs anybody anything
    .ask = Who will do something differently from last year because of this?
finding-C03 = an objective without its measure, its target or whom to call
    .fires = A node of the impact tree that is measured, or has nothing below it, without a unit, a target or an owner. Its date has no field.
    .saw = without { $parts }
    .ask = Whom may I call about this?
finding-C04 = a bag of money
    .fires = A party of whose weights 70% or more is on money, or that finds nothing but money on this table.
    .saw = { $percent }% of what it weighs is money
    .only = for the rest of its interests, { $interests }, nothing on this table does any good
    .ask = What will you change, why not alone, and what does it yield for both?
finding-C05 = paid for what harms all
    .fires = An option that serves the money of a party and harms an interest that this party shares with another.
    .saw = brings money to { $parties } and harms { $interests }, which they share with others
    .ask = Who earns when things get worse?
finding-C06 = a voice that is missing
    .fires = An issue on which somebody decides who isn't at the table.
    .saw = others than the parties at this table decide on it
    .ask = Who could still stop this later, and may they join now?
finding-C07 = an interest that was assumed
    .fires = An interest that its party never confirmed.
    .saw = { $count ->
        [one] one interest that it never confirmed: { $interests }
       *[other] { $count } interests that it never confirmed: { $interests }
    }
    .ask = Did you say so yourself?
finding-C08 = a demand that stands as an interest
    .fires = An interest with a number, an option of this table, or a word that leaves no room.
    .saw = "{ $text }" sounds like a demand
    .ask = Why does that matter?
finding-C09 = more than there is
    .fires = A package that breaks a limit, or something that options carry and no limit speaks of.
    .saw = breaks the limit { $rule }: asked { $used }, there is { $limit }
    .unlimited = options ask for it, and no limit says how much there is
    .ask = Who does it, beside the usual work?
finding-C10 = one party that sets the pace
    .fires = A party without whose no-deal at least twice as many packages would do.
    .saw = { $now } packages are acceptable to all; without its no-deal it would be { $without }
    .ask = What can the others start with now?
finding-C11 = a no behind a yes
    .fires = Little confidence that a party will carry out what it said yes to.
    .needs = it would need how confident each party is of each line, in private
    .ask = What would you need to make that an 8?
finding-C12 = a line in nobody's year plan
    .fires = A line of the agreement that isn't in the year plan of each party that contributes.
    .needs = it would need the year plan that each line stands in
    .ask = In which year plan does this stand?
finding-C13 = an unknown or missing yes at home
    .fires = Nobody noted who must say yes at home, or what they must find; or they would turn down a package that all at the table can accept.
    .saw = nobody noted who must say yes at home
    .rule = nobody noted what must be in it for { $bodies }
    .fails = at home of { $parties } it would be turned down
    .ask = What must you be able to explain at home?
finding-C14 = a mandate that isn't there
    .fires = A mandate that says that it isn't theirs to decide.
    .saw = on { $issue } its mandate says "{ $text }"
    .ask = Who must say yes?
finding-C15 = money that ends with the project
    .fires = Only project money or a subsidy, and nothing that lasts.
    .needs = it would need where the money comes from and how long it lasts
    .ask = Who pays in year three?
finding-C16 = too much at once
    .fires = More open lines or meetings than a party can carry.
    .needs = it would need the lines of each party and how many it can carry
    .ask = What stops when this starts?
finding-C17 = a no-deal that is unknown
    .fires = Nobody knows what a party has without an agreement. When a no-deal was set isn't noted, so one that is out of date doesn't show here.
    .saw = nobody noted what it has without an agreement
    .ask = What will you do without an agreement, and how good is that for each interest?
finding-C18 = one issue at a time
    .fires = The last three packages each moved one issue, and took from one party what they gave to another.
    .saw = the last three packages each moved one issue, to and fro
    .ask = What could move at the same time?
finding-C19 = closed too soon
    .fires = An issue that is marked as agreed before the package is.
    .needs = it would need which issues are marked as agreed
    .ask = May this stay open until the package is round?
finding-C20 = a loss that nothing makes up for
    .fires = A package in which a party loses on an interest that is 15% or more of what it weighs, and gains as much on no other.
    .saw = { $others ->
        [0] { $parties } loses on { $interests } and gains as much nowhere
        [one] { $parties } loses on { $interests } and gains as much nowhere, and so does one other
       *[other] { $parties } loses on { $interests } and gains as much nowhere, and so do { $others } others
    }
    .ask = What would make this loss bearable?
finding-C21 = a measure without a start
    .fires = An objective with a unit or a target and no baseline. How often it is measured has no field.
    .saw = where it stands now isn't noted
    .ask = Where are we now?
finding-C22 = a long term without a way to correct
    .fires = An option of three years or more, and no clause by which to correct: a card, a trigger, a review.
    .saw = { $options } may last three years or more, and no clause says how to correct
    .ask = How do we get out of it if it doesn't work?
finding-C24 = shared savings with terms missing
    .fires = Savings to be shared, without a baseline, a key, a floor for quality, what happens to losses, or a term.
    .needs = it would need the terms of the savings
    .ask = Which of these terms is still open?
finding-C25 = something rests on a disputed fact
    .fires = A rule, an option or a judgement that rests on what somebody disputes.
    .saw = { $options } rest on it, and it is disputed
    .rule = the rule { $rule } rests on it, and it is disputed
    .attribute = what options carry rests on it, and it is disputed
    .cell = what it does for { $interests } is disputed
    .carries = what it carries is disputed
    .ask = On which question do we look for the answer together?
finding-C27 = it hangs on somebody outside
    .fires = An option that needs a decision of somebody who isn't at the table, or that a world changes, with nothing that counts otherwise.
    .saw = it does something else if this comes true: { $worlds }
    .outside = others than the parties at this table decide on { $issue }
    .ask = What if they say no?
finding-C28 = a trial without a measure of success
    .fires = An option that is a trial or a phase, and no clause that says when it is a success.
    .saw = { $options } are tried out, and no clause says when that is a success
    .ask = When are we satisfied?
finding-C30 = a level without a yes
    .fires = A level of a party that hasn't said yes.
    .saw = no yes yet from { $levels }
    .ask = Do the people who do the work know this?
finding-C31 = uneven gains
    .fires = A package that all can accept, in which one party gains over four times what another does.
    .saw = { $most } gains { $largest }, { $least } { $smallest }
    .ask = What does this do to the next round?
