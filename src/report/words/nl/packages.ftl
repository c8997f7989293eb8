# De grens, meerdere pakketten van verschillende vorm, en pakketten die voor één partij evenveel waard zijn.

proven-merged = Bewezen: van { $packages } is elk bekeken, of per onderwerp uitgesloten omdat een ander beter is, wat er ook volgt.
refuse-frontier = de grens wordt niet berekend voor tafels met een doorlopende hoeveelheid
    .hint = Geef de hoeveelheid een `step`.
