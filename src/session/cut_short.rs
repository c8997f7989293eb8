//! Whether an answer is all there is to say. Exit codes, scripts and the words for it go by what is said here.

use super::response::{Called, Failure, Response};
use crate::analysis::{Meso, Shifted, Verdict, WhyNot};
use crate::diagnostic::Code;
use crate::optimize::{Answer, Uncounted};

impl Response {
    /// Whether the person or the time limit cut a search short that the answer rests on. `is_due` tells whether one of
    /// them had said stop by the time the answer was there.
    pub(super) fn is_cut_short(&self, is_due: bool) -> bool {
        match self {
            Self::Frontier(_, _, outlook) => outlook.frontier.is_cut_short,
            Self::Offered(_, _, meso) => {
                !meso.is_level_settled || meso.offers.is_cut_short || is_due && is_unfinished_meso(meso)
            }
            Self::Varied { diverse, .. } if diverse.is_cut_short => true,
            // Some searches have only a part of the time, so that it needn't be up when all are done.
            Self::WhyNot(_, _, whynot) if is_open_whynot(whynot) => true,
            _ if self.called().into_iter().any(Called::is_unproven) => true,
            _ => is_due && self.is_unfinished(),
        }
    }

    /// Whether some search that the answer rests on may not have come to its end.
    fn is_unfinished(&self) -> bool {
        match self {
            Self::Solved { answer, .. } => !answer.is_settled(),
            Self::Varied { answer, diverse, .. } => !answer.is_settled() || !diverse.complete,
            Self::Zone(_, zone) => {
                let is_open = |answer: &Answer| !answer.is_settled();
                zone.best.as_ref().is_ok_and(is_open) || matches!(zone.counts, Err(Uncounted::Stopped))
            }
            Self::WhyNot(_, _, whynot) => {
                whynot.prices.iter().any(|price| [&price.higher, &price.lower].contains(&&Shifted::Unknown))
            }
            Self::Tried(tried) => tried.is_unfinished,
            Self::Stepped(_, _, steps) => !steps.is_settled,
            Self::Tested(_, _, test) => test.better.is_none(),
            Self::Improved(_, _, improvement) => {
                let is_open = improvement.count.is_none() || improvement.fewest.is_none();
                !improvement.best.is_settled() || !improvement.is_efficient && is_open
            }
            // These ask many questions, and tell what came of each.
            Self::Proposed(_, _, proposal) => proposal.conflict.is_none(),
            Self::Firm(..) | Self::Matters(..) => true,
            Self::Stressed { every, .. } => every.as_ref().as_ref().is_some(),
            _ => false,
        }
    }

    /// The packages that were named.
    #[must_use]
    pub fn called(&self) -> Vec<&Called> {
        match self {
            Self::CutShort(response) => response.called(),
            Self::Tested(_, called, _)
            | Self::Ratified(_, called)
            | Self::Told(_, called, _)
            | Self::Scored(_, called)
            | Self::Billed(_, called)
            | Self::Explained(_, called, _)
            | Self::Stepped(_, called, _)
            | Self::Improved(_, called, _) => vec![called],
            Self::Traded(_, called, _) => called.iter().collect(),
            Self::Compared(_, all) | Self::Stressed { packages: all, .. } => all.iter().collect(),
            _ => Vec::new(),
        }
    }
}

impl Failure {
    /// Whether a command wasn't carried out since a search was cut short.
    #[must_use]
    pub fn is_cut_short(&self) -> bool {
        let is_cut_short = |code: Code| matches!(code, Code::NothingFoundYet | Code::NotProvenYet);
        matches!(self, Self::Line(problems) if problems.iter().any(|problem| is_cut_short(problem.code)))
    }
}

fn is_unfinished_meso(meso: &Meso) -> bool {
    let is_impossible = matches!(meso.instead.as_deref(), Some(Answer::Infeasible(_)));
    !meso.offers.complete && !is_impossible
}

fn is_open_whynot(whynot: &WhyNot) -> bool {
    let with = match &whynot.verdict {
        Verdict::NoAnswer | Verdict::Parked | Verdict::Chosen(None) => None,
        Verdict::Chosen(Some(asking)) | Verdict::Forced(asking) => Some(&asking.answer),
    };
    with.into_iter().chain([&whynot.answer]).any(|answer| !answer.is_settled())
}
