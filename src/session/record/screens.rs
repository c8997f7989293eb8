//! Who may see what, and what was shown.

use super::{Deed, Desk, Outcome, Recorded, field, key, set_text, set_word};
use crate::domain::{Content, Disclosure, Part, write_exact};
use crate::session::command::OpennessArguments;
use crate::table_file::{Edit, Step, Value};

/// Says who may see a datum of a party.
pub(super) fn openness(desk: &Desk<'_>, arguments: &OpennessArguments) -> Outcome {
    let party = desk.lookup().party(&arguments.party).map_err(|problem| vec![problem])?;
    let party = &desk.table().parties[party];
    let (datum, to) = (arguments.datum.word(), arguments.to.word());
    let path = vec![field("parties"), key(&party.id), field("openness"), key(datum)];
    let document = desk.edit(&[set_text(path, to)])?;
    let before = party.openness.of(arguments.datum).word();
    let deed = Deed::new("party", &*party.id).part("openness").before(Some(format!("{datum}: {before}")));
    Ok(Recorded { document, deed: deed.after(format!("{datum}: {to}")) })
}

/// Darkens the shared screen, or lights it again.
pub(in crate::session) fn blank(desk: &Desk<'_>) -> Outcome {
    let is_dark = desk.table().narrative.blank;
    let path = vec![field("blank")];
    let edit = if is_dark { Edit::Unset { path } } else { set_word(path, "true") };
    let part = if is_dark { "lit" } else { "dark" };
    Ok(Recorded { document: desk.edit(&[edit])?, deed: Deed::new("table", &*desk.table().id).part(part) })
}

/// Keeps what was shown to whom.
pub(in crate::session) fn disclosed(desk: &Desk<'_>, shown: &Disclosure) -> Outcome {
    let table = desk.table();
    let to = shown.to.map(|party| table.parties[party].id.clone());
    let text = |name, text: &str| (name, Value::Text(text.to_owned()));
    let mut fields: Vec<(&'static str, Value)> = to.iter().map(|to| text("to", to)).collect();
    let after = match &shown.content {
        Content::Line(line) => {
            fields.push(text("line", line));
            line.clone()
        }
        Content::Part(part) => {
            fields.push(text("part", Part::word(*part)));
            part.word().to_owned()
        }
        Content::Package(package) => {
            fields.extend([text("package", &package.name), text("choices", &package.choices)]);
            fields.extend(package.verdict.map(|verdict| ("acceptable", Value::Word(verdict.to_string()))));
            let counts =
                |bands: &[usize; 3]| bands.iter().map(|count| Value::Word(count.to_string())).collect::<Vec<_>>();
            fields.extend(package.bands.as_ref().map(|bands| ("bands", Value::list(&counts(bands)))));
            let score = package.score.as_ref().map(write_exact);
            fields.extend(
                score.map(|score| ("score", if score.contains('/') { Value::Text(score) } else { Value::Word(score) })),
            );
            format!("{}: {}", package.name, package.choices)
        }
    };
    let path = vec![field("disclosed"), Step::Append];
    let document = desk.edit(&[Edit::Set { path, value: Value::record(&fields) }])?;
    let deed = match to {
        Some(to) => Deed::new("party", to).part("was-shown"),
        None => Deed::new("table", &*table.id).part("on-screen"),
    };
    Ok(Recorded { document, deed: deed.after(after) })
}
