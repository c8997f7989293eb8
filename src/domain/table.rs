//! The table: everything that is known about one negotiation.

use std::collections::BTreeMap;
use std::ops::Deref;

use typed_index_collections::TiVec;

use super::{
    Attribute, AttributeId, Count, Decision, Does, Interest, InterestId, Issue, IssueId, IssueKind, IssueOption,
    Language, Narrative, NoDealValue, OptionId, Package, Party, PartyId, Rational, Rule, RuleId, Text, World, WorldId,
};

/// Everything that is known about one negotiation.
///
/// Its numbers are legal and its names resolve; it may be half-built. The order of its lists is that of the file and
/// never changes an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The name used on the command line, such as `vvt-cao-2018`.
    pub id: String,
    /// The name for people.
    pub title: Text,
    /// The language that the parties speak.
    pub language: Language,
    /// How scores are counted.
    pub scale: Scale,
    /// Whether the reference set has frozen; until then scores are provisional.
    pub frozen: bool,
    /// What is told and never computed with.
    pub narrative: Narrative,
    /// Why parties care.
    pub interests: TiVec<InterestId, Interest>,
    /// The facts that rules speak about.
    pub attributes: TiVec<AttributeId, Attribute>,
    /// Who negotiates.
    pub parties: TiVec<PartyId, Party>,
    /// What is decided.
    pub issues: TiVec<IssueId, Issue>,
    /// What pairs of options do together.
    pub interactions: Vec<Interaction>,
    /// What every package must keep.
    pub rules: TiVec<RuleId, Rule>,
    /// States of things outside the table; the first is the base world.
    pub worlds: TiVec<WorldId, World>,
}

/// How scores are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// 0 and 100 are a party's worst and best over the reference set.
    #[default]
    Percent,
    /// Weighted effects as they are, not divided by the sum of weights.
    Points,
}

/// What a pair of options does together, on top of what each does alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Interaction {
    /// One option.
    pub first: OptionId,
    /// The other, of another issue.
    pub second: OptionId,
    /// What they add together.
    pub does: Does<Rational>,
}

/// What a table lacks before anything can be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No party at all.
    Parties,
    /// No issue at all.
    Issues,
    /// The party weighs no interest, or every one with zero.
    Weights(PartyId),
    /// A choice without options.
    Options(IssueId),
    /// What holds today, which a no-deal or a parked issue needs.
    Today(IssueId),
    /// A division without recipients.
    Recipients(IssueId),
}

