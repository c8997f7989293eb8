//! From typed names to the things of a table.

use itertools::Itertools as _;

use super::typed::Typed;
use crate::diagnostic::{Code, Problem};
use crate::domain::{AttributeId, Decision, InterestId, IssueId, IssueKind, OptionId, PartyId, RuleId, Table, WorldId};
use crate::explain::Subject;
use crate::table_file::{Named, parse_choice};

/// A table, and the line in which it is spoken of.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'a> {
    pub(super) table: &'a Table,
    pub(super) typed: &'a Typed<'a>,
}

impl<'a> Lookup<'a> {
    pub(super) fn party(self, name: &str) -> Result<PartyId, Problem> {
        self.one("party", name, self.table.parties.iter().map(|party| &*party.id)).map(PartyId::from)
    }

    pub(super) fn interest(self, name: &str) -> Result<InterestId, Problem> {
        self.one("interest", name, self.table.interests.iter().map(|interest| &*interest.id)).map(InterestId::from)
    }

    pub(super) fn issue(self, name: &str) -> Result<IssueId, Problem> {
        self.one("issue", name, self.table.issues.iter().map(|issue| &*issue.id)).map(IssueId::from)
    }

    pub(super) fn rule(self, name: &str) -> Result<RuleId, Problem> {
        self.one("rule", name, self.table.rules.iter().map(|rule| &*rule.id)).map(RuleId::from)
    }

    /// The world called `name`; the base world without a name.
    pub(super) fn world(self, name: Option<&str>) -> Result<WorldId, Problem> {
        let Some(name) = name else { return Ok(WorldId::BASE) };
        self.one("world", name, self.table.worlds.iter().map(|world| &*world.id)).map(WorldId::from)
    }

    /// The position of the package called `name` among the named ones.
    pub(super) fn package(self, name: &str) -> Result<usize, Problem> {
        self.one("package", name, self.table.narrative.packages.iter().map(|package| &*package.id))
    }

    /// The issue and the name behind the first `=`; the option need not be there.
    pub(super) fn split(self, choice: &str) -> Result<(IssueId, String), Problem> {
        let Some((issue, option)) = choice.split_once('=') else {
            return Err(self.typed.at(Problem::new(Code::NotAChoice).with("name", choice), choice));
        };
        Ok((self.issue(issue.trim())?, option.trim().to_owned()))
    }

    /// The option that `issue=option` names.
    pub(super) fn option(self, choice: &str) -> Result<OptionId, Problem> {
        let (issue, name) = self.split(choice)?;
        let options = self.table.issues[issue].options();
        if matches!(self.table.issues[issue].kind, IssueKind::Quantity(_)) {
            return Err(self
                .typed
                .at(Problem::new(Code::AmountNotOption).with("name", &*self.table.issues[issue].id), choice));
        }
        let at = self.one("option", &name, options.iter().map(|option| &*option.id))?;
        Ok(OptionId::new(issue, at))
    }

    /// What `issue=option` or `issue=3,5` decides.
    pub(super) fn decision(self, choice: &str) -> Result<(IssueId, Decision), Problem> {
        let (issue, name) = self.split(choice)?;
        if !self.table.issues[issue].options().is_empty() {
            let option = self.option(choice)?;
            return Ok((issue, Decision::Option(option.index)));
        }
        let id = &self.table.issues[issue].id;
        let name = if name.contains(':') {
            name
        } else {
            super::number::number(&name).map_err(|p| self.typed.at(p, &name))?
        };
        parse_choice(self.table, &format!("{id}={name}")).map_err(|problem| self.typed.at(problem, choice))
    }

    /// The thing that `[KIND] NAME` names, of whatever kind.
    pub(super) fn thing(self, words: &[String]) -> Result<(Named, Subject), Problem> {
        match words {
            [kind, name] => {
                let kind = self.kind(kind)?;
                self.of_kind(kind, name)
            }
            [name] => self.of_any_kind(name),
            _ => Err(Problem::new(Code::WordsMissing).with("known", "`NAME`")),
        }
    }

