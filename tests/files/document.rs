//! A table as an editable text: what an edit changes, and what it leaves alone.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::edits;

use crate::support::random_table::{Dice, random_table};
use edits::{WHOLE, after, edited, extend, in_line, is_left_of, names, open, path, place_of, ron, set, unset, word};
use tafel::diagnostic::{Code, Severity};
use tafel::domain::{Language, Table, Weights, write_exact};
use tafel::table_file::{Document, Edit, Named, Refused, Step, Value, bundled, read, write};

#[test]
fn a_table_from_nothing_is_laid_out_to_be_read() {
    let empty = Document::empty("cz \"x\"", "A title", Language::Nl).unwrap();
    let document = edited(
        &empty,
        &[
            set("interests/'KO'", "koopkracht"),
            set("interests/'RU'", "rust"),
            set("parties/'FNV'/name", "FNV Zorg"),
            in_line("parties/'FNV'/weights", "KO", Some("40")),
            in_line("parties/'FNV'/weights", "RU", Some("20")),
            set("parties/'FNV'/positions/+", "5%!"),
            set("parties/'B \"b\"'/group", "b"),
            set("issues/'loon'/options/'2%'", "KO+1"),
            set("issues/'loon'/options/'3%'", ""),
            set("issues/'loon'/today", "2%"),
            set("issues/'loon'/options/'3%'/text", "drie"),
            in_line("issues/'loon'/options/'3%'", "KO", Some("++")),
            in_line("issues/'loon'/options/'2%'", "RU", Some("-3")),
            set("attributes/'cost'", "kosten"),
            set("attributes/'cost'/unit", "%"),
            in_line("issues/'loon'/options/'2%'", "cost", Some("=4")),
            word("frozen", "true"),
            ron("rules/'ruimte'", "(limit: \"cost <= 5\")"),
        ],
    );
    insta::assert_snapshot!(document.source(), @r#"
    (
        version: 1,
        id: "cz \"x\"",
        title: "A title",
        language: nl,
        interests: {
            "KO": "koopkracht",
            "RU": "rust",
        },
        parties: {
            "FNV": (
                name: "FNV Zorg",
                weights: "KO 40, RU 20",
                positions: ["5%!"],
            ),
            "B \"b\"": (
                group: "b",
            ),
        },
        issues: {
            "loon": (
                options: {
                    "2%": "KO+1 RU-3 cost=4",
                    "3%": (effects: "KO++", text: "drie"),
                },
                today: "2%",
            ),
        },
        attributes: {
            "cost": (text: "kosten", unit: "%"),
        },
        frozen: true,
        rules: {
            "ruimte": (limit: "cost <= 5"),
        },
    )
    "#);
}

#[test]
fn what_is_new_follows_the_manner_of_its_neighbours() {
    let file = |inside: &str| format!("(version: 1, id: \"t\", {inside})");
    for (before, edits, result) in [
        ("interests: {}", vec![set("interests/'A'", "a")], "interests: {\"A\": \"a\"}"),
        ("interests: { \"A\": \"a\" }", vec![set("interests/'B'", "b")], "interests: { \"A\": \"a\", \"B\": \"b\" }"),
        ("interests: {\"A\": \"a\",}", vec![set("interests/'B'", "b")], "interests: {\"A\": \"a\", \"B\": \"b\",}"),
        (
            "interests: {\n  \"A\": \"a\" // first\n}",
            vec![set("interests/'B'", "b")],
            "interests: {\n  \"A\": \"a\", // first\n  \"B\": \"b\"\n}",
        ),
        (
            "interests: {\n  \"A\": \"a\", // first\n  // end\n}",
            vec![set("interests/'B'", "b")],
            "interests: {\n  \"A\": \"a\", // first\n  \"B\": \"b\",\n  // end\n}",
        ),
        (
            "interests: {\n  \"A\": \"// a\" /* x\n y */, /* z\n */ // w\n}",
            vec![set("interests/'B'", "b")],
            "interests: {\n  \"A\": \"// a\" /* x\n y */, /* z\n */ // w\n  \"B\": \"b\",\n}",
        ),
        ("interests: { // none\n}", vec![set("interests/'A'", "a")], "interests: { // none\n    \"A\": \"a\",\n}"),
        ("interests: {\"A\": \"a\"}", vec![set("interests/'A'/nl", "b")], "interests: {\"A\": (en: \"a\", nl: \"b\")}"),
        ("attributes: {\"A\": \"a\"}", vec![set("attributes/'A'/text", "b")], "attributes: {\"A\": \"b\"}"),
        (
            "attributes: {\"A\": (en: \"a\", nl: \"b\")}",
            vec![set("attributes/'A'/unit", "u")],
            "attributes: {\"A\": (text: (en: \"a\", nl: \"b\"), unit: \"u\")}",
        ),
        ("debrief: []", vec![set("debrief/+", "a"), set("debrief/+", "b")], "debrief: [\"a\", \"b\"]"),
        ("debrief: [\"a\", \"b\"]", vec![set("debrief/1", "c"), unset("debrief/0")], "debrief: [\"c\"]"),
        ("debrief: [\"a\", \"b\"]", vec![unset("debrief/1")], "debrief: [\"a\"]"),
        ("debrief: [\"a\", \"b\",]", vec![unset("debrief/1")], "debrief: [\"a\",]"),
        ("debrief: [\"a\"]", vec![unset("debrief/0"), unset("debrief/0"), unset("facts")], "debrief: []"),
        (
            "debrief: [\n \"a\", // x\n // y\n \"b\"\n // z\n]",
            vec![unset("debrief/0")],
            "debrief: [\n // y\n \"b\"\n // z\n]",
        ),
        ("debrief: [\n \"a\",\n \"b\" // z\n]", vec![unset("debrief/1")], "debrief: [\n \"a\",\n]"),
    ] {
        let source = file(before);
        assert_eq!(after(&source, &edits), file(result), "{before}");
    }
}

#[test]
fn an_entry_of_a_line_changes_alone() {
    let document = open(WHOLE);
    for (at, name, value, before, result) in [
        ("issues/'loon'/options/'2%'", "KO", Some("+7"), "\"KO+1 cost=2\"", "\"KO+7 cost=2\""),
        ("issues/'loon'/options/'2%'", "cost", Some("=4"), "\"KO+1 cost=2\"", "\"KO+1 cost=4\""),
        ("issues/'loon'/options/'2%'/effects", "WA", Some("--"), "\"KO+1 cost=2\"", "\"KO+1 cost=2 WA--\""),
        ("issues/'loon'/options/'2%'", "KO", None, "\"KO+1 cost=2\"", "\"cost=2\""),
        ("issues/'loon'/options/'2%'", "cost", None, "\"KO+1 cost=2\"", "\"KO+1\""),
        ("issues/'loon'/options/'2%'", "fte", None, "\"KO+1 cost=2\"", "\"KO+1 cost=2\""),
        ("issues/'loon'/options/'3%'", "WA", Some("-1"), "\"KO+3 WA ++ fte=1\"", "\"KO+3 WA -1 fte=1\""),
        ("issues/'loon'/options/'3%'", "cost", Some("=9"), "attributes: \"cost=3\"", "attributes: \"cost=9\""),
        ("issues/'loon'/options/'3%'", "room", Some("=9"), "attributes: \"cost=3\"", "attributes: \"cost=3 room=9\""),
        ("issues/'loon'/options/'4%'", "KO", Some("+8"), "\"KO\": 7", "\"KO\": 8"),
        ("issues/'loon'/options/'4%'", "WA", None, "\"KO\": 7, \"WA\": \"++\", ", "\"KO\": 7, "),
        ("issues/'loon'/options/'4%'", "co-op", Some("1/3"), "(value: -6,", "(value: \"1/3\","),
        ("issues/'loon'/options/'4%'", "cost", Some("=-5"), "(value: 4,", "(value: -5,"),
        ("issues/'rooster'/options/'vast'", "co-op", Some("-3"), "\"vast\": \"\"", "\"vast\": \"co-op-3\""),
        ("issues/'rooster'/options/'vrij'", "KO", Some("0"), "co-op-6 · room=0.5", "co-op-6 · room=0.5 KO 0"),
        ("parties/'FNV'/weights", "KO", Some("30"), "KO 40, WA 20", "KO 30, WA 20"),
        ("parties/'FNV'/weights", "co-op", Some("5"), "KO 40, WA 20", "KO 40, WA 20, co-op 5"),
        ("parties/'FNV'/weights", "KO", None, "KO 40, WA 20", "WA 20"),
        ("parties/'FNV'/weights", "WA", None, "KO 40, WA 20", "KO 40"),
        ("parties/'B'/weights", "KO", None, "{\"KO\": 40, \"co-op\": \"1/3\"}", "{\"co-op\": \"1/3\"}"),
        ("parties/'C'/weights", "WA", None, "KO > WA = co-op", "KO > co-op"),
        ("parties/'C'/weights", "KO", None, "KO > WA = co-op", "WA = co-op"),
        ("worlds/'dear'/changes/'loon=3%'", "room", Some("=1"), "\"KO+1 room=0\"", "\"KO+1 room=1\""),
        ("worlds/'dear'/changes/'loon=2%'", "cost", Some("=1"), "(effects: \"\")", "(effects: \"cost=1\")"),
    ] {
        assert!(WHOLE.contains(before), "{before}");
        let source = edited(&document, &[in_line(at, name, value)]).source().to_owned();
        assert_eq!(source, WHOLE.replacen(before, result, 1), "{at} {name}");
    }
    let refused = document.edit(&[in_line("parties/'C'/weights", "KO", Some("4"))]).unwrap_err();
    assert_eq!(refused.problems[0].0.code, Code::BadWeights);
}

#[test]
fn a_new_issue_is_decided_in_every_package() {
    let document = edited(
        &open(WHOLE),
        &[set("issues/'duur'/options/'1 jaar'", ""), set("issues/'duur'/options/'2'", ""), extend("duur", "1 jaar")],
    );
    let table = document.table();
    assert_eq!(table.issues.len(), 5);
    for part in [
        "pot=B:50,A:50, duur=1 jaar\"",
        "pot=A:1,B:99 · duur=1 jaar\"",
        "{\"A\": 50, \"B\": 50}, \"duur\": \"1 jaar\"}",
    ] {
        assert!(document.source().contains(part), "{part}\n{}", document.source());
    }
}

#[test]
fn a_refusal_tells_where_in_the_value_it_goes_wrong() {
    let document = open(WHOLE);
    let inside = |edits: &[Edit]| -> (Code, Option<(usize, usize, usize)>) {
        let Refused { problems, .. } = document.edit(edits).unwrap_err();
        let (problem, inside) = problems.into_iter().next().unwrap();
        (problem.code, inside.map(|inside| (inside.edit, inside.place.start, inside.place.end)))
    };
    let line = "issues/'loon'/options/'2%'";
    assert_eq!(inside(&[set(line, "KO+1 XX+2")]), (Code::UnknownName, Some((0, 5, 7))));
    assert_eq!(inside(&[set("story", "x"), set(line, "KO+99")]), (Code::EffectOutOfRange, Some((1, 2, 5))));
    assert_eq!(inside(&[in_line(line, "KO", Some("+0,5"))]), (Code::DecimalComma, Some((0, 0, 4))));
    assert_eq!(inside(&[in_line(line, "XX", Some("+5"))]), (Code::UnknownName, None));
    assert_eq!(inside(&[word("parties/'FNV'/no_deal/score", "3,5")]), (Code::DecimalComma, Some((0, 0, 3))));
    assert_eq!(inside(&[word("frozen", "true, evil: 3")]).1.map(|place| place.0), Some(0));
    assert_eq!(inside(&[ron("story", "\"a")]), (Code::TextUnclosed, Some((0, 0, 1))));
    assert_eq!(inside(&[ron("interests", "{\"KO\": 3")]).1.map(|place| place.0), Some(0));
    assert_eq!(inside(&[ron("story", " /* x */ \"a\u{202e}\" // y")]), (Code::ControlCharacter, Some((0, 11, 14))));
    assert_eq!(inside(&[set("story/'x'", "a")]), (Code::WrongShape, None));
    assert_eq!(inside(&[set("parties/'FNV'/weights/'KO'", "3")]).0, Code::WrongShape);
}

#[test]
fn nothing_but_a_sound_table_is_a_document() {
    assert!(Document::empty("a\u{202e}", "t", Language::En).is_err_and(|problem| problem.place.is_none()));
    let reading = Document::open("(version: 1, id: \"t\", interests: 3)".to_owned()).unwrap_err();
    assert!(reading.problems.iter().any(|problem| problem.severity() == Severity::Error));
    let empty = Document::empty("t", "T", Language::En).unwrap();
    let table: &Table = empty.table();
    assert_eq!((table.id.as_str(), table.frozen), ("t", false));
}

#[test]
fn setting_what_is_there_changes_nothing() {
    for (id, source) in bundled() {
        let document = open(source);
        let title = document.table().title.get(Language::En).to_owned();
        let edits = [set("title/en", &title), unset("no_such_field"), word("version", "1")];
        assert_eq!(edited(&document, &edits).source(), source, "{id}");
        assert_eq!(read(source).table.as_ref(), Some(document.table()));
    }
}

/// The comments that have a line of their own.
fn comments(source: &str) -> Vec<&str> {
    source.lines().map(str::trim).filter(|line| line.starts_with("//")).collect()
}

fn at(steps: &[Step], field: &'static str) -> Vec<Step> {
    [steps, &[Step::Field(field)]].concat()
}

/// What can be set where: a path and a value that is right there, as a rule.
fn places(table: &Table) -> Vec<(Vec<Step>, Value)> {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut places = vec![
        (path("story"), text("A \"story\"\nin two lines // no comment")),
        (path("title/nl"), text("Titel")),
        (path("frozen"), Value::Word("true".to_owned())),
        (path("debrief/+"), text("What did you learn?")),
        (path("interests/'nieuw'"), text("new")),
        (path("criteria/'markt'"), Value::Ron("(en: \"market\", nl: \"markt\") // what others pay".to_owned())),
        (path("facts/'f'"), Value::Ron("(text: \"x\", status: Assumed)".to_owned())),
        (path("neutrals/'n'"), text("chair")),
    ];
    for what in names(table) {
        let place = place_of(&what);
        match what {
            Named::Party(_) => {
                places.push((at(&place, "group"), text("them")));
                places.push((at(&at(&place, "name"), "en"), text("Name")));
                places.push(([at(&place, "positions"), vec![Step::Append]].concat(), text("No!")));
                places.push((at(&at(&place, "no_deal"), "because"), text("so")));
            }
            Named::Issue(_) => {
                places.push((at(&place, "bundle"), text("b")));
                places.push(([at(&place, "options"), path("'nieuw'")].concat(), text("")));
            }
            Named::Option { .. } => {
                places.push((at(&place, "text"), text("told")));
                places.push((at(&place, "added_later"), Value::Word("true".to_owned())));
            }
            Named::Attribute(_) => places.push((at(&place, "unit"), text("u"))),
            Named::Rule(_) => places.push((at(&place, "reason"), text("why"))),
            Named::World(_) => places.push((at(&place, "text"), text("w"))),
            Named::Fact(_) => places.push((at(&place, "finder"), text("them"))),
            Named::Interest(_) | Named::Criterion(_) | Named::Package(_) => {}
        }
    }
    places
}

#[test]
fn what_is_set_leaves_every_other_byte_and_can_be_taken_away_again() {
    for (seed, (id, source)) in bundled().chain([("whole", WHOLE)]).enumerate() {
        let document = open(source);
        // Each table takes its third of the places: together they take them all.
        for (path, value) in places(document.table()).into_iter().skip(seed % 3).step_by(3) {
            let Ok(next) = document.edit(&[Edit::Set { path: path.clone(), value: value.clone() }]) else { continue };
            assert_eq!(comments(source), comments(next.source()), "{id} {path:?}");
            let again = edited(&next, &[Edit::Set { path: path.clone(), value }]);
            let appends = path.contains(&Step::Append);
            assert!(appends || again.source() == next.source(), "{id} {path:?}");
            let (new, old) = (next.source(), source);
            let without = document.edit(&[Edit::Unset { path: path.clone() }]);
            let is_language = matches!(path.last(), Some(Step::Field("en" | "nl")));
            let is_new = without.as_ref().is_ok_and(|without| without.source() == old);
            if is_new && !is_language {
                assert!(is_left_of(old, new), "{id} {path:?}\n{new}");
            }
            if is_new && !is_language && !appends {
                let taken = edited(&next, &[Edit::Unset { path: path.clone() }]);
                assert!(taken.table() == document.table(), "{id} {path:?}\n{new}");
            }
            if let (Ok(without), false) = (without, is_new) {
                // What differs is no more than the entry that Unset takes away.
                let head = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
                let tail = old[head..].bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
                let entry = old.len() - without.source().len();
                assert!(old.len() - head - tail <= entry, "{id} {path:?}");
            }
        }
    }
}

/// An edit of something in the table or of nothing at all, right or wrong.
fn random_edit(dice: &mut Dice, table: &Table) -> Edit {
    let wrong =
        ["", "\"", "KO+1,5 x", "a=b", "\\", "{", "(", "// x", "/*", "r#\"", "3.5", "true, x: 1", "é\u{301}", "\r", ")"];
    let (path, value) = dice.pick(&places(table)).clone();
    let what = dice.pick(&names(table)).clone();
    let given = (*dice.pick(&wrong)).to_owned();
    match dice.below(8) {
        0 => Edit::Unset { path: place_of(&what) },
        1 => Edit::Unset { path },
        2 => Edit::Set { path, value: Value::Word(given) },
        3 => Edit::Set { path: at(&path, "text"), value: Value::Ron(given) },
        4 => {
            let name = table.interests.iter().map(|interest| interest.id.clone()).next().unwrap_or(given);
            let value = dice.maybe(70, |dice| (*dice.pick(&["+3", "--", "=2", "40", "x", "-1.5"])).to_owned());
            let field = *dice.pick(&["weights", "effects", "attributes"]);
            let path = if dice.chance(50) { place_of(&what) } else { at(&place_of(&what), field) };
            Edit::SetInLine { path, name, value }
        }
        5 => Edit::ExtendPackages { issue: what.name().to_owned(), decision: given },
        _ => Edit::Set { path, value },
    }
}

#[test]
fn whatever_is_asked_the_text_stays_that_of_a_sound_table() {
    let mut made = 0;
    let bundled = bundled().map(|(_, source)| source.to_owned());
    let random = (0..40).map(|seed| write(&random_table(seed, true)));
    for (seed, source) in bundled.chain([WHOLE.to_owned(), WHOLE.replace('\n', "\r\n")]).chain(random).enumerate() {
        let mut dice = Dice::new(seed as u64);
        let mut document = open(&source);
        for _ in 0..25 {
            if names(document.table()).is_empty() {
                break;
            }
            let edits = dice.some(3, |dice| random_edit(dice, document.table()));
            let before = document.source().to_owned();
            match document.edit(&edits) {
                Ok(next) => {
                    made += 1;
                    assert_eq!(read(next.source()).table.as_ref(), Some(next.table()));
                    document = next;
                }
                Err(refused) => {
                    assert!(!refused.problems.is_empty(), "{edits:?}");
                    for (problem, _) in &refused.problems {
                        let place = problem.place.clone().unwrap_or(0..0);
                        assert!(refused.source.get(place).is_some(), "{edits:?}");
                    }
                }
            }
            if dice.chance(20) {
                let what = dice.pick(&names(document.table())).clone();
                document = document.remove(&place_of(&what)).map_or(document, |(next, _)| next);
            }
            if dice.chance(20) && !names(document.table()).is_empty() {
                let what = dice.pick(&names(document.table())).clone();
                let to = *dice.pick(&["n-1", "3x", "a b", "\"q\"", "é", "K+", "x\\y"]);
                document = document.rename(&what, to).unwrap_or(document);
            }
            assert!(!before.contains("\r\n") || !document.source().replace("\r\n", "").contains('\n'));
        }
    }
    assert!(made > 300, "{made}");
}

#[test]
fn a_weight_or_effect_that_is_changed_and_changed_back_leaves_no_trace() {
    let mut changed = 0;
    for (id, source) in bundled().chain([("whole", WHOLE)]) {
        let document = open(source);
        let table = document.table();
        let check = |path: &[Step], name: &str, other: &str, before: Option<&str>| {
            let line = |value: Option<&str>| Edit::SetInLine {
                path: path.to_vec(),
                name: name.to_owned(),
                value: value.map(str::to_owned),
            };
            let next = edited(&document, &[line(Some(other))]);
            assert!(next.table() != table, "{id} {path:?} {name}");
            let back = edited(&next, &[line(before)]);
            assert!(back.table() == table && comments(back.source()) == comments(source), "{id} {path:?} {name}");
        };
        for party in &table.parties {
            let Weights::Numbers(weights) = &party.weights else { continue };
            let path = at(&place_of(&Named::Party(party.id.clone())), "weights");
            for (interest, content) in table.interests.iter_enumerated() {
                let before = weights.get(&interest).map(write_exact);
                check(&path, &content.id, "77.5", before.as_deref());
                changed += 1;
            }
        }
        for (of, option) in table.options() {
            let issue = table.issues[of.issue].id.clone();
            let path = place_of(&Named::Option { issue, option: option.id.clone() });
            for (interest, content) in table.interests.iter_enumerated().skip(changed % 4).step_by(4) {
                let before = option.does.effects.get(&interest).map(write_exact);
                let signed = before.map(|value| if value.starts_with('-') { value } else { format!("+{value}") });
                check(&path, &content.id, "+9.5", signed.as_deref());
            }
        }
    }
    assert!(changed > 100, "{changed}");
}
