//! The table as linear forms: what each alternative of each decision adds to every gain and every requirement.
//!
//! The model is built by walking named reasons, so that an explanation and the mathematics can't drift apart. Interests
//! are flattened into one coefficient per alternative here, and only here. A question about all worlds together has a
//! gain per party and world.

mod decisions;
mod linear;
mod rows;

use std::collections::BTreeMap;

use num_traits::Zero as _;
use typed_index_collections::TiVec;

pub(crate) use self::decisions::{Alternatives, Matter, Piece};
use self::decisions::{Pair, decisions, pairs};
pub(crate) use self::linear::{Linear, Part};
use self::rows::{View, links, requirements};
use super::views::views;
use super::{Objective, Question, Reason};
use crate::domain::{Count, Decision, IssueId, IssueKind, Package, PartyId, Rational, Table, WorldId, integer};
use crate::valuation::Circumstances;

/// Everything an engine needs: decisions and alternatives in canonical order, gains and requirements as linear forms.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// What can be decided, by issue name; then what follows from that.
    pub(crate) decisions: Vec<Alternatives>,
    /// The parties that aren't indifferent, by name; over all worlds each once per world.
    pub(crate) stakes: Vec<Stake>,
    /// Gains by ideal gains, of those who can gain; empty unless the objective asks for them.
    pub(crate) ratios: Vec<Derived>,
    /// What the objective comes to in each world, the base world first; empty unless all worlds count together.
    pub(crate) worlds: Vec<Derived>,
    /// How far a package is from each of those chosen before; empty unless it is to differ from some.
    pub(crate) distances: Vec<Linear>,
    /// The stakes that a product of gains is over: the one product, or one per world, the base world first. A product over
    /// nobody counts for nothing. Empty unless the objective asks for it.
    pub(crate) products: Vec<Vec<usize>>,
    /// What a package must keep besides the no-deals, by reason.
    pub(crate) requirements: Vec<Requirement>,
    /// What ties decisions together: `>= 0` for every package there is, whatever it keeps.
    pub(crate) links: Vec<Linear>,
    shape: Shape,
    /// How many packages there are with every alternative.
    packages: Count,
}

/// What is needed to turn decisions back into a package.
#[derive(Clone, Debug)]
struct Shape {
    issues: usize,
    /// The names of the recipients of each division.
    recipients: BTreeMap<IssueId, Vec<String>>,
    /// Whether some total is divided and not parked.
    divides: bool,
}

/// A sum of gains times factors, and a constant.
#[derive(Clone, Debug)]
pub(crate) struct Derived {
    /// Which of the stakes it is made of, and by what each is multiplied.
    pub(crate) of: Vec<(usize, Rational)>,
    pub(crate) plus: Rational,
    pub(crate) form: Linear,
}

/// A party's gain in a world; its no-deal counts as 0 where it is unknown.
#[derive(Clone, Debug)]
pub(crate) struct Stake {
    pub(crate) party: PartyId,
    pub(crate) world: WorldId,
    pub(crate) gain: Linear,
    /// Whether the party must not fall below its no-deal.
    pub(crate) has_floor: bool,
}

/// Something a package must keep: `slack >= 0`.
#[derive(Clone, Debug)]
pub(crate) struct Requirement {
    pub(crate) reason: Reason,
    /// Whether it says how much there must be at least, else how much there may be at most.
    pub(crate) is_least: bool,
    pub(crate) slack: Linear,
}

impl Model {
    /// Builds the model of a question. Of alternatives that nobody and no rule can tell apart it has only the first.
    pub(crate) fn new(circumstances: &Circumstances<'_>, question: &Question) -> Self {
        let mut model = Self::with_every_alternative(circumstances, question);
        model.merge_equal_alternatives();
        model
    }

    /// Builds the model of a question with all alternatives, for counting.
    pub(crate) fn with_every_alternative(circumstances: &Circumstances<'_>, question: &Question) -> Self {
        let seen = views(circumstances, question);
        let pairs: Vec<Pair> = pairs(&seen);
        let decisions = decisions(&seen, &pairs);
        let view = |circumstances| View { circumstances, decisions: &decisions, pairs: &pairs };
        let views: Vec<View<'_>> = seen.iter().map(view).collect();
        let stakes = stakes(&views, question);
        let mut model = Self {
            worlds: Vec::new(),
            stakes,
            ratios: Vec::new(),
            distances: Vec::new(),
            products: Vec::new(),
            requirements: requirements(&views, question),
            links: links(circumstances.table.table(), &decisions, &pairs),
            shape: Shape::new(circumstances.table.table()),
            packages: size(&decisions),
            decisions: Vec::new(),
        };
        if question.robust && matches!(question.objective, Objective::Joint | Objective::Best(_)) {
            model.worlds = model.by_world(&seen, question.objective);
        }
        model.decisions = decisions;
        model
    }

