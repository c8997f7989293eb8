//! An option that is like another one: whatever the table says of that one counts for it too.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::typing::{refused, session, table, told};
use tafel::analysis::with_conditional;
use tafel::domain::{Language, OptionId, Table, WorldId};

const TABLE: &str = "tests/tables/said-of-options.ron";

fn option(table: &Table, name: &str) -> OptionId {
    let issue = table.issue_named("wage").unwrap();
    let at = table.issues[issue].options().iter().position(|option| option.id == name).unwrap();
    OptionId::new(issue, at)
}

/// The typed line makes the table that the search for conditional options looks at, whatever the two branches.
#[test]
fn a_typed_option_is_the_one_that_was_looked_at() {
    let names = ["0", "2", "3", "4 k"];
    for (one, other) in names.iter().flat_map(|one| names.iter().map(move |other| (*one, *other))) {
        if one == other {
            continue;
        }
        let mut session = session(TABLE);
        let before = table(&session).clone();
        let worlds = [WorldId::from(1), WorldId::from(2)];
        let (expected, added) = with_conditional(&before, option(&before, one), &worlds, option(&before, other));
        let name = expected.option(added).id.clone();
        let line =
            format!("option \"wage={name}\" --like \"{one}\" --only-if rain --only-if hail --otherwise \"{other}\"");
        told(&mut session, &line, Language::En, 80);
        assert_eq!(*table(&session), expected, "{line}");
        told(&mut session, "undo", Language::En, 80);
        assert_eq!(*table(&session), before);
        told(&mut session, "redo", Language::En, 80);
        assert_eq!(*table(&session), expected);
        // What is said of it goes with it.
        told(&mut session, &format!("remove \"wage={name}\" --yes"), Language::En, 80);
        assert_eq!(*table(&session), before);
    }
}

#[test]
fn only_a_new_option_can_be_like_another_one() {
    let mut session = session(TABLE);
    let text = refused(&mut session, "option wage=3 --like 2", 80);
    assert!(text.contains("option `wage=3` is stated twice"), "{text}");
    let text = refused(&mut session, "option wage=5 --like 7", 80);
    assert!(text.contains('7'), "{text}");
}