    fn kind(self, word: &str) -> Result<&'static str, Problem> {
        let lowered = word.to_lowercase();
        KINDS.into_iter().find(|kind| *kind == lowered).ok_or_else(|| self.typed.unknown("kind", word, KINDS))
    }

    fn of_any_kind(self, name: &str) -> Result<(Named, Subject), Problem> {
        let found: Vec<(&str, (Named, Subject))> =
            KINDS.into_iter().filter_map(|kind| Some((kind, self.of_kind(kind, name).ok()?))).collect();
        // A name as it is written goes before one in other letters.
        let exact: Vec<_> = found.iter().filter(|(_, (named, _))| named.name() == name || name.contains('=')).collect();
        let candidates: Vec<_> = if exact.is_empty() { found.iter().collect() } else { exact };
        match candidates[..] {
            [(_, only)] => Ok(only.clone()),
            [] => {
                let known = KINDS.into_iter().flat_map(|kind| self.names(kind)).collect::<Vec<_>>();
                Err(self.typed.unknown("thing", name, known.iter().map(String::as_str)))
            }
            _ => {
                let known = candidates.iter().map(|(kind, _)| format!("`{kind} {name}`")).join(", ");
                let problem = Problem::new(Code::AmbiguousName).with("name", name).with("known", known);
                Err(self.typed.at(problem, name))
            }
        }
    }

    fn of_kind(self, kind: &str, name: &str) -> Result<(Named, Subject), Problem> {
        let table = self.table;
        let narrative = &table.narrative;
        Ok(match kind {
            "party" => {
                let id = self.party(name)?;
                (Named::Party(table.parties[id].id.clone()), Subject::Party(id))
            }
            "interest" => {
                let id = self.interest(name)?;
                (Named::Interest(table.interests[id].id.clone()), Subject::Interest(id))
            }
            "attribute" => {
                let id = AttributeId::from(self.one("attribute", name, table.attributes.iter().map(|a| &*a.id))?);
                (Named::Attribute(table.attributes[id].id.clone()), Subject::Attribute(id))
            }
            "issue" => {
                let id = self.issue(name)?;
                (Named::Issue(table.issues[id].id.clone()), Subject::Issue(id))
            }
            "option" => {
                let id = self.option(name)?;
                let issue = table.issues[id.issue].id.clone();
                (Named::Option { issue, option: table.option(id).id.clone() }, Subject::Option(id))
            }
            "rule" => {
                let id = self.rule(name)?;
                (Named::Rule(table.rules[id].id.clone()), Subject::Rule(id))
            }
            "world" => {
                let id = self.world(Some(name))?;
                (Named::World(table.worlds[id].id.clone()), Subject::World(id))
            }
            "fact" => {
                let at = self.one("fact", name, narrative.facts.iter().map(|fact| &*fact.id))?;
                (Named::Fact(narrative.facts[at].id.clone()), Subject::Fact(at))
            }
            "criterion" => {
                let at = self.one("criterion", name, narrative.criteria.iter().map(|criterion| &*criterion.id))?;
                (Named::Criterion(narrative.criteria[at].id.clone()), Subject::Criterion(at))
            }
            _ => {
                let at = self.package(name)?;
                (Named::Package(narrative.packages[at].id.clone()), Subject::Package(at))
            }
        })
    }

    /// The names of a kind, as they can be typed.
    pub(super) fn names(self, kind: &str) -> Vec<String> {
        let table = self.table;
        match kind {
            "party" => table.parties.iter().map(|party| party.id.clone()).collect(),
            "interest" => table.interests.iter().map(|interest| interest.id.clone()).collect(),
            "attribute" => table.attributes.iter().map(|attribute| attribute.id.clone()).collect(),
            "issue" => table.issues.iter().map(|issue| issue.id.clone()).collect(),
            "option" => table.options().map(|(id, _)| table.choice(id)).collect(),
            "rule" => table.rules.iter().map(|rule| rule.id.clone()).collect(),
            "world" => table.worlds.iter().map(|world| world.id.clone()).collect(),
            "fact" => table.narrative.facts.iter().map(|fact| fact.id.clone()).collect(),
            "criterion" => table.narrative.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
            "package" => table.narrative.packages.iter().map(|package| package.id.clone()).collect(),
            _ => Vec::new(),
        }
    }

    /// The position of the one that is called `name`; in other letters if only one is.
    fn one<'n>(
        self,
        kind: &'static str,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> Result<usize, Problem> {
        if let Some(exact) = known.clone().position(|known| known == name) {
            return Ok(exact);
        }
        let lowered = name.to_lowercase();
        let alike = known.clone().positions(|known| known.to_lowercase() == lowered).collect::<Vec<usize>>();
        match alike[..] {
            [only] => Ok(only),
            _ => Err(self.typed.unknown(kind, name, known)),
        }
    }
}

/// The kinds of things that have a name, as they are typed.
pub(super) const KINDS: [&str; 10] =
    ["party", "interest", "issue", "option", "rule", "attribute", "world", "fact", "criterion", "package"];