    /// Whether some amount is continuous.
    pub(crate) fn is_continuous(&self) -> bool {
        self.shape.divides
            || self.decisions.iter().flat_map(|of| &of.pieces).any(|piece| matches!(piece, Piece::Stretch { .. }))
    }

    /// How many packages of the model there are; stretches count as one alternative each.
    pub(crate) fn size(&self) -> Count {
        size(&self.decisions)
    }

    /// How many packages people can choose, also where nothing tells some of them apart; `None` with continuous amounts.
    pub(crate) fn packages(&self) -> Option<Count> {
        (!self.is_continuous()).then(|| self.packages.clone())
    }

    /// The package that takes alternative `choice[d]` of decision `d`, at `amounts[d]` where that is a stretch.
    pub(crate) fn package(&self, choice: &[usize], amounts: &[Option<Rational>]) -> Package {
        let mut decisions: TiVec<IssueId, Decision> = (0..self.shape.issues).map(|_| Decision::Option(0)).collect();
        for issue in self.shape.recipients.keys() {
            decisions[*issue] = Decision::Shares(BTreeMap::new());
        }
        for (at, (decision, taken)) in self.decisions.iter().zip(choice).enumerate() {
            let decided = match (&decision.pieces[*taken], amounts.get(at)) {
                (Piece::Point(decision), _) => decision.clone(),
                (Piece::Stretch { .. }, Some(Some(amount))) => Decision::Amount(amount.clone()),
                (Piece::Stretch { from, .. }, _) => Decision::Amount(from.clone()),
            };
            match (decision.matter, decided) {
                (Matter::Issue(issue), decided) => decisions[issue] = decided,
                (Matter::Share(issue, recipient), Decision::Amount(share)) => {
                    if let Decision::Shares(shares) = &mut decisions[issue] {
                        shares.insert(self.shape.recipients[&issue][recipient].clone(), share);
                    }
                }
                (Matter::Share(..) | Matter::Pair(_), _) => {}
            }
        }
        Package { decisions }
    }

    /// Compares from here on as an objective does that hangs on what everybody could gain at most; who can't gain is left
    /// out.
    pub(crate) fn compare_with(&mut self, objective: Objective, ideals: &[Rational]) {
        match objective {
            Objective::Nash => self.multiply_gains(ideals),
            Objective::KalaiSmorodinsky => self.divide_by_ideals(ideals),
            Objective::Joint | Objective::Fair | Objective::Best(_) => {}
        }
    }

    /// Gains by ideal gains.
    fn divide_by_ideals(&mut self, ideals: &[Rational]) {
        let gaining = self.stakes.iter().zip(ideals).enumerate().filter(|(_, (_, ideal))| Rational::zero() < **ideal);
        let ratio = |(stake, (content, ideal)): (usize, (&Stake, &Rational))| {
            let factor = integer(100) / ideal;
            Derived { form: content.gain.times(&factor), of: vec![(stake, factor)], plus: Rational::zero() }
        };
        self.ratios = gaining.map(ratio).collect();
    }

    /// The gains of those who can gain are multiplied, world by world.
    fn multiply_gains(&mut self, ideals: &[Rational]) {
        let gaining = |stake: &usize| Rational::zero() < ideals[*stake];
        let mut products: BTreeMap<WorldId, Vec<usize>> = BTreeMap::new();
        for stake in 0..self.stakes.len() {
            let product = products.entry(self.stakes[stake].world).or_default();
            product.extend(gaining(&stake).then_some(stake));
        }
        // The base world has the smallest id, so it comes first.
        self.products = products.into_values().collect();
    }

