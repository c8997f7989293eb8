//! The JSON of the zone.

use serde::Serialize;

use super::answer::{WarningJson, bound, gap, how, status, warnings};
use super::conflict::{ReasonJson, RepairJson, Teller};
use super::package::{PackageJson, package};
use super::{Ordered, line};
use crate::analysis::{Floor, Zone, ZoneCounts};
use crate::domain::{PartyId, Table, nearest_f64};
use crate::optimize::{Answer, Refusal, Uncounted};
use crate::valuation::Circumstances;

#[derive(Debug, Serialize)]
struct ZoneJson {
    table: String,
    world: String,
    /// That of the best package; `refused` if nobody can tell.
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<RefusalJson>,
    how: Option<&'static str>,
    gap: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<f64>,
    smallest_gain: Option<f64>,
    package: Option<PackageJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conflict: Option<Vec<ReasonJson>>,
    /// Whether leaving out any one of the conflict leaves a package; null where nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    any_one_suffices: Option<Option<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repairs: Option<Vec<RepairJson>>,
    /// Why packages aren't counted: `too_many`, `endless` or `stopped`.
    #[serde(skip_serializing_if = "Option::is_none")]
    uncounted: Option<&'static str>,
    #[serde(flatten)]
    counts: Option<CountsJson>,
    floors: Ordered<&'static str>,
    parked: Vec<String>,
    fictional: bool,
    warnings: Vec<WarningJson>,
}

#[derive(Debug, Serialize)]
struct RefusalJson {
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parties: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CountsJson {
    packages: u64,
    within_rules: u64,
    acceptable: u64,
    /// The acceptable packages in percent of all.
    share: f64,
    groups: Ordered<u64>,
    parties: Ordered<u64>,
    moderator_only: ModeratorJson,
}

#[derive(Debug, Serialize)]
struct ModeratorJson {
    without: Ordered<u64>,
    blocks_most: Vec<String>,
}

/// The zone as one line of JSON, with texts in the table's own language. What stands under `moderator_only` is for no
/// other eyes.
///
/// # Errors
/// Only if serialising fails, which no zone makes it do.
pub fn zone_json(circumstances: &Circumstances<'_>, zone: &Zone) -> Result<String, serde_json::Error> {
    let table = circumstances.table.table();
    let conflict = match &zone.best {
        Ok(Answer::Infeasible(conflict)) => Some(conflict),
        _ => None,
    };
    let teller = Teller { circumstances, also: &[] };
    let floors = zone.floors.iter().map(|(party, floor)| (table.parties[*party].id.clone(), kind(*floor)));
    let parked = table.issues.iter().filter(|issue| issue.parked);
    line(&ZoneJson {
        table: table.id.clone(),
        world: table.worlds[circumstances.world].id.clone(),
        status: zone.best.as_ref().map_or("refused", status),
        refused: zone.best.as_ref().err().map(|refusal| refused(table, refusal)),
        how: zone.found().map(|found| how(found.how)),
        gap: zone.best.as_ref().ok().and_then(gap),
        bound: zone.best.as_ref().ok().and_then(bound),
        smallest_gain: zone.smallest_gain(circumstances).as_ref().map(nearest_f64),
        package: zone.found().map(|found| package(circumstances, &found.package, None)),
        conflict: conflict.map(|conflict| conflict.reasons.iter().map(|reason| teller.reason(reason)).collect()),
        any_one_suffices: conflict.map(|conflict| conflict.any_one_suffices),
        repairs: conflict.map(|conflict| conflict.repairs.iter().map(|repair| teller.repair(repair)).collect()),
        uncounted: zone.counts.as_ref().err().map(why_uncounted),
        counts: zone.counts.as_ref().ok().map(|counts| counted(table, counts)),
        floors: Ordered(floors.collect()),
        parked: parked.map(|issue| issue.id.clone()).collect(),
        fictional: table.narrative.fictional,
        warnings: warnings(circumstances),
    })
}

fn counted(table: &Table, counts: &ZoneCounts) -> CountsJson {
    let name = |party: &PartyId| table.parties[*party].id.clone();
    let named = |counts: &[(PartyId, u64)]| Ordered(counts.iter().map(|(party, n)| (name(party), *n)).collect());
    let blocking = counts.blocks_most().map(|(parties, _)| parties).unwrap_or_default();
    CountsJson {
        packages: counts.packages,
        within_rules: counts.within_rules,
        acceptable: counts.acceptable,
        share: nearest_f64(&counts.share()),
        groups: Ordered(counts.groups.clone()),
        parties: named(&counts.parties),
        moderator_only: ModeratorJson {
            without: named(&counts.without),
            blocks_most: blocking.iter().map(name).collect(),
        },
    }
}

fn kind(floor: Floor) -> &'static str {
    match floor {
        Floor::Needed => "no_deal",
        Floor::MayStayOut => "may_stay_out",
        Floor::Unknown => "no_deal_unknown",
        Floor::Indifferent => "indifferent",
    }
}

fn why_uncounted(uncounted: &Uncounted) -> &'static str {
    match uncounted {
        Uncounted::TooMany(_) => "too_many",
        Uncounted::Endless => "endless",
        Uncounted::Stopped => "stopped",
    }
}

fn refused(table: &Table, refusal: &Refusal) -> RefusalJson {
    let name = |party: &PartyId| table.parties[*party].id.clone();
    let (kind, parties) = match refusal {
        Refusal::NoDealUnknown(parties) => ("no_deal_unknown", parties.iter().map(name).collect()),
        Refusal::NobodyCares => ("nobody_cares", Vec::new()),
        Refusal::Indifferent(party) => ("indifferent", vec![name(party)]),
        Refusal::StaysOut(party) => ("stays_out", vec![name(party)]),
        Refusal::NeedsFloors => ("needs_floors", Vec::new()),
        Refusal::RestsOnFloors(_) => ("rests_on_floors", Vec::new()),
        Refusal::Needed(party) => ("needed", vec![name(party)]),
        Refusal::Mismatch(_) => ("mismatch", Vec::new()),
    };
    RefusalJson { kind, parties }
}
