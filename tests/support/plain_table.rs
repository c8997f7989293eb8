//! Tables told by what each option is worth to each party: one interest per party, on a points scale.

use std::collections::BTreeMap;

use tafel::domain::*;

/// What a plain table says.
pub struct Spec {
    pub parties: Vec<String>,
    /// What no deal is worth to each party, in points.
    pub no_deals: Vec<Rational>,
    /// Each issue with its options.
    pub issues: Vec<(String, Vec<Worth>)>,
}

/// An option, and what it is worth to each party.
pub type Worth = (String, Vec<Rational>);

pub fn table(spec: &Spec) -> Table {
    let option = |(id, worth): &Worth| IssueOption {
        id: id.clone(),
        text: id.as_str().into(),
        does: Does {
            effects: worth.iter().enumerate().map(|(at, worth)| (InterestId::from(at), worth.clone())).collect(),
            attributes: BTreeMap::new(),
        },
        provision: None,
        in_reference: true,
        remarks: BTreeMap::new(),
    };
    let issue = |(id, options): &(String, Vec<Worth>)| Issue {
        id: id.clone(),
        text: id.as_str().into(),
        outside: false,
        bundle: None,
        today: Some(Decision::Option(0)),
        parked: false,
        kind: IssueKind::Choice(options.iter().map(option).collect()),
    };
    Table {
        id: "plain".to_owned(),
        title: "plain".into(),
        language: Language::En,
        scale: Scale::Points,
        frozen: true,
        narrative: Narrative::default(),
        interests: spec
            .parties
            .iter()
            .enumerate()
            .map(|(at, _)| Interest { id: format!("K{at}"), text: "k".into() })
            .collect(),
        attributes: Default::default(),
        parties: spec.parties.iter().enumerate().map(|(at, id)| party(spec, at, id)).collect(),
        issues: spec.issues.iter().map(issue).collect(),
        interactions: Vec::new(),
        rules: Default::default(),
        worlds: [World::unchanged("base")].into_iter().collect(),
    }
}

fn party(spec: &Spec, at: usize, id: &str) -> Party {
    Party {
        weights: Weights::Numbers(BTreeMap::from([(InterestId::from(at), integer(1))])),
        no_deal: Some(NoDeal { value: NoDealValue::Score(spec.no_deals[at].clone()), reason: None, range: None }),
        ..Party::named(id)
    }
}

/// Adds an attribute that each option carries as `carried(issue, option)` says.
pub fn add_attribute(table: &mut Table, id: &str, carried: impl Fn(usize, usize) -> Rational) -> AttributeId {
    let attribute = AttributeId::from(table.attributes.len());
    table.attributes.push(Attribute { id: id.to_owned(), text: id.into(), unit: None });
    for (issue, content) in table.issues.iter_mut().enumerate() {
        if let IssueKind::Choice(options) = &mut content.kind {
            for (at, option) in options.iter_mut().enumerate() {
                option.does.attributes.insert(attribute, carried(issue, at));
            }
        }
    }
    attribute
}