    /// The gains, ratios, worlds, distances, slacks and links, in this order: what engines look at.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &Linear> {
        let gains = self.stakes.iter().map(|stake| &stake.gain);
        let derived = self.ratios.iter().chain(&self.worlds).map(|derived| &derived.form);
        let slacks = self.requirements.iter().map(|row| &row.slack);
        gains.chain(derived).chain(&self.distances).chain(slacks).chain(&self.links)
    }

    /// Measures from here on how far packages are from `chosen` ones: on each issue that is decided otherwise what
    /// `between` says.
    pub(crate) fn measure_distances(
        &mut self,
        chosen: &[Package],
        between: impl Fn(IssueId, &Decision, &Decision) -> Rational,
    ) {
        let part = |decision: &Alternatives, piece: &Piece, chosen: &Package| match (decision.matter, piece) {
            (Matter::Issue(issue), Piece::Point(taken)) if *taken != chosen.decisions[issue] => {
                between(issue, taken, &chosen.decisions[issue])
            }
            _ => Rational::zero(),
        };
        let parts = |decision: &Alternatives, chosen: &Package| {
            let parts = decision.pieces.iter().map(|piece| part(decision, piece, chosen));
            parts.map(|part| Part { start: part.clone(), end: part }).collect()
        };
        let from = |chosen: &Package| Linear {
            constant: Rational::zero(),
            parts: self.decisions.iter().map(|decision| parts(decision, chosen)).collect(),
        };
        self.distances = chosen.iter().map(from).collect();
    }

    /// Sums of gains per world, the base world first, or the score of the party whose best is asked for.
    fn by_world(&self, views: &[Circumstances<'_>], objective: Objective) -> Vec<Derived> {
        let counts = |party: PartyId| match objective {
            Objective::Best(best) => party == best,
            _ => true,
        };
        let sum = |view: &Circumstances<'_>| {
            let stakes = self.stakes.iter().enumerate();
            let of: Vec<_> = stakes.filter(|(_, stake)| stake.world == view.world && counts(stake.party)).collect();
            let plus = match objective {
                Objective::Best(party) => view.no_deal_score(party).unwrap_or_default(),
                _ => Rational::zero(),
            };
            let mut forms = of.iter().map(|(_, stake)| &stake.gain);
            let first = forms.next()?.clone();
            let mut form = forms.fold(first, Linear::plus);
            form.constant += &plus;
            Some(Derived { of: of.iter().map(|(at, _)| (*at, integer(1))).collect(), plus, form })
        };
        views.iter().filter_map(sum).collect()
    }

    /// Keeps of alternatives that no gain and no requirement tells apart only the first by name: the canonical one.
    fn merge_equal_alternatives(&mut self) {
        for at in 0..self.decisions.len() {
            let column = |taken: usize| -> Vec<&Part> { self.forms().map(|form| &form.parts[at][taken]).collect() };
            let is_first = |taken: &usize| !(0..*taken).any(|earlier| column(earlier) == column(*taken));
            let kept: Vec<usize> = (0..self.decisions[at].pieces.len()).filter(is_first).collect();
            self.decisions[at].pieces = pick(&self.decisions[at].pieces, &kept);
            let gains = self.stakes.iter_mut().map(|stake| &mut stake.gain);
            let worlds = self.worlds.iter_mut().map(|world| &mut world.form);
            let slacks = self.requirements.iter_mut().map(|row| &mut row.slack);
            for form in gains.chain(worlds).chain(slacks).chain(&mut self.links) {
                form.parts[at] = pick(&form.parts[at], &kept);
            }
        }
    }
}

impl Shape {
    fn new(table: &Table) -> Self {
        let names = |(issue, content): (IssueId, &crate::domain::Issue)| match &content.kind {
            IssueKind::Division(of) => Some((issue, of.recipients.iter().map(|to| to.id.clone()).collect())),
            IssueKind::Choice(_) | IssueKind::Quantity(_) => None,
        };
        let is_divided = |issue: &crate::domain::Issue| !issue.parked && !issue.recipients().is_empty();
        Self {
            issues: table.issues.len(),
            recipients: table.issues.iter_enumerated().filter_map(names).collect(),
            divides: table.issues.iter().any(is_divided),
        }
    }
}

/// How many packages the alternatives make; stretches count as one alternative each.
fn size(decisions: &[Alternatives]) -> Count {
    let free = decisions.iter().filter(|decision| !matches!(decision.matter, Matter::Pair(_)));
    free.map(|decision| Count::from(decision.pieces.len())).product()
}

/// The gains of everybody who takes part and cares, by name, then by world.
fn stakes(views: &[View<'_>], question: &Question) -> Vec<Stake> {
    let Some(first) = views.first().map(|view| view.circumstances) else { return Vec::new() };
    let cares = |party: &PartyId| !first.yardsticks[*party].is_indifferent() && question.without != Some(*party);
    let parties = first.table.parties_by_name().into_iter().filter(cares);
    parties.flat_map(|party| views.iter().map(move |view| view.stake(party, question))).collect()
}

fn pick<T: Clone>(items: &[T], kept: &[usize]) -> Vec<T> {
    kept.iter().map(|at| items[*at].clone()).collect()
}
