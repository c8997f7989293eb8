//! GENIUS domains and profiles: XML that the negotiation research of the last twenty years exchanges its cases in.
//!
//! GENIUS values a package as the sum over issues of weight times evaluation, where the evaluation of a discrete value
//! is divided by the largest of its issue. Issues are matched by their index. A table that is imported has the same
//! packages, and scores that are 100 times the utility: exactly where a table can hold what is computed, else as near as is
//! told.

mod curves;
mod desk;
mod domain;
mod findings;
mod names;
mod number;
mod profile;
mod table;
mod text;
mod worth;
mod xml;

use std::ops::RangeInclusive;
use std::path::Path;

use num_traits::{One as _, Zero as _};

use desk::{Desk, PROGRAM, Type, named};
use domain::{Domain, DomainIssue, Kind};
use findings::{Findings, spot};
use profile::Profile;
use table::Member;
use worth::Worth;
use xml::Element;

use super::open::{OpenError, read_file};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{Rational, Table, integer, nearest_f64};
use crate::table_file::read::{MOST_OF_A_KIND, MOST_PARTIES};
use crate::table_file::reader::shown;

/// The finest power of ten by which it is told how far scores can be off.
const FINEST_BOUND: u32 = 20;

/// How many amounts of a real issue there can be, where they are counted.
pub const STEPS: RangeInclusive<i64> = 2..=10_000;

/// How files of GENIUS are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GeniusOptions {
    /// What evaluations of discrete values mean.
    pub reading: GeniusReading,
    /// How many amounts of a real issue can be agreed, at equal distances; any amount without it.
    pub steps: Option<u32>,
}

/// What evaluations of discrete values mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GeniusReading {
    /// Each is divided by the largest of its issue, as GENIUS does.
    #[default]
    Genius,
    /// Each counts as it stands, as some other programs have it.
    Raw,
}

/// A file as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeniusFile {
    /// What the person called it.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What came of importing.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The files, the domain first, each with everything that is wrong or doubtful in it.
    pub files: Vec<ImportedFile>,
    /// The table, without any sentence in it; `None` if there is any error.
    pub table: Option<Table>,
    /// Where each party comes from, in the order of the table; empty without a table.
    pub origins: Vec<PartyOrigin>,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// What the person called it.
    pub path: String,
    /// Its text, empty if it has none.
    pub source: String,
    /// Everything that is wrong or doubtful, by place.
    pub problems: Vec<Problem>,
}

/// Where a party comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyOrigin {
    /// What the party is called.
    pub party: String,
    /// The name of its file, without folders.
    pub file: String,
    /// Whether the file gives a reservation value.
    pub has_reservation: bool,
    /// The discount factor, which nothing is computed with.
    pub discount: Option<Rational>,
}

/// Opens a file to be imported.
///
/// # Errors
/// There is none, or it can't be read.
pub fn open_genius(path: &str) -> Result<GeniusFile, OpenError> {
    let bytes = read_file(Path::new(path), path).map_err(|problem| match problem.code {
        Code::FileMissing => named(Code::ImportMissing, path),
        _ => problem,
    });
    match bytes {
        Ok(bytes) => Ok(GeniusFile { path: path.to_owned(), bytes }),
        Err(problem) => Err(OpenError { path: path.to_owned(), problem }),
    }
}

/// Makes a table of a domain and the profiles of its parties.
#[must_use]
pub fn import_genius(domain: &GeniusFile, profiles: &[GeniusFile], options: GeniusOptions) -> Imported {
    let mut sheets: Vec<Sheet> = [domain].into_iter().chain(profiles).map(Sheet::new).collect();
    let made = made(&mut sheets, options);
    let files: Vec<ImportedFile> = sheets.into_iter().map(Sheet::done).collect();
    let is_error = |problem: &Problem| problem.severity() == Severity::Error;
    let is_sound = !files.iter().any(|file| file.problems.iter().any(is_error));
    let (table, origins) = made.filter(|_| is_sound).unzip();
    Imported { files, table, origins: origins.unwrap_or_default() }
}

/// The name of a file, without folders.
#[must_use]
pub fn base_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// A file that is being read.
struct Sheet {
    path: String,
    source: String,
    findings: Findings,
}

impl Sheet {
    fn new(file: &GeniusFile) -> Self {
        let mut findings = Findings::default();
        let source = text::text(&file.bytes, &mut findings).unwrap_or_else(|problem| {
            findings.report(problem.with("program", PROGRAM));
            String::new()
        });
        Self { path: file.path.clone(), source, findings }
    }

