//! Screens: who may see what, what is shown to whom, and looking with the eyes of somebody else than who leads the talks.
//!
//! On a screen that isn't the moderator's nothing of the table is told but its page, and the page is made of what is
//! public, what parties opened, and what was released. What isn't read can't leak.

use std::sync::atomic::AtomicBool;

use num_traits::Signed as _;

use super::command::{Command, DisclosedArguments, ReleaseArguments, ViewArguments};
use super::lookup::Lookup;
use super::packages::ready;
use super::record::{self, Desk};
use super::response::{Failure, Response};
use super::typed::Typed;
use super::{Outcome, Session, Waiting, tokenize};
use crate::diagnostic::{Code, Problem};
use crate::domain::{
    Content, Disclosure, NamedPackage, Package, Part, PartyId, Rational, Scale, ShownPackage, Table, WorldId, integer,
};
use crate::table_file::{Document, parse_package};
use crate::valuation::{Assessment, Circumstances, assess};

/// From how many points above no deal a package is ample for a party.
const AMPLE: i64 = 10;

/// Whose eyes a screen is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Everybody at the table.
    Shared,
    /// One party, by its name.
    Party(String),
}

impl Screen {
    /// The party whose screen it is; `None` for the shared one.
    #[must_use]
    pub fn party(&self, table: &Table) -> Option<PartyId> {
        match self {
            Self::Shared => None,
            Self::Party(name) => table.party_named(name),
        }
    }

    /// Whether a command tells no more there than the screen may show.
    fn allows(&self, command: &Command) -> bool {
        let own = |name: &str| matches!(self, Self::Party(party) if party.eq_ignore_ascii_case(name));
        match command {
            Command::View(_) | Command::Help(_) | Command::Tour | Command::Set(_) | Command::Questions(_) => true,
            // Darkening tells nothing.
            Command::Quit | Command::Complete(_) | Command::Blank => true,
            Command::Sheet(arguments) => own(&arguments.party),
            Command::Disclosed(arguments) => arguments.party.as_deref().is_some_and(own),
            _ => false,
        }
    }
}

impl Session {
    /// Whose eyes the screen is for; `None` if it is the moderator's.
    #[must_use]
    pub fn screen(&self) -> Option<&Screen> {
        self.screen.as_ref()
    }

    /// Refuses what the screen may not show.
    pub(super) fn check_screen(&self, command: &Command, line: &str) -> Result<(), Failure> {
        let is_allowed = self.screen.as_ref().is_none_or(|screen| screen.allows(command));
        if is_allowed {
            return Ok(());
        }
        let typed = Typed::new(line);
        let word = typed.first().to_owned();
        Err(typed.at(Problem::new(Code::NotOnThisScreen).with("name", &*word), &word).into())
    }

    /// Looks with the eyes of somebody.
    pub(super) fn look_as(&mut self, arguments: &ViewArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let screen = match arguments.screen.to_lowercase().as_str() {
            "shared" | "gedeeld" => Screen::Shared,
            "moderator" | "alles" => return Ok(self.turn_to_moderator()),
            _ => {
                let typed = Typed::new(line);
                let lookup = Lookup { table: document.table(), typed: &typed };
                let party = lookup.party(&arguments.screen)?;
                Screen::Party(document.table().parties[party].id.clone())
            }
        };
        // An interview that was left open would go on before everybody's eyes.
        self.waiting = Waiting::Command;
        self.screen = Some(screen.clone());
        Ok(Response::Screen(document, screen))
    }

    /// Back to the moderator's eyes; whoever sits there is asked first to turn the screen away.
    fn turn_to_moderator(&mut self) -> Response {
        if self.is_attended && self.screen.is_some() {
            self.waiting = Waiting::Turning;
            return Response::TurnAway;
        }
        self.screen = None;
        Response::Turned
    }

    /// The screen is turned away.
    pub(super) fn turned(&mut self) -> Response {
        self.screen = None;
        Response::Turned
    }

    /// Darkens the shared screen, or lights it again. Seen with other eyes, nothing but that is told.
    pub(super) fn blank(&mut self, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let desk = Desk { document: &document, typed: &typed, is_frozen: document.table().frozen };
        let recorded = record::blank(&desk).map_err(Failure::Line)?;
        let outcome = self.changed(recorded, line, stop)?;
        match &self.screen {
            Some(screen) => Ok(Response::Screen(self.table()?.clone(), screen.clone())),
            None => Ok(outcome),
        }
    }

