//! The same table entered in another order.

use tafel::domain::*;

use super::random::Random;

/// Where each party, issue and option of a table moves to.
pub struct Shuffle {
    parties: Vec<usize>,
    issues: Vec<usize>,
    options: Vec<Vec<usize>>,
}

impl Shuffle {
    pub fn new(random: &mut Random, table: &Table) -> Self {
        let mut places = |count: usize| {
            let mut places: Vec<usize> = (0..count).collect();
            for at in (1..count).rev() {
                places.swap(at, random.below(at + 1));
            }
            places
        };
        Self {
            parties: places(table.parties.len()),
            issues: places(table.issues.len()),
            options: table.issues.iter().map(|issue| places(issue.options().len())).collect(),
        }
    }

    pub fn party(&self, party: PartyId) -> PartyId {
        PartyId::from(self.parties[usize::from(party)])
    }

    pub fn issue(&self, issue: IssueId) -> IssueId {
        IssueId::from(self.issues[usize::from(issue)])
    }

    fn option(&self, option: OptionId) -> OptionId {
        OptionId::new(self.issue(option.issue), self.options[usize::from(option.issue)][option.position()])
    }

    pub fn decision(&self, issue: IssueId, decision: &Decision) -> Decision {
        match decision {
            Decision::Option(index) => Decision::Option(self.option(OptionId { issue, index: *index }).index),
            other => other.clone(),
        }
    }

    pub fn package(&self, package: &Package) -> Package {
        let decided =
            package.decisions.iter_enumerated().map(|(issue, d)| (self.issue(issue), self.decision(issue, d)));
        let mut decided: Vec<_> = decided.collect();
        decided.sort_by_key(|(issue, _)| *issue);
        Package { decisions: decided.into_iter().map(|(_, decision)| decision).collect() }
    }

    pub fn table(&self, table: &Table) -> Table {
        let mut shuffled = table.clone();
        for (id, party) in table.parties.iter_enumerated() {
            shuffled.parties[self.party(id)] = self.moved_party(party);
        }
        for (id, issue) in table.issues.iter_enumerated() {
            shuffled.issues[self.issue(id)] = self.moved_issue(id, issue);
        }
        for rule in &mut shuffled.rules {
            rule.form = self.form(&rule.form);
        }
        for together in &mut shuffled.interactions {
            (together.first, together.second) = (self.option(together.first), self.option(together.second));
        }
        for world in &mut shuffled.worlds {
            world.options = world.options.iter().map(|(id, change)| (self.option(*id), change.clone())).collect();
            world.amounts = world.amounts.iter().map(|(id, change)| (self.issue(*id), change.clone())).collect();
            world.no_deals = world.no_deals.iter().map(|(id, no)| (self.party(*id), self.no_deal(no))).collect();
        }
        shuffled
    }

    fn moved_party(&self, party: &Party) -> Party {
        let mut moved = party.clone();
        let readings = &party.readings;
        moved.readings.options =
            readings.options.iter().map(|((option, k), e)| ((self.option(*option), *k), e.clone())).collect();
        moved.readings.amounts =
            readings.amounts.iter().map(|((issue, k), c)| ((self.issue(*issue), *k), c.clone())).collect();
        moved.no_deal = party.no_deal.as_ref().map(|no_deal| self.no_deal(no_deal));
        for condition in moved.ratification.iter_mut().flat_map(|body| &mut body.conditions) {
            match condition {
                Condition::Score { party, .. } => *party = self.party(*party),
                Condition::Rule(form) => *form = self.form(form),
            }
        }
        moved
    }

    fn moved_issue(&self, id: IssueId, issue: &Issue) -> Issue {
        let mut moved = issue.clone();
        moved.today = issue.today.as_ref().map(|today| self.decision(id, today));
        if let (IssueKind::Choice(options), IssueKind::Choice(targets)) = (&issue.kind, &mut moved.kind) {
            for (at, option) in options.iter().enumerate() {
                let mut option = option.clone();
                if let Some(provision) = &mut option.provision {
                    provision.otherwise = self.option(provision.otherwise);
                }
                targets[self.options[usize::from(id)][at]] = option;
            }
        }
        moved
    }

    fn no_deal(&self, no_deal: &NoDeal) -> NoDeal {
        let mut moved = no_deal.clone();
        if let NoDealValue::Package(package) = &no_deal.value {
            moved.value = NoDealValue::Package(self.package(package));
        }
        moved
    }

    fn form(&self, form: &RuleForm) -> RuleForm {
        let all = |options: &[OptionId]| options.iter().map(|option| self.option(*option)).collect();
        match form {
            RuleForm::Limit(limit) => RuleForm::Limit(limit.clone()),
            RuleForm::Forbid(option) => RuleForm::Forbid(self.option(*option)),
            RuleForm::Requires(a, b) => RuleForm::Requires(self.option(*a), self.option(*b)),
            RuleForm::Excludes(a, b) => RuleForm::Excludes(self.option(*a), self.option(*b)),
            RuleForm::AtMost(n, options) => RuleForm::AtMost(*n, all(options)),
            RuleForm::AtLeast(n, options) => RuleForm::AtLeast(*n, all(options)),
            RuleForm::RedLine { party, interest, at_least } => {
                RuleForm::RedLine { party: self.party(*party), interest: *interest, at_least: at_least.clone() }
            }
        }
    }
}
