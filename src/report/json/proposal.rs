//! Several packages to talk about, and a package put to the test, as JSON.

use serde::Serialize;

use super::answer::{WarningJson, how, warnings};
use super::conflict::{ReasonJson, RepairJson, Teller};
use super::package::{Choice, PackageJson, choices, package};
use super::said::{ClearJson, KeptJson, clear, kept};
use super::worlds::{WorldsJson, worlds};
use super::{Ordered, line};
use crate::analysis::{Conditional, InEveryWorld, Others, PackageTest, Proposal, Proposed};
use crate::domain::{Package, PartyId, Table, WorldId, nearest_f64};
use crate::optimize::{How, Reason};
use crate::report::proposal::command;
use crate::report::{Asked, Given};
use crate::session::objective_word;
use crate::valuation::{Circumstances, RatificationAssessment};

#[derive(Debug, Serialize)]
struct ProposalJson {
    table: String,
    world: String,
    packages: Vec<ProposedJson>,
    /// Every no that the packages keep clear of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clear_of: Vec<ClearJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<Vec<ReasonJson>>,
    /// Whether leaving out any one of the conflict leaves a package; null where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_one_suffices: Option<Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<Vec<RepairJson>>,
    /// Where no package holds in every world and that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<SuggestionJson>,
    /// Of packages of other shapes: `enough`, `no_other`, `no_other_efficient`, `no_other_corner` or `unknown`.
    others: &'static str,
    every_world: Option<EveryWorldJson>,
    /// Per issue, options between which something may be worth inventing.
    between: Ordered<Vec<String>>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct ProposedJson {
    objectives: Vec<String>,
    proven: bool,
    how: Option<&'static str>,
    /// Per objective that isn't proven: what no package exceeds, and how far that is above this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<Ordered<BoundJson>>,
    #[serde(flatten)]
    package: PackageJson,
    fails: Ordered<Vec<ReasonJson>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kept: Vec<KeptJson>,
}

#[derive(Debug, Serialize)]
struct BoundJson {
    bound: f64,
    gap: f64,
}

#[derive(Debug, Serialize)]
pub(super) struct EveryWorldJson {
    /// Whether some package holds in every world; `null` if that isn't known.
    possible: Option<bool>,
    /// How many do; `null` where they aren't counted.
    packages: Option<u64>,
    best: Option<Ordered<Choice>>,
    smallest_gain: Option<f64>,
    never: Vec<String>,
    /// Options that do the same on some condition, and that packages take which hold in every world.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    on_condition: Vec<String>,
    suggestions: Vec<SuggestionJson>,
}

/// What could be agreed on condition.
#[derive(Debug, Serialize)]
pub(super) struct SuggestionJson {
    option: String,
    only_if: Vec<String>,
    otherwise: String,
    /// What to type to add it.
    command: String,
    choices: Ordered<Choice>,
    #[serde(flatten)]
    worlds: WorldsJson,
}

#[derive(Debug, Serialize)]
struct TestJson {
    table: String,
    world: String,
    #[serde(flatten)]
    package: PackageJson,
    better: Option<u64>,
    /// By which method better packages were counted.
    how: Option<&'static str>,
    refusing: Vec<BodyOf>,
    unknown: Vec<BodyOf>,
    fails: Ordered<Vec<ReasonJson>>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct BodyOf {
    party: String,
    body: String,
}

/// A proposal as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no proposal makes it do.
pub fn proposal_json(asked: Asked<'_>, proposal: &Proposal) -> Result<String, serde_json::Error> {
    let table = asked.circumstances.table.table();
    let teller = Teller { circumstances: asked.circumstances, also: &proposal.demands };
    let told = |at: usize, content: &Package| {
        let told = package(asked.circumstances, content, Some(format!("P{}", at + 1)));
        if asked.question.robust { told.in_every_world(asked.circumstances, content) } else { told }
    };
    let answers = proposal.answers.iter().enumerate().map(|(at, answer)| ProposedJson {
        objectives: answer.objectives.iter().map(|objective| objective_word(table, *objective)).collect(),
        proven: answer.is_proven,
        how: answer.how.map(how),
        bounds: bounds(table, answer),
        package: told(at, &answer.package),
        fails: fails(asked.circumstances, &answer.fails),
        kept: proposal.clear.iter().map(|clear| kept(asked.circumstances, clear, &answer.package)).collect(),
    });
    let between = proposal.between.iter().map(|(issue, options)| {
        let options = options.iter().map(|option| table.option(*option).id.clone()).collect();
        (table.issues[*issue].id.clone(), options)
    });
    line(&ProposalJson {
        table: table.id.clone(),
        world: table.worlds[asked.question.world].id.clone(),
        packages: answers.collect(),
        clear_of: proposal.clear.iter().map(|no| clear(table, no)).collect(),
        conflict: proposal.conflict.as_ref().map(|of| of.reasons.iter().map(|reason| teller.reason(reason)).collect()),
        any_one_suffices: proposal.conflict.as_ref().map(|of| of.any_one_suffices),
        repairs: proposal.conflict.as_ref().map(|of| teller.repairs(of, &proposal.suggestions)),
        suggestions: proposal.suggestions.iter().filter_map(|of| suggestion(of, asked.circumstances.absent)).collect(),
        others: match proposal.others {
            Others::Enough => "enough",
            Others::NoOther => "no_other",
            Others::NoOtherEfficient => "no_other_efficient",
            Others::NoOtherCorner => "no_other_corner",
            Others::Unknown => "unknown",
        },
        every_world: proposal.worlds.as_ref().map(|every| every_world(asked.circumstances, every)),
        between: Ordered(between.collect()),
        fictional: table.narrative.fictional,
        warnings: warnings(asked.circumstances),
    })
}

fn bounds(table: &Table, answer: &Proposed) -> Option<Ordered<BoundJson>> {
    let bounds = answer.bounds.iter();
    let told =
        bounds.map(|(of, bound, gap)| (objective_word(table, *of), BoundJson { bound: bound + 0.0, gap: gap + 0.0 }));
    (!answer.bounds.is_empty()).then(|| Ordered(told.collect()))
}

/// A package put to the test as one line of JSON.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn test_json(given: Given<'_>, test: &PackageTest) -> Result<String, serde_json::Error> {
    let table = given.circumstances.table.table();
    let bodies = |bodies: &[RatificationAssessment]| {
        let body = |body: &RatificationAssessment| {
            let party = &table.parties[body.party];
            BodyOf { party: party.id.clone(), body: party.ratification[body.body].body.get(table.language).to_owned() }
        };
        bodies.iter().map(body).collect()
    };
    let known = table.narrative.packages.iter().find(|known| known.package == *given.package);
    line(&TestJson {
        table: table.id.clone(),
        world: table.worlds[given.circumstances.world].id.clone(),
        package: package(given.circumstances, given.package, known.map(|known| known.id.clone())),
        better: test.better,
        how: test.better.map(|_| how(How::Enumerated)),
        refusing: bodies(&test.refusing),
        unknown: bodies(&test.unknown),
        fails: fails(given.circumstances, &test.fails),
        fictional: table.narrative.fictional,
        warnings: warnings(given.circumstances),
    })
}

/// What stands in the way elsewhere, by name of the world.
pub(super) fn fails(
    circumstances: &Circumstances<'_>,
    fails: &[(WorldId, std::collections::BTreeSet<Reason>)],
) -> Ordered<Vec<ReasonJson>> {
    let one = |(world, reasons): &(WorldId, std::collections::BTreeSet<Reason>)| {
        let seen = circumstances.in_world(*world);
        let teller = Teller { circumstances: &seen, also: &[] };
        let reasons = reasons.iter().map(|reason| teller.reason(reason)).collect();
        (circumstances.table.worlds[*world].id.clone(), reasons)
    };
    Ordered(fails.iter().map(one).collect())
}

/// What holds in every world.
pub(super) fn every_world(circumstances: &Circumstances<'_>, every: &InEveryWorld) -> EveryWorldJson {
    let table = circumstances.table.table();
    let best = every.best.as_ref();
    // Where no package holds in every world, there is none that could leave an option out.
    let never = every.split.iter().filter(|_| every.is_possible == Some(true));
    EveryWorldJson {
        possible: every.is_possible,
        packages: every.packages,
        best: best.map(|(package, _)| choices(table, package)),
        smallest_gain: best.map(|(_, smallest)| nearest_f64(smallest)),
        never: never.map(|option| table.choice(*option)).collect(),
        on_condition: every.on_condition.iter().map(|option| table.choice(*option)).collect(),
        suggestions: every.suggestions.iter().filter_map(|of| suggestion(of, circumstances.absent)).collect(),
    }
}

/// A conditional option with the best package that takes it.
pub(super) fn suggestion(of: &Conditional, absent: Option<PartyId>) -> Option<SuggestionJson> {
    let circumstances = Circumstances::new(of.table.ready().ok()?, WorldId::BASE).without(absent);
    Some(SuggestionJson {
        option: of.table.choice(of.option),
        only_if: of.worlds.iter().map(|world| of.table.worlds[*world].id.clone()).collect(),
        otherwise: of.table.choice(of.otherwise),
        command: command(of),
        choices: choices(&of.table, &of.package),
        worlds: worlds(&circumstances, &of.package),
    })
}