    /// What somebody was shown.
    pub(super) fn disclosed(&self, arguments: &DisclosedArguments, line: &str) -> Outcome {
        let document = self.table()?.clone();
        let typed = Typed::new(line);
        let lookup = Lookup { table: document.table(), typed: &typed };
        let party = arguments.party.as_deref().map(|name| lookup.party(name)).transpose()?;
        // Whether a verdict still holds is nobody's business but the moderator's.
        let now = if self.screen.is_some() { Vec::new() } else { verdicts(document.table()) };
        Ok(Response::Disclosed { document, party, now })
    }

    /// Shows something to everybody, or to one party, and keeps that it was shown.
    pub(super) fn release(&mut self, arguments: &ReleaseArguments, line: &str, stop: &AtomicBool) -> Outcome {
        let document = self.table()?.clone();
        let table = document.table();
        let typed = Typed::new(line);
        let lookup = Lookup { table, typed: &typed };
        let to = arguments.party.as_deref().map(|name| lookup.party(name)).transpose()?;
        let content = match (&arguments.what, &arguments.line) {
            (None, Some(text)) => Content::Line(text.clone()),
            (Some(what), None) => match named(table, what) {
                Some(named) => Content::Package(shown(&document, named, to, arguments)?),
                None => match Part::WORDS.iter().find(|(word, _)| word == what) {
                    Some((_, part)) => Content::Part(*part),
                    None => {
                        let packages = table.narrative.packages.iter().map(|package| package.id.as_str());
                        let known = packages.chain(Part::WORDS.iter().map(|(word, _)| *word));
                        return Err(typed.unknown("package", what, known).into());
                    }
                },
            },
            _ => return Err(Problem::new(Code::NothingToRelease).into()),
        };
        let desk = Desk { document: &document, typed: &typed, is_frozen: table.frozen };
        let recorded = record::disclosed(&desk, &Disclosure { to, content }).map_err(Failure::Line)?;
        self.changed(recorded, line, stop)
    }
}

fn named<'a>(table: &'a Table, name: &str) -> Option<&'a NamedPackage> {
    table.narrative.packages.iter().find(|package| package.id == name)
}

/// A package as it is shown: to everybody with a verdict and perhaps bands, to one party with its own score.
fn shown(
    document: &Document,
    named: &NamedPackage,
    to: Option<PartyId>,
    arguments: &ReleaseArguments,
) -> Result<ShownPackage, Failure> {
    let table = document.table();
    let choices = record::quoted_package(table, &named.package);
    let bare = ShownPackage { name: named.id.clone(), choices, verdict: None, bands: None, score: None };
    if arguments.bands && table.scale != Scale::Percent {
        return Err(Problem::new(Code::BandsNeedPercent).into());
    }
    if arguments.bare && !arguments.bands {
        return Ok(bare);
    }
    let circumstances = Circumstances::new(ready(document)?, WorldId::BASE);
    let assessment = assess(&circumstances, &named.package);
    let gains = assessment.parties.iter().filter_map(|party| party.gain());
    let bands = |gains: Vec<Rational>| {
        let count = |band: usize| gains.iter().filter(|gain| band_of(gain) == band).count();
        [count(0), count(1), count(2)]
    };
    Ok(ShownPackage {
        verdict: (!arguments.bare).then(|| holds(table, &assessment, &named.package)),
        bands: arguments.bands.then(|| bands(gains.collect())),
        score: to.and_then(|party| assessment.parties[party].score.clone()).filter(|_| !arguments.bare),
        ..bare
    })
}

/// Whether all whose agreement is needed can live with a package: what the numbers say, unless one of them said no.
fn holds(table: &Table, assessment: &Assessment, package: &Package) -> bool {
    !table.is_refused(package) && assessment.is_acceptable()
}

/// A package that was shown; `None` if the table has changed too much to know it.
#[must_use]
pub fn package_shown(table: &Table, shown: &ShownPackage) -> Option<Package> {
    let words: Vec<String> = tokenize(&shown.choices).words.into_iter().map(|word| word.text).collect();
    parse_package(table, &words).ok()
}

/// Ample, just enough, or below no deal.
fn band_of(gain: &Rational) -> usize {
    if gain.is_negative() { 2 } else { usize::from(*gain < integer(AMPLE)) }
}

/// For each thing that was shown with a verdict, what the verdict would be now; nothing where it can't be told.
pub(super) fn verdicts(table: &Table) -> Vec<Option<bool>> {
    let circumstances = table.ready().ok().map(|ready| Circumstances::new(ready, WorldId::BASE));
    let now = |shown: &Disclosure| {
        let Content::Package(shown) = &shown.content else { return None };
        let package = package_shown(table, shown).filter(|_| shown.verdict.is_some())?;
        Some(holds(table, &assess(circumstances.as_ref()?, &package), &package))
    };
    table.narrative.disclosed.iter().map(now).collect()
}