impl Table {
    /// Returns the table as one that can be scored, or everything that is missing for it.
    ///
    /// # Errors
    /// Every [`Missing`] piece, in the order of the table.
    pub fn ready(&self) -> Result<Ready<'_>, Vec<Missing>> {
        let mut missing = Vec::new();
        if self.parties.is_empty() {
            missing.push(Missing::Parties);
        }
        if self.issues.is_empty() {
            missing.push(Missing::Issues);
        }
        let zero = Rational::default();
        missing.extend(
            self.parties
                .iter_enumerated()
                .filter(|(_, p)| p.weights.total() <= zero)
                .map(|(id, _)| Missing::Weights(id)),
        );
        let needs_today = self
            .parties
            .iter()
            .filter_map(|p| p.no_deal.as_ref())
            .chain(self.worlds.iter().flat_map(|world| world.no_deals.values()));
        let needs_today = needs_today.map(|no_deal| &no_deal.value).any(|value| *value == NoDealValue::Today);
        for (id, issue) in self.issues.iter_enumerated() {
            if matches!(&issue.kind, IssueKind::Choice(options) if options.is_empty()) {
                missing.push(Missing::Options(id));
            } else if matches!(&issue.kind, IssueKind::Division(division) if division.recipients.is_empty()) {
                missing.push(Missing::Recipients(id));
            } else if issue.today.is_none() && (issue.parked || needs_today) {
                missing.push(Missing::Today(id));
            }
        }
        if missing.is_empty() { Ok(Ready(self)) } else { Err(missing) }
    }

    /// The option that `id` names.
    #[must_use]
    pub fn option(&self, id: OptionId) -> &IssueOption {
        &self.issues[id.issue].options()[id.position()]
    }

    /// The option that counts in `world` where `option` is taken: what it falls back on, and that in turn, as long as a
    /// condition isn't met there.
    #[must_use]
    pub fn option_that_counts(&self, option: OptionId, world: WorldId) -> OptionId {
        let mut counts = option;
        // The table file refuses circles.
        while let Some(provision) = &self.option(counts).provision
            && !provision.worlds.contains(&world)
        {
            counts = provision.otherwise;
        }
        counts
    }

    /// An option as files and commands write it: `issue=option`.
    #[must_use]
    pub fn choice(&self, id: OptionId) -> String {
        format!("{}={}", self.issues[id.issue].id, self.option(id).id)
    }

    /// Every option of every choice, in the order of the table.
    pub fn options(&self) -> impl Iterator<Item = (OptionId, &IssueOption)> {
        self.issues.iter_enumerated().flat_map(|(issue, content)| {
            content.options().iter().enumerate().map(move |(at, option)| (OptionId::new(issue, at), option))
        })
    }

    /// The package that keeps everything as it is; `None` while some issue has no `today`.
    #[must_use]
    pub fn today(&self) -> Option<Package> {
        let decisions: Option<TiVec<IssueId, Decision>> = self.issues.iter().map(|issue| issue.today.clone()).collect();
        decisions.map(|decisions| Package { decisions })
    }

    /// The party that is called `id`.
    #[must_use]
    pub fn party_named(&self, id: &str) -> Option<PartyId> {
        self.parties.position(|party| party.id == id)
    }

    /// The world that is called `id`.
    #[must_use]
    pub fn world_named(&self, id: &str) -> Option<WorldId> {
        self.worlds.position(|world| world.id == id)
    }

    /// The issue that is called `id`.
    #[must_use]
    pub fn issue_named(&self, id: &str) -> Option<IssueId> {
        self.issues.position(|issue| issue.id == id)
    }

    /// The parties by name in code-point order: the order in which ties and listings go, whatever the file's.
    #[must_use]
    pub fn parties_by_name(&self) -> Vec<PartyId> {
        by_name(&self.parties, |party| &party.id)
    }

    /// The worlds: the base world first, the others by name in code-point order.
    #[must_use]
    pub fn worlds_by_name(&self) -> Vec<WorldId> {
        let others = by_name(&self.worlds, |world| &world.id).into_iter().filter(|world| *world != WorldId::BASE);
        [WorldId::BASE].into_iter().chain(others).collect()
    }

    /// The interests by name in code-point order.
    #[must_use]
    pub fn interests_by_name(&self) -> Vec<InterestId> {
        by_name(&self.interests, |interest| &interest.id)
    }

    /// The issues by name in code-point order.
    #[must_use]
    pub fn issues_by_name(&self) -> Vec<IssueId> {
        by_name(&self.issues, |issue| &issue.id)
    }

    /// The rules by name in code-point order.
    #[must_use]
    pub fn rules_by_name(&self) -> Vec<RuleId> {
        by_name(&self.rules, |rule| &rule.id)
    }

    /// How many packages there are, acceptable or not, with parked issues where they are; `None` with continuous
    /// amounts or divisions.
    #[must_use]
    pub fn count_packages(&self) -> Option<Count> {
        let decisions = self.issues.iter().map(|issue| match &issue.kind {
            _ if issue.parked => Some(1_u64.into()),
            IssueKind::Choice(options) => Some(options.len().into()),
            IssueKind::Quantity(quantity) => Count::try_from(quantity.steps()?.to_integer()).ok(),
            IssueKind::Division(_) => None,
        });
        decisions.product()
    }

    /// Who speaks together: each group with its parties, in the order of the table.
    #[must_use]
    pub fn groups(&self) -> BTreeMap<&str, Vec<PartyId>> {
        let mut groups: BTreeMap<&str, Vec<PartyId>> = BTreeMap::new();
        for (id, party) in self.parties.iter_enumerated() {
            if let Some(group) = &party.group {
                groups.entry(group).or_default().push(id);
            }
        }
        groups
    }
}

/// The keys of things in the code-point order of their names.
fn by_name<K: From<usize>, V>(things: &TiVec<K, V>, name: impl Fn(&V) -> &String) -> Vec<K> {
    let mut named: Vec<(&String, K)> = things.iter_enumerated().map(|(id, thing)| (name(thing), id)).collect();
    named.sort_by_key(|(name, _)| *name);
    named.into_iter().map(|(_, id)| id).collect()
}

/// A table that can be scored: made by [`Table::ready`] and by nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Ready<'a>(&'a Table);

impl<'a> Ready<'a> {
    /// The table itself.
    #[must_use]
    pub fn table(self) -> &'a Table {
        self.0
    }
}

impl Deref for Ready<'_> {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.0
    }
}
