# What is wrong in a text that a person wrote. `.hint` is the way out.

unknown-name = unknown { $kind } `{ $name }`
    .hint = did you mean `{ $near }`?
duplicate-name = { $kind } `{ $name }` appears twice
    .hint = Rename one of them; two things with one name can't be told apart.
