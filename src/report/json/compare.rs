//! Packages side by side as JSON.

use serde::Serialize;

use super::answer::{WarningJson, warnings};
use super::conflict::{ReasonJson, Teller};
use super::line;
use super::package::{PackageJson, package};
use crate::domain::{IssueId, Package};
use crate::explain::side_by_side;
use crate::report::violations;
use crate::valuation::Circumstances;

#[derive(Debug, Serialize)]
struct CompareJson<'a> {
    table: &'a str,
    world: &'a str,
    packages: Vec<ComparedJson>,
    /// The issues that all decide alike.
    same: Vec<&'a str>,
    differing: Vec<&'a str>,
    better_for_all: Vec<PairJson<'a>>,
    /// Pairs of packages that are worth the same to every party.
    worth_the_same: Vec<[&'a str; 2]>,
    best_for: Vec<BestJson<'a>>,
    /// Whether no package is best for every party.
    people_choose: bool,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct ComparedJson {
    #[serde(flatten)]
    package: PackageJson,
    violations: Vec<ReasonJson>,
}

#[derive(Debug, Serialize)]
struct PairJson<'a> {
    better: &'a str,
    worse: &'a str,
}

#[derive(Debug, Serialize)]
struct BestJson<'a> {
    party: &'a str,
    packages: Vec<&'a str>,
}

/// Packages, each with its name, side by side as one line of JSON, with texts in the table's own language.
///
/// # Errors
/// Only if serialising fails, which no package makes it do.
pub fn compare_json(
    circumstances: &Circumstances<'_>,
    packages: &[(String, Package)],
) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let found = side_by_side(circumstances, &packages.iter().map(|(_, package)| package).collect::<Vec<_>>());
    let teller = Teller { circumstances, also: &[] };
    let compared = packages.iter().zip(&found.assessments).map(|((name, content), assessment)| ComparedJson {
        package: package(circumstances, content, Some(name.clone())),
        violations: violations(assessment, true).into_iter().map(|one| teller.violation(one)).collect(),
    });
    let name = |at: usize| packages[at].0.as_str();
    let issues = |ids: &[IssueId]| ids.iter().map(|issue| table.issues[*issue].id.as_str()).collect();
    let best_for = found.best_for.iter().map(|(party, best)| BestJson {
        party: &table.parties[*party].id,
        packages: best.iter().map(|at| name(*at)).collect(),
    });
    line(&CompareJson {
        table: &table.id,
        world: &table.worlds[circumstances.world].id,
        packages: compared.collect(),
        same: issues(&found.same),
        differing: issues(&found.differing),
        better_for_all: found
            .better_for_all
            .iter()
            .map(|(b, w)| PairJson { better: name(*b), worse: name(*w) })
            .collect(),
        worth_the_same: found.worth_the_same.iter().map(|(one, other)| [name(*one), name(*other)]).collect(),
        best_for: best_for.collect(),
        people_choose: found.favours_differ(),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}
