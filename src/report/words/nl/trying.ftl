# Een stap verder: step, improve, whynot.

## Waarom geen pakket aanvaardbaar is: wat er ook gevraagd is
reason-asked-option = u `{ $option }` vraagt
reason-asked = u vraagt om { $demand }
