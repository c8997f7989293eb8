# What is wrong or doubtful in files of other programs, and what is told of a table that was made of them.

import-missing = there is no file `{ $name }`
    .hint = Look at the name and the folder.
import-too-large = the table that comes of this would be larger than { $most } MiB
    .hint = Import fewer profiles, or a domain with fewer issues or values.

# How a file is written.
xml-windows-1252 = not all of the file is UTF-8; it was read as Windows-1252
    .hint = Check the names with signs such as `€` in the table.
xml-before-declaration = something stands before `<?xml`; it was passed over
xml-bare-ampersand = { $count ->
    [one] a bare `&` was read as it stands
   *[other] this bare `&` and others were read as they stand, { $count } in all
}
    .hint = In XML it is written `&amp;`.
xml-no-space = { $count ->
    [one] no space between two attributes; they were read as two
   *[other] no space between two attributes, here and elsewhere, { $count } times; they were read as two
}
xml-broken = this is not XML: { $reason }
    .hint = GENIUS keeps domains and profiles in XML; is this the right file, and all of it?
reason-xml-attribute = an attribute needs `=` and a value between quotes
reason-xml-end = an element ends here that never began
reason-xml-markup = what begins here has no end
reason-xml-no-element = there is no element in it
reason-xml-other = it can't be understood
reason-xml-second-root = a second outermost element begins here
reason-xml-tag = the tag that begins here isn't closed
reason-xml-text = text stands outside the elements
xml-other-end = `{ $name }` is open, and `{ $other }` ends here
    .hint = Close the inner element first.
xml-unclosed = the element `{ $name }` has no end
    .hint = Is the file complete?
xml-attribute-twice = the attribute is there twice
    .hint = Keep one of the two.
xml-doctype = document types aren't read: they can make a small file endlessly large
    .hint = Take out `<!DOCTYPE ..>`; GENIUS doesn't need it.
xml-too-deep = elements stand more than { $most } deep within each other
    .hint = GENIUS needs five levels; is this the right file?

# What kind of file it is.
genius-root = `{ $name }` is neither a domain nor a profile of GENIUS
    .hint = A domain begins with `<negotiation_template>`, a profile with `<utility_space>`.
genius-profile-first = this is a profile, and the domain comes first
    .hint = Write `tafel import genius DOMAIN.xml PROFILE.xml ..`.
genius-domain-twice = this is a domain, and profiles come behind the first file
    .hint = Write `tafel import genius DOMAIN.xml PROFILE.xml ..`.
genius-nonlinear = the utility is told by hyper-rectangles (`{ $name }`), which aren't imported
    .hint = Only utilities that add up issue by issue can be.
genius-constraints = the utility is told by constraints (`{ $name }`), which aren't imported
    .hint = Only utilities that add up issue by issue can be.

# Elements and attributes.
genius-attribute-missing = `{ $name }` has no `{ $field }`
    .hint = Add `{ $field }=".."`.
genius-index = the index `{ $name }` is not a whole number
    .hint = Issues are matched by their index; give it as in the domain.
genius-index-twice = two issues have the index `{ $name }`
    .hint = Give each issue an index of its own, the same in the domain and in every profile.
genius-number = `{ $name }` is not a number that can be imported: { $reason }
    .hint = Write a decimal such as `0.25`.
reason-genius-empty = it is empty
reason-genius-not-finite = it is infinite or no number at all
reason-genius-not-a-number = it is no decimal
reason-genius-out-of-range = it is too large
genius-rounded = { $count ->
    [one] `{ $name }` was rounded to `{ $better }`
   *[other] `{ $name }` was rounded to `{ $better }`, and others likewise, { $count } in all
}
    .hint = 15 digits are exact, and 15 places behind the point; what lies beyond comes from computing with floats.
genius-nearly = { $count ->
    [one] what comes of issue `{ $name }` has more digits than a table holds and is rounded; scores differ by less than { $most } for it
   *[other] what comes of issue `{ $name }` and others, { $count } in all, has more digits than a table holds and is rounded; scores differ by less than { $most } for it
}
    .hint = Nobody can tell such scores apart. Files with rounder numbers are taken over exactly.
genius-too-exact = no table can hold what comes of issue `{ $name }`, not even nearly
    .hint = Write its numbers on a smaller scale; a very steep line works with a number of amounts, as with `--steps 21`.
genius-step-too-exact = the steps of issue `{ $name }` have too many digits to be written exactly
    .hint = Write its bounds with fewer digits, or take another number of `--steps`.

# Issues.
genius-no-issues = the domain has no issues
    .hint = A domain lists them as `<issue index=".." name="..">`.
genius-type = issue `{ $name }` is of type `{ $other }`, which isn't imported
    .hint = Types that are: `discrete`, `integer` and `real`.