    fn done(self) -> ImportedFile {
        ImportedFile { path: self.path, source: self.source, problems: self.findings.into_problems() }
    }

    /// Its elements, if it is what was expected.
    fn root<'a>(source: &'a str, findings: &mut Findings, is_domain: bool) -> Option<Element<'a>> {
        if findings.has_errors() {
            return None;
        }
        let root = xml::tree(source, findings).map_err(|problem| findings.report(problem)).ok()?;
        let problem = wrong_root(&root, is_domain).or_else(|| nonlinear(&root));
        if let Some(problem) = problem {
            findings.report(problem);
            return None;
        }
        Some(root)
    }
}

/// Everything that is made of the files, as far as there is any.
fn made(sheets: &mut [Sheet], options: GeniusOptions) -> Option<(Table, Vec<PartyOrigin>)> {
    let (first, others) = sheets.split_first_mut()?;
    let mut desk = Desk { findings: &mut first.findings };
    let root = Sheet::root(&first.source, desk.findings, true);
    let domain = root.as_ref().map(|root| desk.domain(root)).filter(|_| !desk.findings.has_errors());
    let domain = domain.filter(|domain| desk.fits(domain, others.len(), &first.source));
    let domain = domain.map(|domain| desk.stepped(domain, options.steps));
    // Without a domain, only the writing of the profiles can be checked.
    let members = others.iter_mut().map(|sheet| member(sheet, domain.as_ref(), options, &base_name(&first.path)));
    let members: Vec<Option<(Member, PartyOrigin)>> = members.collect();
    let domain = domain?;
    desk.tell_continuous(&domain, options.steps);
    let members: Option<Vec<(Member, PartyOrigin)>> = members.into_iter().collect();
    let (members, mut origins): (Vec<Member>, Vec<PartyOrigin>) = members?.into_iter().unzip();
    let table = table::table(&stem(&first.path), &domain, &members);
    for (origin, party) in origins.iter_mut().zip(&table.parties) {
        origin.party.clone_from(&party.id);
    }
    Some((table, origins))
}

fn member(
    sheet: &mut Sheet,
    domain: Option<&Domain>,
    options: GeniusOptions,
    domain_name: &str,
) -> Option<(Member, PartyOrigin)> {
    let mut desk = Desk { findings: &mut sheet.findings };
    let root = Sheet::root(&sheet.source, desk.findings, false)?;
    let domain = domain?;
    let profile = desk.profile(&root, domain)?;
    let worths = desk.worths(domain, &profile, options.reading)?;
    let no_deal = profile.reservation.as_ref().map(|value| value * integer(100)).unwrap_or_default();
    desk.tell_rounding(domain, &profile, &worths);
    desk.check_maximum(domain, &worths, options.reading, &root);
    let name = party_name(&stem(&sheet.path), &stem(domain_name));
    let origin = PartyOrigin {
        party: name.clone(),
        file: base_name(&sheet.path),
        has_reservation: profile.reservation.is_some(),
        discount: profile.discount,
    };
    Some((Member { name, worths, no_deal }, origin))
}

