//! From results to reasons, still data: what each party got, what it gave, what it has otherwise, and why nothing is
//! better for everyone. Knows no solver and makes no sentences.

mod account;
mod alternatives;
mod bill;
mod change;
mod facts;
mod leaving;
mod party;
mod ratification;
mod side_by_side;
mod subject;
mod worlds;

pub use account::{Account, account};
pub use bill::{BillAccount, BillPart, bills};
pub use change::{Payer, SingleChange};
pub use facts::{Resting, disputed_cells, facts_by_need, resting};
pub use leaving::leaving;
pub use party::{Cost, Gave, Missed, Otherwise, PartyReasons, Served};
pub use ratification::{BodyFinds, Finding, Standing, ratification};
pub use side_by_side::{SideBySide, best, side_by_side};
pub use subject::Subject;
pub use worlds::{InWorld, InWorlds, conditional, fallbacks, in_worlds, is_conditional};

use typed_index_collections::TiVec;

use crate::domain::{Package, PartyId};
use crate::valuation::Circumstances;

/// Why a package is what it is, party by party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What each party can say of the package.
    pub parties: TiVec<PartyId, PartyReasons>,
    /// The single change that raises each party most; `None` where no change does.
    pub changes: TiVec<PartyId, Option<SingleChange>>,
}

/// What one party can say of `package`; from its own interests and its own no-deal alone.
#[must_use]
pub fn reasons_of(circumstances: &Circumstances<'_>, party: PartyId, package: &Package) -> PartyReasons {
    party::reasons(circumstances, party, package)
}

/// Explains `package` to every party.
#[must_use]
pub fn explain(circumstances: &Circumstances<'_>, package: &Package) -> Explanation {
    explain_over(std::slice::from_ref(circumstances), package)
}

/// Explains `package`, which must hold in every world, to every party: its changes keep the rules of every world.
#[must_use]
pub fn explain_in_every_world(circumstances: &Circumstances<'_>, package: &Package) -> Explanation {
    let worlds = circumstances.table.table().worlds.keys();
    let others = worlds.filter(|world| *world != circumstances.world).map(|world| circumstances.in_world(world));
    let views: Vec<Circumstances<'_>> = [circumstances.clone()].into_iter().chain(others).collect();
    explain_over(&views, package)
}

/// What each party can say in the first of `views`, and the changes that count in all of them.
fn explain_over(views: &[Circumstances<'_>], package: &Package) -> Explanation {
    let changes = change::Changes::of(views, package);
    let parties = views[0].table.parties.keys();
    Explanation {
        parties: parties.clone().map(|party| party::reasons(&views[0], party, package)).collect(),
        changes: parties.map(|party| changes.best_for(party)).collect(),
    }
}
