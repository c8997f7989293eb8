//! What a session says: changes, questions, help, and everything the other pages tell.

mod change;
mod cut_short;
mod help;
mod json;
mod kept;
mod reacted;
mod start;
mod view;

pub use help::{TOUR, command_table, dutch_words, examples};
pub use json::response_json;
pub use kept::notices_text;

use super::{
    Wordbook, bank_text, check_summary, check_text, checkup_text, clean, disclosed_text, facts_text, ideas_text,
    interview_text, lesson_text, phase_text, reactions_text, refusal_text, render_line, render_problem, render_typed,
    scenarios_text, screen_text, sheet_text, show_text, swung_text,
};
use crate::diagnostic::Problem;
use crate::domain::Language;
use crate::session::{Failure, Format, Names, Response, Settings};

/// Tells what a session says, in lines of at most `width` columns; empty if there is nothing to say.
#[must_use]
pub fn response_text(response: &Response, words: &Wordbook, width: usize) -> String {
    match response {
        Response::Nothing | Response::Left { kept: 0 } => String::new(),
        Response::Left { kept } => words.say("left-kept", &[("count", &kept.to_string())]) + "\n",
        Response::CutShort(response) => {
            cut_short::cut_short_text(response, words, width) + &response_text(response, words, width)
        }
        Response::Changed(changed) => change::changed_text(changed, words, width),
        Response::Tried(tried) => change::tried_text(tried, words, width),
        Response::Moved { lines, back, card } => change::moved_text(lines, *back, card.as_deref(), words, width),
        Response::Logged(lines, redoable) => kept::log_text(lines, *redoable, words, width),
        Response::Chronicle(entries) => kept::chronicle_text(entries, words, width),
        Response::Drafts(drafts) => kept::drafts_text(drafts, words, width),
        Response::Asked(asked) => start::question_text(asked, words, width),
        Response::Begun(begun) => start::begun_text(begun, words, width),
        Response::Confirm { what, mentions } => change::confirm_text(what, mentions, words, width),
        Response::Unsaved => words.say("unsaved", &[]) + "\n",
        Response::Paused => words.say("paused", &[]) + "\n",
        Response::Loaded { document, name, notices } => {
            change::loaded_text(document.table(), name, words, width) + &notices_text(notices, name, words)
        }
        Response::Saved { path, changes } => {
            let count = changes.to_string();
            words.say("saved", &[("file", &clean(path)), ("count", &count)]) + "\n"
        }
        Response::Tasks => help::tasks_text(words, width),
        Response::DutchWords => help::dutch_text(words, width),
        Response::Help(usage) => help::help_text(usage, words, width),
        Response::Tour => help::tour_text(words, width),
        Response::Settings(settings) => settings_text(*settings, words),
        Response::Candidates(candidates) => help::candidates_text(candidates, words),
        Response::Scenarios(tables) => scenarios_text(tables, words, width),
        Response::Checked { document, name, problems, lesson, checkup } => {
            let told: String =
                problems.iter().map(|problem| render_problem(words, name, document.source(), problem)).collect();
            let mut text = told + &check_summary(document.table(), name, words);
            if let Some(lesson) = lesson {
                text += &format!("\n{}", lesson_text(document.table(), lesson.as_deref(), words, width));
            }
            text + "\n" + &checkup_text(document.table(), checkup, words, width)
        }
        Response::CheckExplained { document, check, slots } => {
            check_text(document.table(), *check, slots.as_ref(), words, width)
        }
        Response::Phase(document) => phase_text(document.table(), words, width),
        Response::Ideas { document, is_inventing, switched } => {
            ideas_text(document.table(), *is_inventing, *switched, words, width)
        }
        Response::JudgingWaits => words.say("invent-waits", &[]) + "\n",
        Response::Interviewed(said) => interview_text(said, words, width),
        Response::Bank(questions) => bank_text(questions, words, width),
        Response::Swung(swung) => swung_text(swung, words, width),
        Response::Screen(document, screen) => screen_text(document.table(), screen, words, width),
        Response::Disclosed { document, party, now } => disclosed_text(document.table(), *party, now, words, width),
        Response::TurnAway => words.say("turn-away", &[]) + "\n",
        Response::Turned => words.say("turned", &[]) + "\n",
        Response::Sheet { document, party, is_own } => sheet_text(document.table(), *party, *is_own, words, width),
        Response::Reactions(document, of) => reactions_text(document.table(), *of, words, width),
        Response::Facts(document) => facts_text(document.table(), words, width),
        Response::Shown(document, subject) => show_text(document.table(), *subject, words, width),
        _ => view::view_text(response, words, width).unwrap_or_default(),
    }
}

fn settings_text(settings: Settings, words: &Wordbook) -> String {
    let values = ["format", "lang", "names", "color"].into_iter().zip(settings_words(settings));
    let told =
        values.map(|(name, value)| format!("{name:<8}{value:<8}{}\n", words.say(&format!("setting-{name}"), &[])));
    told.collect()
}

/// What is set, as it is typed: form, language, names, colour.
fn settings_words(settings: Settings) -> [&'static str; 4] {
    let format = if settings.format == Format::Json { "json" } else { "text" };
    let language = match settings.language {
        None => "table",
        Some(Language::En) => "en",
        Some(Language::Nl) => "nl",
    };
    let names = match settings.names {
        Names::Ids => "ids",
        Names::Roles => "roles",
    };
    let color = match settings.color {
        None => "auto",
        Some(true) => "always",
        Some(false) => "never",
    };
    [format, language, names, color]
}

/// Where a line stands that something is wrong with.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// At the prompt or on the command line.
    Typed,
    /// In a script.
    Script {
        /// What the script is called.
        path: &'a str,
        /// Which line, from 1.
        number: usize,
    },
}

/// Tells why a line wasn't carried out.
#[must_use]
pub fn failure_text(failure: &Failure, line: &str, place: Place<'_>, words: &Wordbook, width: usize) -> String {
    match failure {
        Failure::Line(problems) => {
            problems.iter().map(|problem| line_problem(problem, line, place, words, width)).collect()
        }
        Failure::File { path, source, problems } => {
            let told: String = problems.iter().map(|problem| render_problem(words, path, source, problem)).collect();
            // What is wrong inside a file has its place there.
            if source.is_empty() { whole_line(place) + &told } else { told }
        }
        Failure::Refused(document, refusal) => whole_line(place) + &refusal_text(document.table(), refusal, words),
        Failure::Stopped => whole_line(place) + &words.say("stopped", &[]) + "\n",
    }
}

/// Where a line of a script stands, for what is about all of it.
fn whole_line(place: Place<'_>) -> String {
    match place {
        Place::Typed => String::new(),
        Place::Script { path, number } => format!("{}:{number}:1: ", clean(path)),
    }
}

fn line_problem(problem: &Problem, line: &str, place: Place<'_>, words: &Wordbook, width: usize) -> String {
    match place {
        Place::Typed => render_typed(words, line, problem, width),
        Place::Script { path, number } => {
            // A problem of the whole line stands where the line begins.
            let within = problem.place.clone().unwrap_or(0..line.trim_end().len());
            render_line(words, path, number, line, &problem.clone().at(within))
        }
    }
}
