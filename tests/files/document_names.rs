//! Names in a table file: a new one and a removal reach every mention, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::edits;

use edits::{WHOLE, is_left_of, names, open, path, place_of};
use tafel::diagnostic::Code;
use tafel::domain::{IssueKind, Table, Text};
use tafel::table_file::{Named, bundled};

/// Whether `after` is `before` with the new name; a text that says no more than the name may be there or follow it.
fn is_renamed(before: &Table, after: &Table, what: &Named, to: &str) -> bool {
    *after == with_name(before, what, to, false) || *after == with_name(before, what, to, true)
}

/// The table with the name replaced in the ids of its kind and in what spoken answers are about.
fn with_name(table: &Table, what: &Named, to: &str, is_untold: bool) -> Table {
    let mut table = table.clone();
    let from = what.name();
    let swap = |id: &mut String| {
        if id == from {
            *id = to.to_owned();
        }
    };
    let told = |text: &mut Text| {
        if is_untold && *text == Text::from(from) {
            *text = Text::from(to);
        }
    };
    match what {
        Named::Party(_) => table.parties.iter_mut().filter(|party| party.id == from).for_each(|party| {
            swap(&mut party.id);
            told(&mut party.name);
        }),
        Named::Interest(_) => table.interests.iter_mut().for_each(|interest| swap(&mut interest.id)),
        Named::Attribute(_) => table.attributes.iter_mut().filter(|a| a.id == from).for_each(|attribute| {
            swap(&mut attribute.id);
            told(&mut attribute.text);
        }),
        Named::Issue(_) => table.issues.iter_mut().filter(|issue| issue.id == from).for_each(|issue| {
            swap(&mut issue.id);
            told(&mut issue.text);
        }),
        Named::Option { issue, .. } => {
            for issue in table.issues.iter_mut().filter(|other| other.id == *issue) {
                let IssueKind::Choice(options) = &mut issue.kind else { continue };
                for option in options.iter_mut().filter(|option| option.id == from) {
                    swap(&mut option.id);
                    told(&mut option.text);
                }
            }
        }
        Named::Rule(_) => table.rules.iter_mut().for_each(|rule| swap(&mut rule.id)),
        Named::World(_) => table.worlds.iter_mut().for_each(|world| swap(&mut world.id)),
        Named::Fact(_) => table.narrative.facts.iter_mut().for_each(|fact| swap(&mut fact.id)),
        Named::Criterion(_) => table.narrative.criteria.iter_mut().for_each(|criterion| swap(&mut criterion.id)),
        Named::Package(_) => table.narrative.packages.iter_mut().for_each(|package| swap(&mut package.id)),
    }
    if matches!(what, Named::Issue(_) | Named::Interest(_)) {
        let answers = table.parties.iter_mut().flat_map(|party| &mut party.answers);
        answers.filter_map(|answer| answer.about.as_mut()).for_each(swap);
    }
    for about in table.narrative.silenced.iter_mut().filter_map(|silenced| silenced.about.as_mut()) {
        let parts = about.split_once('=').map(|(issue, option)| (issue.to_owned(), option.to_owned()));
        match (what, parts) {
            (Named::Option { issue: of, .. }, Some((issue, mut option))) if *of == issue => {
                swap(&mut option);
                *about = format!("{issue}={option}");
            }
            (Named::Issue(_), Some((mut issue, option))) => {
                swap(&mut issue);
                *about = format!("{issue}={option}");
            }
            (Named::Option { .. }, _) | (_, Some(_)) => {}
            (_, None) => swap(about),
        }
    }
    table
}

#[test]
fn a_new_name_is_the_only_change_and_the_old_one_restores_every_byte() {
    for (id, source) in bundled().chain([("whole", WHOLE)]) {
        let document = open(source);
        for what in names(document.table()) {
            let named = |name: &str| match &what {
                Named::Party(_) => Named::Party(name.to_owned()),
                Named::Interest(_) => Named::Interest(name.to_owned()),
                Named::Attribute(_) => Named::Attribute(name.to_owned()),
                Named::Issue(_) => Named::Issue(name.to_owned()),
                Named::Option { issue, .. } => Named::Option { issue: issue.clone(), option: name.to_owned() },
                Named::Rule(_) => Named::Rule(name.to_owned()),
                Named::World(_) => Named::World(name.to_owned()),
                Named::Criterion(_) => Named::Criterion(name.to_owned()),
                Named::Fact(_) => Named::Fact(name.to_owned()),
                Named::Package(_) => Named::Package(name.to_owned()),
            };
            let to = "zz-één";
            let renamed = document.rename(&what, to).unwrap_or_else(|refused| panic!("{id} {what:?}: {refused:#?}"));
            assert!(is_renamed(document.table(), renamed.table(), &what, to), "{id} {what:?}");
            let back = renamed.rename(&named(to), what.name()).unwrap();
            let is_unnamed_base = matches!(what, Named::World(_)) && !source.contains("base_world");
            assert!(is_unnamed_base || back.source() == source, "{id} {what:?}");
            assert!(back.table() == document.table(), "{id} {what:?}");
        }
    }
}

