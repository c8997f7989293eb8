# One step further: step, improve, whynot.

## Why no package is acceptable: what was asked besides
reason-asked-option = you ask for `{ $option }`
reason-asked = you ask for { $demand }
