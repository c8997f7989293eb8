//! How far the talks are, what was thought of, and which checks are set aside.

use super::{Deed, Desk, Outcome, Recorded, field, set_word};
use crate::diagnostic::{Code, Problem};
use crate::domain::{CheckId, Phase, Silenced, Table};
use crate::practice::{Seen, findings};
use crate::session::command::{CheckArguments, InventArguments, PhaseWord};
use crate::session::grammar::joined;
use crate::session::lookup::Lookup;
use crate::table_file::{Edit, Named, Step, Value};

/// What an objection starts with.
const OBJECTIONS: [&str; 5] = ["maar", "nee", "but", "ja maar", "yes but"];

/// Goes to a phase. Whoever leaves the preparation forward fixes the scale.
pub(super) fn phase(desk: &Desk<'_>, word: PhaseWord) -> Outcome {
    let table = desk.table();
    let now = table.narrative.phase;
    let to = word.phase(now);
    let freezes = now == Phase::Prepare && to > now && !table.frozen;
    let mut edits = Vec::new();
    match to {
        _ if to == now => {}
        Phase::Prepare => edits.push(Edit::Unset { path: vec![field("phase")] }),
        _ => edits.push(set_word(vec![field("phase")], to.word())),
    }
    if freezes {
        edits.push(set_word(vec![field("frozen")], "true"));
    }
    let document = desk.edit(&edits)?;
    let deed = Deed::new("table", &*table.id).part("phase").before(Some(now.word().to_owned())).after(to.word());
    Ok(Recorded { document, deed: Deed { note: freezes.then_some("scale-fixed"), ..deed } })
}

/// Notes an idea, or takes one off the list.
pub(super) fn invent(desk: &Desk<'_>, arguments: &InventArguments) -> Outcome {
    let ideas = &desk.table().narrative.ideas;
    if let Some(number) = arguments.drop {
        let (edit, idea) = idea_off(desk, number)?;
        let document = desk.edit(&[edit])?;
        return Ok(Recorded { document, deed: Deed::new("idea", number.to_string()).before(Some(idea)) });
    }
    let text = joined(&arguments.words);
    if is_objection(&text) {
        return Err(vec![desk.typed.at(Problem::new(Code::InventFirst), &text)]);
    }
    let edit = Edit::Set { path: vec![field("ideas"), Step::Append], value: Value::Text(text.clone()) };
    let document = desk.edit(&[edit])?;
    let number = ideas.len() + 1;
    Ok(Recorded { document, deed: Deed::new("idea", number.to_string()).after(text) })
}

/// Whether words weigh an idea before all ideas are there.
pub(in crate::session) fn is_objection(text: &str) -> bool {
    let lowered = text.trim().to_lowercase();
    let starts = |objection: &str| {
        lowered.strip_prefix(objection).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    OBJECTIONS.into_iter().any(starts)
}

/// The edit that takes an idea off the list, and its words.
pub(super) fn idea_off(desk: &Desk<'_>, number: usize) -> Result<(Edit, String), Vec<Problem>> {
    let table = desk.table();
    let ideas = &table.narrative.ideas;
    let Some((at, idea)) = number.checked_sub(1).and_then(|at| Some((at, ideas.get(at)?))) else {
        let problem = Problem::new(Code::NoIdea).with("name", number.to_string());
        return Err(vec![desk.typed.at(problem.with("count", ideas.len().to_string()), &number.to_string())]);
    };
    Ok((Edit::Unset { path: vec![field("ideas"), Step::Item(at)] }, idea.get(table.language).to_owned()))
}

/// Sets a check aside with a reason, or lets it ask again.
pub(super) fn silence(desk: &Desk<'_>, arguments: &CheckArguments) -> Outcome {
    let table = desk.table();
    let typed = arguments.silence.as_ref().or(arguments.unsilence.as_ref()).map(String::as_str).unwrap_or_default();
    let check = named(desk.lookup(), typed).map_err(|problem| vec![problem])?;
    let about = match joined(&arguments.words) {
        words if words.is_empty() => None,
        words => Some(subject(desk, check, &words)?),
    };
    let silenced = &table.narrative.silenced;
    let known = silenced.iter().position(|one| one.check == check && one.about == about);
    let at = |step: Step| vec![field("silenced"), step];
    let edit = match (arguments.unsilence.is_some(), known) {
        (true, None) => {
            let problem = Problem::new(Code::NotSilenced).with("name", silenced_name(check, about.as_deref()));
            return Err(vec![desk.typed.at(problem, typed)]);
        }
        (true, Some(known)) => Edit::Unset { path: at(Step::Item(known)) },
        (false, known) => {
            let because = arguments.because.clone().unwrap_or_default();
            if because.trim().is_empty() {
                return Err(vec![Problem::new(Code::ReasonNeeded).with("name", check.word())]);
            }
            let about = about.clone().map(|about| ("about", Value::Text(about)));
            let fields =
                [Some(("check", Value::Text(check.word().to_owned()))), about, Some(("because", Value::Text(because)))];
            let fields: Vec<(&'static str, Value)> = fields.into_iter().flatten().collect();
            Edit::Set { path: at(known.map_or(Step::Append, Step::Item)), value: Value::record(&fields) }
        }
    };
    let document = desk.edit(&[edit])?;
    let told = |one: &Silenced| one.because.get(table.language).to_owned();
    let deed = Deed::new("check", silenced_name(check, about.as_deref())).part("silenced");
    let deed = deed.before(known.map(|at| told(&silenced[at])));
    let after = arguments.because.clone().filter(|_| arguments.unsilence.is_none());
    Ok(Recorded { document, deed: Deed { after, ..deed } })
}

fn silenced_name(check: CheckId, about: Option<&str>) -> String {
    about.map_or(check.word().to_owned(), |about| format!("{} {about}", check.word()))
}

/// The check that a word names.
pub(in crate::session) fn named(lookup: Lookup<'_>, word: &str) -> Result<CheckId, Problem> {
    let known = CheckId::ALL.iter().map(|check| check.word());
    CheckId::named(word).ok_or_else(|| lookup.typed.unknown("check", word, known))
}

/// What a check is silenced about, as it is called: something that it found, or else anything with a name.
fn subject(desk: &Desk<'_>, check: CheckId, words: &str) -> Result<String, Vec<Problem>> {
    let table: &Table = desk.table();
    let found = findings(&Seen::new(table, None)).into_iter().filter(|finding| finding.check == check);
    let names: Vec<String> = found.filter_map(|finding| finding.about.name(table)).collect();
    let lowered = words.to_lowercase();
    if let Some(name) = names.iter().find(|name| name.to_lowercase() == lowered) {
        return Ok(name.clone());
    }
    let known = table.narrative.silenced.iter().filter(|one| one.check == check).filter_map(|one| one.about.as_ref());
    if let Some(name) = known.into_iter().find(|name| name.to_lowercase() == lowered) {
        return Ok(name.clone());
    }
    match desk.lookup().thing(&[words.to_owned()]) {
        Ok((Named::Option { issue, option }, _)) => Ok(format!("{issue}={option}")),
        Ok((named, _)) => Ok(named.name().to_owned()),
        Err(problem) => Err(vec![problem]),
    }
}
