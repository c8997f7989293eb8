//! In which worlds a question is asked.

use super::Question;
use crate::domain::WorldId;
use crate::valuation::Circumstances;

/// The table as the question sees it: in its own world, or in every world, the base world first.
pub(crate) fn views<'a>(circumstances: &Circumstances<'a>, question: &Question) -> Vec<Circumstances<'a>> {
    if !question.robust {
        return vec![circumstances.clone()];
    }
    let worlds = circumstances.table.table().worlds.keys();
    worlds.map(|world: WorldId| circumstances.in_world(world)).collect()
}
