//! A table as an editable text: what an edit changes, and what it leaves alone.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use tafel::diagnostic::{Code, Severity};
use tafel::domain::{Language, Table};
use tafel::table_file::{Document, Edit, Refused, Step, Value, bundled, read};

const WHOLE: &str = include_str!("support/whole.ron");

/// Reads a path such as `issues/loon/options/2%`: fields in letters, names in quotes, positions in digits, `+` for a
/// new one.
fn path(written: &str) -> Vec<Step> {
    let steps = written.split('/').map(|step| match step {
        "+" => Step::Append,
        _ if step.starts_with('\'') => Step::Key(step.trim_matches('\'').to_owned()),
        _ => step.parse().map_or_else(|_| Step::Field(step.to_owned().leak()), Step::Item),
    });
    steps.collect()
}

fn set(at: &str, text: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Text(text.to_owned()) }
}

fn word(at: &str, word: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Word(word.to_owned()) }
}

fn ron(at: &str, ron: &str) -> Edit {
    Edit::Set { path: path(at), value: Value::Ron(ron.to_owned()) }
}

fn unset(at: &str) -> Edit {
    Edit::Unset { path: path(at) }
}

fn in_line(at: &str, name: &str, value: Option<&str>) -> Edit {
    Edit::SetInLine { path: path(at), name: name.to_owned(), value: value.map(str::to_owned) }
}

fn extend(issue: &str, decision: &str) -> Edit {
    Edit::ExtendPackages { issue: issue.to_owned(), decision: decision.to_owned() }
}

fn open(source: &str) -> Document {
    Document::open(source.to_owned()).unwrap_or_else(|reading| panic!("{:#?}\n{source}", reading.problems))
}

#[track_caller]
fn edited(document: &Document, edits: &[Edit]) -> Document {
    document.edit(edits).unwrap_or_else(|refused| panic!("{:#?}\n{}", refused.problems, refused.source))
}

/// The text after the edits, from a file that holds `inside`.
#[track_caller]
fn after(inside: &str, edits: &[Edit]) -> String {
    edited(&open(inside), edits).source().to_owned()
}

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
