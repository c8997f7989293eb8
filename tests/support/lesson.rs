//! A bundled scenario with every package listed, and the questions that its lesson asks of them.

use itertools::Itertools as _;
use tafel::domain::{Decision, Package, Rational, Table, WorldId};
use tafel::valuation::{Circumstances, assess};

use crate::support::bundled::{self, scenario};
use crate::support::list::{Row, list};

/// A scenario in one world.
pub(crate) struct Case {
    pub(crate) table: Table,
    world: WorldId,
    pub(crate) rows: Vec<Row>,
}

impl Case {
    /// The scenario as its file tells it.
    pub(crate) fn new(name: &str) -> Self {
        let table = scenario(name);
        let rows = list(&Circumstances::new(table.ready().unwrap(), WorldId::BASE));
        Self { table, world: WorldId::BASE, rows }
    }

    /// The scenario in another world.
    pub(crate) fn in_world(name: &str, world: &str) -> Self {
        let table = scenario(name);
        let world = table.world_named(world).unwrap();
        let rows = list(&Circumstances::new(table.ready().unwrap(), world));
        Self { table, world, rows }
    }

    /// How many packages there are, how many keep the rules, how many of these everybody can accept, how many of
    /// those can also be ratified, and how many of the acceptable ones no other acceptable one dominates.
    pub(crate) fn counts(&self) -> [usize; 5] {
        let acceptable = self.acceptable();
        let ratifiable = acceptable.iter().filter(|row| row.ratifiable).count();
        let efficient = acceptable.iter().filter(|row| !acceptable.iter().any(|other| other.dominates(row))).count();
        let allowed = self.rows.iter().filter(|row| row.keeps_rules).count();
        [self.rows.len(), allowed, acceptable.len(), ratifiable, efficient]
    }

    pub(crate) fn acceptable(&self) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.is_acceptable()).collect()
    }

    /// The acceptable packages that hold all these choices, such as `"start=quick inwoner=advies"`.
    pub(crate) fn acceptable_with(&self, choices: &str) -> Vec<&Row> {
        self.acceptable().into_iter().filter(|row| self.holds(row, choices)).collect()
    }

    /// Whether a package holds all these choices.
    pub(crate) fn holds(&self, row: &Row, choices: &str) -> bool {
        choices.split(' ').all(|choice| {
            let (issue, option) = choice.split_once('=').unwrap();
            self.option(row, issue) == option
        })
    }

    /// What a package chooses on an issue.
    pub(crate) fn option(&self, row: &Row, issue: &str) -> &str {
        let issue = self.table.issue_named(issue).unwrap();
        match &row.package.decisions[issue] {
            Decision::Option(index) => &self.table.issues[issue].options()[usize::from(*index)].id,
            other => panic!("{other:?}"),
        }
    }

    /// The acceptable packages per option of an issue, in the order of the file: `"geen 2, pilot 72"`.
    pub(crate) fn per_option(&self, issue: &str) -> String {
        let options = self.table.issues[self.table.issue_named(issue).unwrap()].options().iter();
        options
            .map(|option| (option, self.acceptable_with(&format!("{issue}={}", option.id)).len()))
            .map(|(option, count)| format!("{} {count}", option.id))
            .join(", ")
    }

    /// The package that the words make.
    pub(crate) fn package(&self, words: &str) -> Package {
        bundled::package(&self.table, words)
    }

    /// A package of the file, by its name.
    pub(crate) fn named(&self, name: &str) -> &Row {
        self.row(&bundled::named(&self.table, name))
    }

    pub(crate) fn row(&self, package: &Package) -> &Row {
        self.rows.iter().find(|row| row.package == *package).unwrap()
    }

    /// A package with some other choices.
    pub(crate) fn with(&self, row: &Row, choices: &str) -> &Row {
        let mut package = row.package.clone();
        for choice in choices.split(' ') {
            let (issue, option) = choice.split_once('=').unwrap();
            let issue = self.table.issue_named(issue).unwrap();
            let index = self.table.issues[issue].options().iter().position(|known| known.id == option).unwrap();
            package.decisions[issue] = Decision::Option(u16::try_from(index).unwrap());
        }
        self.row(&package)
    }

    /// The choices of a package: `"start=quick inwoner=advies"`.
    pub(crate) fn words(&self, row: &Row) -> String {
        self.table.issues.iter().map(|issue| format!("{}={}", issue.id, self.option(row, &issue.id))).join(" ")
    }

    /// The one acceptable package with the largest joint gain.
    pub(crate) fn joint(&self) -> &Row {
        only(self.acceptable().into_iter().max_set_by_key(|row| row.joint_gain()))
    }

    /// The one acceptable package that is the leximin of gains.
    pub(crate) fn fair(&self) -> &Row {
        only(self.acceptable().into_iter().max_set_by_key(|row| row.leximin()))
    }

    /// The largest smallest gain over these packages, to a tenth.
    pub(crate) fn best_smallest<'a>(&self, rows: impl IntoIterator<Item = &'a Row>) -> String {
        tenth(&rows.into_iter().map(Row::smallest).max().unwrap())
    }

    /// Scores and gains as `scenarios.md` writes them, by the court itself: `"Anna 47 (+7), Bram 51 (+11)"`.
    pub(crate) fn worth(&self, row: &Row) -> String {
        let circumstances = Circumstances::new(self.table.ready().unwrap(), self.world);
        let assessment = assess(&circumstances, &row.package);
        assert_eq!(assessment.gains(), row.gains, "the list and the court agree");
        let parties = assessment.parties.iter_enumerated();
        parties
            .map(|(id, party)| {
                let (score, gain) = (party.score.clone().unwrap().round(), party.gain().unwrap().round());
                let sign = if gain < Rational::default() { "" } else { "+" };
                format!("{} {score} ({sign}{gain})", self.table.parties[id].id)
            })
            .join(", ")
    }

    /// The gain of one party, to a tenth.
    pub(crate) fn gain(&self, row: &Row, party: &str) -> String {
        tenth(&row.gains[usize::from(self.table.party_named(party).unwrap())])
    }

    /// How many packages that keep the rules are at least as good for everybody and better for somebody.
    pub(crate) fn improvements(&self, row: &Row) -> usize {
        self.rows.iter().filter(|other| other.keeps_rules && other.dominates(row)).count()
    }

    /// The rules that a package breaks, and by how much it is over or under: `"verandercapaciteit 8 against 5"`.
    pub(crate) fn broken(&self, row: &Row) -> Vec<String> {
        let circumstances = Circumstances::new(self.table.ready().unwrap(), self.world);
        let assessment = assess(&circumstances, &row.package);
        let broken = assessment.rules.iter_enumerated().filter(|(_, verdict)| !verdict.kept);
        broken
            .map(|(id, verdict)| {
                let bill = verdict.bill.clone().unwrap();
                format!("{} {} against {}", self.table.rules[id].id, bill.used, bill.limit)
            })
            .collect()
    }
}

fn only(rows: Vec<&Row>) -> &Row {
    assert_eq!(rows.len(), 1, "one best package");
    rows[0]
}

/// To a tenth, with its sign: `"+28.2"`.
pub(crate) fn tenth(number: &Rational) -> String {
    let tenths = i64::try_from((number * tafel::domain::integer(10)).round().to_integer()).unwrap();
    let sign = if tenths < 0 { '-' } else { '+' };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}
