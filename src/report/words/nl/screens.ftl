# Wie wat ziet.
task-screen = Wie wat ziet
screen-of = Voor de ogen van { $party }.
screen-nothing = Er is nog niets getoond.
screen-package = Pakket { $name }
screen-yes = Iedereen kan hiermee leven.
screen-not-yet = Nog niet voor iedereen.
screen-bands = Ruim voor { $ample }, net genoeg voor { $just }, onder geen akkoord voor { $below }.
screen-score = Voor u is het { $score } waard.
screen-issues = Waarover besloten kan worden
screen-interests = Wat partijen nodig hebben
screen-positions = Wat partijen eisen
screen-facts = Wat bekend is
screen-criteria = Wat een buitenstaander eerlijk zou noemen
screen-rules = Wat moet gelden
screen-worlds = Wat er kan komen
disclosed-nothing = Er is nog niets getoond.
disclosed-to-all = iedereen
disclosed-now-yes = Nu kan iedereen ermee leven.
disclosed-now-not = Nu is het niet meer voor iedereen.
turn-away = Draai het scherm weg; Enter gaat verder.
turned = Het scherm van de moderator.
part-openness = openheid
part-was-shown = kreeg te zien
part-dark = het gedeelde scherm is zwart
part-lit = het gedeelde scherm staat aan
kind-disclosed = iets dat getoond is

# Problemen.
disclosure-unclear = hier staat geen regel, geen deel van de tafel en geen pakket
    .hint = Schrijf `line: ".."`, `part: "issues"`, of `package: ".."` met `choices`.
nothing-to-release = er wordt één ding tegelijk getoond
    .hint = Typ `release PACKAGE`, `release issues` of `release --line "A sentence."`.
bands-need-percent = banden gaan over scores van 0 tot 100
    .hint = Laat `--bands` weg.
not-on-this-screen = `{ $name }` is voor het scherm van de moderator
    .hint = `view moderator` gaat daarheen terug.

# Opdrachten.
command-view = kijken met de ogen van iedereen, een partij of de moderator
    .example = view shared ; view moderator
command-openness = zeggen wie mag zien wat een partij eist, nodig heeft of weegt
    .example = openness FNV interests open
command-release = iets tonen op het gedeelde scherm, of aan één partij
    .example = release issues ; release --line "We gaan om twee uur verder." ; package eerste fair ; release eerste
command-blank = het gedeelde scherm zwart maken, of weer aan; F9 doet hetzelfde
    .example = blank ; blank
command-disclosed = wat aan wie getoond is
    .example = disclosed ; disclosed FNV
option-line = een zin om te tonen
option-for = alleen aan die partij, met haar eigen score
option-bare = alleen de keuzes, niet of iedereen ermee kan leven
option-bands = voor hoeveel het ruim is, net genoeg of onder geen akkoord, zonder namen
option-follow = blijf staan en toon wat wordt vrijgegeven zodra dat gebeurt: de beamer
word-screen = `shared`, `moderator` of een partij
word-datum = wat ervan
word-to = wie het mag zien
word-what = een pakket met een naam, of `issues`, `interests`, `positions`, `facts`, `criteria`, `rules`, `worlds`
