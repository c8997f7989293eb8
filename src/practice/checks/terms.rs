//! Checks of what is written down to make an agreement hold: clauses, objectives, long terms, trials.

use super::slots::{Grade, slots};
use super::words::words;
use super::{About, Finding, Seen, Slot, Told};
use crate::domain::{CheckId, ImpactNode, IssueId, OptionId, Table};

/// From how many years a term is long.
const LONG: i64 = 3;

/// Starts of words in clauses by which an agreement can be corrected.
const CORRECTING: &str = "\
    kaart geel gele trigger go no-go heropen bijstel bijgesteld evalu opzeg tussentijds beëindig stopp card \
    yellow reopen review terminat adjust correct exit end stop";
/// Starts of words in clauses that say when a trial is a success.
const DECIDING: &str =
    "go no-go criteri evalu tevreden geslaagd besluit beslist criterion satisf success decide review measure";
/// Starts of words for a trial.
const TRIALS: &str = "pilot proef proeven experiment trial fase phase probeer uitprob try-out";

/// C01: a clause that lacks parts of a promise.
pub(super) fn world_peace(seen: &Seen<'_>) -> Vec<Finding> {
    let names: Vec<&str> = seen.table.parties.iter().map(|party| party.id.as_str()).collect();
    let clauses = seen.table.narrative.clauses.iter().enumerate();
    let found = clauses.filter_map(|(at, clause)| {
        let slots = slots(clause.text.get(seen.table.language), &names);
        let missing: Vec<&'static str> = slots.missing().into_iter().map(Slot::word).collect();
        let saw = match slots.grade() {
            Grade::Whole => return None,
            Grade::Almost => "almost",
            Grade::Wide => "saw",
        };
        let finding = Finding::new(CheckId::C01, About::Clause(at)).saw(saw);
        Some(finding.with("slots", Told::Words(missing)).with("count", Told::Count(slots.count() as u64)))
    });
    found.collect()
}

/// Every node of the impact tree that is measured or has nothing below it, with the way to it.
fn objectives(table: &Table) -> Vec<(Vec<usize>, &ImpactNode)> {
    fn walk<'t>(nodes: &'t [ImpactNode], way: &[usize], found: &mut Vec<(Vec<usize>, &'t ImpactNode)>) {
        for (at, node) in nodes.iter().enumerate() {
            let way = [way, &[at]].concat();
            walk(&node.causes, &way, found);
            let is_measured = node.unit.is_some() || node.target.is_some() || node.baseline.is_some();
            if is_measured || node.causes.is_empty() {
                found.push((way, node));
            }
        }
    }
    let mut found = Vec::new();
    walk(&table.narrative.impact, &[], &mut found);
    found
}

/// C03: an objective without its measure, target or owner.
pub(super) fn unowned(seen: &Seen<'_>) -> Vec<Finding> {
    let found = objectives(seen.table).into_iter().filter_map(|(way, node)| {
        let parts = [("measure", &node.unit), ("target", &node.target), ("owner", &node.owner)];
        let missing: Vec<&'static str> =
            parts.into_iter().filter(|(_, text)| text.is_none()).map(|(word, _)| word).collect();
        let finding = Finding::new(CheckId::C03, About::Objective(way));
        (!missing.is_empty()).then(|| finding.with("parts", Told::Words(missing)))
    });
    found.collect()
}

/// C21: a measure without a start.
pub(super) fn no_baseline(seen: &Seen<'_>) -> Vec<Finding> {
    let unstarted = |node: &ImpactNode| node.baseline.is_none() && (node.unit.is_some() || node.target.is_some());
    let found = objectives(seen.table).into_iter().filter(|(_, node)| unstarted(node));
    found.map(|(way, _)| Finding::new(CheckId::C21, About::Objective(way))).collect()
}

/// C22: a term of some years, and no clause by which to correct.
pub(super) fn no_correction(seen: &Seen<'_>) -> Vec<Finding> {
    if any_clause(seen.table, CORRECTING) {
        return Vec::new();
    }
    let is_long = |text: &str| years(text).is_some_and(|years| years >= LONG);
    let long = |issue: IssueId| {
        let options = options_of(seen.table, issue, |text| is_long(text));
        let finding = Finding::new(CheckId::C22, About::Issue(issue));
        (!options.is_empty()).then(|| finding.with("options", Told::Options(options)))
    };
    seen.table.issues.keys().filter_map(long).collect()
}

/// C28: a trial, and no clause that says when it is a success.
pub(super) fn trial(seen: &Seen<'_>) -> Vec<Finding> {
    if any_clause(seen.table, DECIDING) {
        return Vec::new();
    }
    let has_trial = |issue: IssueId| {
        let options = options_of(seen.table, issue, |text| any_word(text, TRIALS));
        let finding = Finding::new(CheckId::C28, About::Issue(issue));
        (!options.is_empty()).then(|| finding.with("options", Told::Options(options)))
    };
    seen.table.issues.keys().filter_map(has_trial).collect()
}

/// The options of an issue of which the name or the text is one.
fn options_of(table: &Table, issue: IssueId, is_one: impl Fn(&str) -> bool) -> Vec<OptionId> {
    let options = table.issues[issue].options().iter().enumerate();
    let found = options.filter(|(_, option)| is_one(&option.id) || is_one(option.text.get(table.language)));
    found.map(|(at, _)| OptionId::new(issue, at)).collect()
}

fn any_clause(table: &Table, starts: &str) -> bool {
    table.narrative.clauses.iter().any(|clause| any_word(clause.text.get(table.language), starts))
}

/// Whether a word of `text` starts like one of these; a start of two letters must be all of it.
fn any_word(text: &str, starts: &str) -> bool {
    let lowered = text.to_lowercase();
    let is_one = |word: &str, start: &str| word == start || start.len() > 3 && word.starts_with(start);
    words(&lowered).into_iter().any(|word| starts.split_whitespace().any(|start| is_one(word, start)))
}

/// The longest term in `text`, in whole years: `3 jaar`, `five years`, `36 maanden`, `36m`.
fn years(text: &str) -> Option<i64> {
    let lowered = text.to_lowercase();
    let words = words(&lowered);
    let terms = words.iter().enumerate().filter_map(|(at, word)| {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let (count, unit) = match digits.parse::<i64>() {
            Ok(count) if digits.len() < word.len() => (count, &word[digits.len()..]),
            Ok(count) => (count, *words.get(at + 1)?),
            Err(_) => (in_words(word)?, *words.get(at + 1)?),
        };
        let unit = unit.trim_start_matches('-');
        let is_years = unit.starts_with("jaar") || unit.starts_with("jaren") || unit.starts_with("year");
        let is_months = unit.starts_with("maand") || unit.starts_with("month");
        match unit {
            "j" | "y" => Some(count),
            "m" => Some(count / 12),
            _ if is_years => Some(count),
            _ if is_months => Some(count / 12),
            _ => None,
        }
    });
    terms.max()
}

fn in_words(word: &str) -> Option<i64> {
    let words = [
        ["één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ];
    let at = words.iter().find_map(|words| words.iter().position(|known| *known == word))?;
    i64::try_from(at).ok().map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_in_figures_and_words() {
        for (text, expected) in [
            ("36m", Some(3)),
            ("24m", Some(2)),
            ("a contract for five years", Some(5)),
            ("drie jaar, daarna tien jaar", Some(10)),
            ("48 maanden", Some(4)),
            ("5-jaar", Some(5)),
            ("3%", None),
            ("in 2030", None),
        ] {
            assert_eq!(years(text), expected, "{text}");
        }
    }
}