impl Desk<'_> {
    fn worths(&mut self, domain: &Domain, profile: &Profile, reading: GeniusReading) -> Option<Vec<Worth>> {
        let worths = domain.issues.iter().map(|issue| {
            let (weight, evaluated) = (profile.weights.get(&issue.index)?, profile.evaluations.get(&issue.index)?);
            self.worth(issue, weight, evaluated, reading)
        });
        // Each is looked at, also behind one that can't be held.
        let worths: Vec<Option<Worth>> = worths.collect();
        worths.into_iter().collect()
    }

    /// GENIUS takes a utility above 1 for 1; a table doesn't.
    fn check_maximum(&mut self, domain: &Domain, worths: &[Worth], reading: GeniusReading, root: &Element<'_>) {
        let most: Rational = domain.issues.iter().zip(worths).map(|(issue, worth)| worth.most(issue)).sum();
        let stray = Rational::new(1.into(), 1_000_000_000.into());
        if reading == GeniusReading::Genius && Rational::one() + stray < most {
            let problem = Problem::new(Code::GeniusAboveOne).with("utility", nearest_f64(&most).to_string());
            self.findings.report(problem.at(root.place.clone()));
        }
    }

    /// Says of which issues something was rounded, and how far the scores of packages can be off for it.
    fn tell_rounding(&mut self, domain: &Domain, profile: &Profile, worths: &[Worth]) {
        let strays = domain.issues.iter().zip(worths).filter(|(_, worth)| !worth.stray.is_zero());
        let strays: Vec<(&DomainIssue, &Worth)> = strays.collect();
        let Some((issue, _)) = strays.first() else { return };
        let sum: Rational = strays.iter().map(|(_, worth)| &worth.stray).sum();
        let is_below = |zeros: &u32| &sum * Rational::power_of_ten(*zeros) < Rational::one();
        let zeros = (0..=FINEST_BOUND).rev().find(is_below).unwrap_or(0);
        let problem = named(Code::GeniusNearly, &issue.name).with("count", strays.len().to_string());
        let place = profile.evaluations.get(&issue.index).map(|evaluated| evaluated.place.clone());
        self.findings.report(problem.with("most", format!("10^-{zeros}")).at(place.unwrap_or_default()));
    }

    /// Whether a table has room for as many parties, and their interests.
    fn fits(&mut self, domain: &Domain, profiles: usize, source: &str) -> bool {
        let place = spot(source, 0);
        let interests = profiles * domain.issues.len();
        self.at_most("party", profiles, MOST_PARTIES, &place)
            && self.at_most("interest", interests, MOST_OF_A_KIND, &place)
    }

    /// Says that real issues aren't made discrete unless that is asked for.
    fn tell_continuous(&mut self, domain: &Domain, steps: Option<u32>) {
        let is_real = |kind: &Kind| matches!(kind, Kind::Numeric(from, to, Type::Real) if from < to);
        for issue in domain.issues.iter().filter(|issue| steps.is_none() && is_real(&issue.kind)) {
            self.findings.slip(Problem::new(Code::GeniusContinuous).at(issue.place.clone()));
        }
    }
}

/// What is wrong with the outermost element, if anything is.
fn wrong_root(root: &Element<'_>, is_domain: bool) -> Option<Problem> {
    let has_weights = !desk::gather(root, "weight").is_empty();
    let code = match root.name {
        "negotiation_template" if is_domain => return None,
        "utility_space" if !is_domain => return None,
        // Old domains begin at once; they have no weights.
        "utility_space" if has_weights => Code::GeniusProfileFirst,
        "utility_space" => return None,
        "negotiation_template" => Code::GeniusDomainTwice,
        _ => Code::GeniusRoot,
    };
    Some(named(code, root.name).at(root.place.clone()))
}

/// A utility that isn't the sum over the issues, if the file has one.
fn nonlinear(root: &Element<'_>) -> Option<Problem> {
    let spaces = || [root].into_iter().chain(desk::gather(root, "utility_space"));
    let stated = |kind: &'static str| {
        let mut types = spaces().filter_map(|space| space.attribute("type"));
        types
            .find(|stated| stated.value.eq_ignore_ascii_case(kind))
            .map(|stated| (kind.to_owned(), stated.place.clone()))
    };
    let within = |names: &[&str]| {
        let mut found = names.iter().flat_map(|name| desk::gather(root, name));
        found.next().map(|element| (shown(element.name), element.place.clone()))
    };
    let rules = ["rules", "constraints", "constraint"];
    // Either kind may stand in `<utility>`.
    let inside = || {
        let mut children = desk::gather(root, "utility").into_iter().flat_map(|utility| &utility.children);
        let found = children.find(|child| rules.contains(&child.name));
        found.map(|element| (shown(element.name), element.place.clone()))
    };
    let constraints = inside().or_else(|| stated("constraint"));
    let boxes = || within(&["utility_function", "ufun", "utility"]).or_else(|| stated("nonlinear"));
    let (code, (name, place)) = match constraints {
        Some(found) => (Code::GeniusConstraints, found),
        None => match boxes() {
            Some(found) => (Code::GeniusNonlinear, found),
            None => (Code::GeniusConstraints, within(&rules)?),
        },
    };
    Some(named(code, &name).at(place))
}

/// The name of a file without folders and ending.
fn stem(path: &str) -> String {
    Path::new(path).file_stem().map_or_else(|| path.to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// What the party of a profile is called: its file, without the name of the domain that such files often begin with.
fn party_name(profile: &str, domain: &str) -> String {
    let rest = profile.strip_prefix(domain).map(|rest| rest.trim_start_matches(['-', '_', '.', ' ']));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(profile).to_owned()
}