#[test]
fn a_name_that_would_run_into_its_neighbour_is_set_apart() {
    let source = "(version: 1, id: \"t\", interests: {\"A\": \"a\", \"A-1\": \"b\"}, attributes: {\"c\": \"c\"},
        issues: {\"i\": (options: {\"o\": \"A+2 A-1+3 c=2\"}), \"lo\\u{6f}n\": (options: {\"3\\\"\": \"A\\x2b2\"})},
        rules: {\"r\": (limit: \"2c <= 3\"), \"s\": (forbid: \"lo\\u{6f}n=3\\\"\")})";
    let document = open(source);
    let renamed = |what: Named, to: &str| {
        let renamed = document.rename(&what, to).unwrap_or_else(|refused| panic!("{refused:#?}"));
        assert!(is_renamed(document.table(), renamed.table(), &what, to), "{}", renamed.source());
        renamed.source().to_owned()
    };
    assert!(renamed(Named::Attribute("c".to_owned()), "3x").contains("2 3x <= 3"));
    renamed(Named::Interest("A".to_owned()), "A-1-2");
    renamed(Named::Interest("A-1".to_owned()), "B-2");
    renamed(Named::Issue("loon".to_owned()), "het \"loon\"");
    renamed(Named::Option { issue: "loon".to_owned(), option: "3\"".to_owned() }, "4\\#\"#");
    renamed(Named::Rule("r".to_owned()), "a \"b\"");
    for (what, to, code) in [
        (Named::Interest("X".to_owned()), "Y", Code::UnknownName),
        (Named::Interest("A".to_owned()), "A-1", Code::DuplicateName),
        (Named::Interest("A".to_owned()), "a b", Code::BadNameCharacter),
        (Named::Issue("i".to_owned()), "i=2", Code::BadNameCharacter),
        (Named::Rule("r".to_owned()), "", Code::EmptyName),
    ] {
        let refused = document.rename(&what, to).unwrap_err();
        assert_eq!(refused.problems[0].0.code, code, "{what:?}");
    }
}

#[test]
fn what_is_removed_takes_its_mentions_along_and_nothing_is_added() {
    let mut refusals = 0;
    for (id, source) in bundled().chain([("whole", WHOLE)]) {
        let document = open(source);
        for what in names(document.table()) {
            let mentions: usize = document.mentions(&what).iter().map(|mention| mention.count).sum();
            let Ok((next, pruned)) = document.remove(&place_of(&what)) else {
                refusals += 1;
                continue;
            };
            assert!(is_left_of(next.source(), source), "{id} {what:?}\n{}", next.source());
            // The base world is there whether it is listed or not.
            let is_base = matches!(what, Named::World(_)) && document.table().worlds.raw[0].id == what.name();
            assert!(is_base || (mentions == 0) == pruned.is_empty(), "{id} {what:?} {pruned:?}");
            assert!(is_base || !names(next.table()).contains(&what), "{id} {what:?}");
        }
    }
    assert!(refusals > 20, "{refusals}");
}

#[test]
fn what_went_along_is_told() {
    let document = open(WHOLE);
    let remove = |at: &str| -> Result<Vec<(String, String)>, Vec<Code>> {
        match document.remove(&path(at)) {
            Ok((_, pruned)) => Ok(pruned.into_iter().map(|pruned| (pruned.path.join("/"), pruned.text)).collect()),
            Err(refused) => Err(refused.problems.into_iter().map(|(problem, _)| problem.code).collect()),
        }
    };
    let told = |pairs: &[(&str, &str)]| -> Result<Vec<(String, String)>, Vec<Code>> {
        Ok(pairs.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    };
    assert_eq!(
        remove("interests/'co-op'"),
        told(&[
            ("parties/B/weights/co-op", "\"co-op\": \"1/3\""),
            ("parties/C/weights", "co-op"),
            ("parties/D/weights", "co-op"),
            ("issues/loon/options/4%/effects/co-op", "\"co-op\": (value: -6, status: Contested, source: \"S\")"),
            ("issues/rooster/options/vrij", "co-op"),
        ])
    );
    assert_eq!(
        remove("rules/'money'"),
        told(&[("facts/f1/rules/1", "\"money\""), ("worlds/dear/limits/money", "\"money\": \"cost <= 3\"")])
    );
    assert_eq!(remove("packages/'naive'"), told(&[]));
    assert_eq!(remove("packages/'nothing'"), told(&[]));
    // It is what counts otherwise for another, and alone carries what a rule speaks of.
    assert_eq!(remove("issues/'loon'/options/'3%'").unwrap_err(), [Code::UnknownName, Code::AttributeNotCarried]);
    assert_eq!(remove("issues/'rooster'/options/'vast'").map_err(|codes| codes[0]), Err(Code::UnknownName));
    let lone = open("(version: 1, id: \"t\", issues: {\"i\": (options: {\"o\": \"\"})})");
    let refused = lone.remove(&path("issues/'i'/options/'o'")).unwrap_err();
    assert_eq!(refused.problems[0].0.code, Code::OptionsMissing);
    let party = remove("parties/'FNV'").unwrap();
    assert_eq!(
        party.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["facts/f1/claimed_by/1", "rules/n6", "worlds/dear/no_deals/FNV", "reactions/1", "disclosed/2", "silenced/1"]
    );
    let issue = remove("issues/'prijs'").unwrap();
    assert_eq!(
        issue.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        [
            "parties/FNV/readings/prijs",
            "parties/D/no_deal/package",
            "worlds/dear/changes/prijs",
            "reactions/1/package/prijs",
            "explanations/1/package",
            "packages/naive/choices"
        ]
    );
    let mentions = document.mentions(&Named::Party("FNV".to_owned()));
    let told: Vec<(String, usize)> = mentions.into_iter().map(|m| (m.path.join("/"), m.count)).collect();
    let expected = ["facts/f1", "rules/n6", "worlds/dear", "reactions/1", "disclosed/2", "silenced/1"]
        .map(|path| (path.to_owned(), 1));
    assert_eq!(told, expected);
}