genius-type-differs = issue `{ $name }` is `{ $type }` here and `{ $other }` in the domain
    .hint = Is this a profile of this domain?
genius-no-values = issue `{ $name }` has no values
    .hint = List them as `<item value="..">`, or give the issue a type.
genius-value-twice = the value `{ $name }` of issue `{ $other }` is there twice; both are kept, as GENIUS does
    .hint = The second one has a number behind its name.
genius-bound-not-whole = the bound `{ $name }` of a whole amount is not a whole number
    .hint = Make it whole, or the type `real`.
genius-too-many-amounts = issue `{ $name }` has { $count } amounts, and a table takes { $most }
    .hint = Make its type `real`, or its bounds narrower.
genius-bounds-differ = the bounds of issue `{ $name }` are others in the domain; the domain's hold, and the evaluator counts from the one here, as in GENIUS
genius-continuous = { $count ->
    [one] any amount can be agreed on this issue
   *[other] any amount can be agreed on this issue and others, { $count } in all
}
    .hint = GENIUS itself looks at 21 amounts of each; `--steps 21` does the same.

# Profiles.
genius-unknown-issue = the domain has no issue `{ $name }` with this index
    .hint = Is this a profile of this domain?
genius-unknown-value = issue `{ $other }` of the domain has no value `{ $name }`
    .hint = did you mean `{ $near }`?
    .also = Values are matched letter by letter.
genius-issue-missing = the profile says nothing about issue `{ $name }`
    .hint = Is this a profile of this domain?
genius-value-missing = the value `{ $name }` of issue `{ $other }` has no evaluation here
    .hint = Add `<item value=".." evaluation="..">`.
genius-evaluation-missing = the value `{ $name }` has no evaluation
    .hint = Add `evaluation=".."`; `0` if the value is worth nothing.
genius-weight-missing = issue `{ $name }` has no weight
    .hint = Add `<weight index=".." value="..">`; `0` if the issue doesn't matter.
genius-twice = the weight with index `{ $name }` is there twice; the last one counts, as in GENIUS
genius-evaluation-twice = the value `{ $name }` of issue `{ $other }` has two evaluations; the last one counts, as in GENIUS
genius-stated-twice = `{ $name }` is there twice; the first one counts, as in GENIUS
genius-weight-unused = no issue has the index `{ $name }` of this weight; it was left out
genius-weight-sum = the weights add up to { $sum }, not to 1; they are kept as they are
    .hint = Utilities then don't go from 0 to 1; say so to whoever compares them.
genius-above-one = a package can be worth { $utility } here; GENIUS counts no more than 1, and a table all of it
    .hint = Packages that GENIUS holds equal may differ in the table.
genius-discount = the discount factor { $factor } is noted in the table; nothing is computed with it
genius-evaluator-missing = issue `{ $name }` has no evaluator
    .hint = Add `<evaluator ftype="linear" slope=".." offset="..">`.
genius-evaluator = evaluators of type `{ $name }` aren't imported
    .hint = Types that are: `linear`, `triangular` and `constant`.
genius-triangle = the triangle of issue `{ $name }` isn't in order
    .hint = `parameter2`, its top, lies between `parameter0` and `parameter1`.
genius-jump = the triangle of issue `{ $name }` has an upright side, which no curve can follow
    .hint = Take a number of amounts, as with `--steps 21`; or move its top a little inward, or the side to a bound of the issue.
genius-top-at-end = the triangle of issue `{ $name }` has its top at its end; it counts 1 there, where GENIUS itself falls to 0

# What the table says of itself.
import-no-deal = the reservation value in the file
import-no-deal-absent = the file gives no reservation value and GENIUS then takes 0: a convention, not an estimate
import-provenance = Imported from files of GENIUS: the domain { $domain }, { $parties }. Weights are in percent.
import-party = { $party } from { $file }
import-reading-genius = Scores are 100 times GENIUS' utility: evaluations were divided by the largest of their issue.
import-reading-raw = Scores are 100 times the sum of weight times evaluation, as the evaluations stand. That isn't GENIUS' utility: GENIUS divides them by the largest of their issue.
import-steps = Of real amounts { $steps } each can be agreed.
import-discounts = GENIUS multiplies utilities by a discount factor as time goes by; nothing is computed with it here: { $discounts }.
import-discount = { $party } { $discount }
import-failed = what was imported couldn't be read back
imported = { $file } is written.

program-import = make a table of files of another program: a domain of GENIUS and a profile per party
word-program = the program they come from
word-domain = the domain: what is decided
word-profiles = the profiles: what each party values
option-output = write the table to this file, which isn't there yet
option-reading = what evaluations mean: divided by the largest of their issue, as GENIUS does, or as they stand
option-steps = how many amounts of a real issue can be agreed, from 2 to 10,000; GENIUS takes 21
