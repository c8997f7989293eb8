# Who sees what.
task-screen = Who sees what
screen-of = For the eyes of { $party }.
screen-nothing = Nothing was shown yet.
screen-package = Package { $name }
screen-yes = Everybody can live with this.
screen-not-yet = Not yet for everyone.
screen-bands = Ample for { $ample }, just enough for { $just }, below no deal for { $below }.
screen-score = It is worth { $score } to you.
screen-issues = What can be decided
screen-interests = What parties need
screen-positions = What parties demand
screen-facts = What is known
screen-criteria = What an outsider would call fair
screen-rules = What must hold
screen-worlds = What may come
disclosed-nothing = Nothing was shown yet.
disclosed-to-all = everybody
disclosed-now-yes = Now everybody can live with it.
disclosed-now-not = Now it is not for everyone any more.
turn-away = Turn the screen away; Enter goes on.
turned = The moderator's screen.
part-openness = openness
part-was-shown = was shown
part-dark = the shared screen is dark
part-lit = the shared screen is lit
kind-disclosed = something shown

# Problems.
disclosure-unclear = this tells neither a line, nor a part of the table, nor a package
    .hint = Write `line: ".."`, `part: "issues"`, or `package: ".."` with `choices`.
nothing-to-release = one thing is shown at a time
    .hint = Type `release PACKAGE`, `release issues` or `release --line "A sentence."`.
bands-need-percent = bands are told where scores run from 0 to 100
    .hint = Leave `--bands` out.
not-on-this-screen = `{ $name }` is for the moderator's screen
    .hint = `view moderator` goes back there.

# Commands.
command-view = look with the eyes of all, of a party, or of the moderator
    .example = view shared ; view moderator
command-openness = say who may see what a party demands, needs or weighs
    .example = openness FNV interests open
command-release = show something on the shared screen, or to one party
    .example = release issues ; release --line "We go on at two." ; package eerste fair ; release eerste
command-blank = darken the shared screen, or light it again; F9 does the same
    .example = blank ; blank
command-disclosed = what was shown to whom
    .example = disclosed ; disclosed FNV
option-line = a sentence to show
option-for = to that party alone, with its own score
option-bare = only the choices, not whether everybody can live with them
option-bands = for how many it is ample, just enough or below no deal, without names
option-follow = stay, and show what is released as it is released: the projector
word-screen = `shared`, `moderator` or a party
word-datum = what of it
word-to = who may see it
word-what = a named package, or `issues`, `interests`, `positions`, `facts`, `criteria`, `rules`, `worlds`
