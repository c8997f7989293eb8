//! What parties say of packages: a spoken no counts above the numbers wherever a package is told to be agreeable, offers keep
//! clear of it, and the card behind a change tells what became of the packages on the table.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use crate::support;
use crate::support::bundled::{base, never, scenario};
use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{self, Amounts};
use crate::support::typing::{self, json_of, session, table};
use serde_json::{Value, json};
use tafel::analysis::{Proposal, contradiction, propose};
use tafel::domain::{
    Attendance, InterestId, IssueKind, Language, NamedPackage, Package, PartyId, Rational, Reaction, Reference, Scale,
    Support, Table, Weights, WorldId, integer,
};
use tafel::optimize::{Objective, Question};
use tafel::report::Wordbook;
use tafel::session::Session;
use tafel::table_file::bundled;
use tafel::valuation::{Circumstances, assess};

const AGREEMENT: &str = "vvt-cao-2018";

#[track_caller]
fn told(session: &mut Session, line: &str, language: Language) -> String {
    typing::told(session, line, language, 100)
}

fn refused(session: &mut Session, line: &str) -> String {
    typing::refused(session, line, 100)
}

/// What is said in English, with one space for any white space.
#[track_caller]
fn said(session: &mut Session, line: &str) -> String {
    squeezed(&told(session, line, Language::En))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The agreement, with its answer as P2 and a no to it.
fn with_a_no() -> Session {
    let mut session = session(AGREEMENT);
    told(&mut session, "package P2 fair", Language::En);
    told(&mut session, "react FNV P2 \"nee tenzij\" --because RU \"de roosters geven geen rust\"", Language::En);
    session
}

#[test]
fn a_live_session_reads_as_it_should() {
    let lines = [
        "react",
        "package P2 fair",
        "react CNV P2 ja",
        "react FNV P2 \"nee tenzij\" --because RU \"de roosters geven geen rust\"",
        "react",
        "test P2",
        "react FNV naive voluit ja",
        "react FNV naive",
        "weights FNV KO 30, WA 15, RU 35, IN 10, DU 10",
        "no-deal ActiZ 75",
        "react ActiZ P2 5 daar staan we voor",
        "react FNV P2 no unless",
    ];
    for (name, language) in [("live_en", Language::En), ("live_nl", Language::Nl)] {
        let mut session = session(AGREEMENT);
        let transcript: String =
            lines.iter().map(|line| format!("> {line}\n{}\n", told(&mut session, line, language))).collect();
        insta::assert_snapshot!(name, transcript);
    }
}

#[test]
fn a_reaction_is_kept_with_its_step_interest_and_words_and_the_last_word_counts() {
    let mut session = with_a_no();
    let narrative = &table(&session).narrative;
    let fnv = table(&session).party_named("FNV").unwrap();
    let reaction = narrative.reactions.last().unwrap().clone();
    assert_eq!((reaction.party, reaction.support), (fnv, Support::NoUnless));
    assert_eq!(table(&session).interests[reaction.interest.unwrap()].id, "RU");
    assert_eq!(reaction.because.unwrap().get(Language::Nl), "de roosters geven geen rust");
    told(&mut session, "react FNV P2 4", Language::En);
    let narrative = &table(&session).narrative;
    assert_eq!(narrative.reactions.len(), 2, "what was said before stays");
    assert!(narrative.spoken_no(&reaction.package).is_empty());
    assert_eq!(narrative.said_of(&reaction.package)[0].support, Support::Yes);
    let history = json_of(&mut session, "react FNV P2");
    let steps: Vec<&Value> = history["reactions"].as_array().unwrap().iter().map(|said| &said["step"]).collect();
    assert_eq!(steps, [&json!("no_unless"), &json!("yes")]);
    assert_eq!((&history["reactions"][0]["last"], &history["reactions"][1]["last"]), (&json!(false), &json!(true)));
    // Saying the same again adds nothing, and what was said can be taken back.
    told(&mut session, "react FNV P2 ja", Language::En);
    assert_eq!(table(&session).narrative.reactions.len(), 2);
    told(&mut session, "undo", Language::En);
    assert_eq!(table(&session).narrative.spoken_no(&reaction.package).len(), 1);
}

/// Every step, in both languages and as a number, is the step that it names.
#[test]
fn the_scale_is_read_in_either_language() {
    let steps = [
        (Support::FullYes, ["full yes", "\"voluit ja\"", "5"]),
        (Support::Yes, ["yes", "JA", "4"]),
        (Support::YesWithQuestion, ["yes with a question", "ja, met vraag", "3"]),
        (Support::NoUnless, ["\"no unless\"", "nee, tenzij", "2"]),
        (Support::No, ["no", "nee", "1"]),
    ];
    for (step, words) in steps {
        for word in words {
            let mut session = session(AGREEMENT);
            told(&mut session, &format!("react FNV naive {word} \"omdat het zo is\""), Language::En);
            let reaction = &table(&session).narrative.reactions[0];
            assert_eq!(reaction.support, step, "{word}");
            assert_eq!(reaction.because.as_ref().unwrap().get(Language::Nl), "omdat het zo is", "{word}");
        }
    }
}

#[test]
fn only_a_package_with_a_name_can_be_said_something_of() {
    let mut session = session(AGREEMENT);
    told(&mut session, "solve --objective fair", Language::En);
    for word in ["_", "#1", "fair", "loon=3%"] {
        let problem = refused(&mut session, &format!("react FNV {word} nee"));
        assert!(problem.contains(&format!("package NAME {word}")), "{problem}");
        assert!(table(&session).narrative.reactions.is_empty());
    }
    told(&mut session, "package P2 _", Language::En);
    // What stands for choices that have a name is that package.
    told(&mut session, "react FNV fair nee", Language::En);
    told(&mut session, "react CNV #1 nee", Language::En);
    assert_eq!(table(&session).narrative.reactions.len(), 2);
    assert!(refused(&mut session, "react FNV P3 nee").contains("unknown package `P3`"));
    assert!(refused(&mut session, "react FNV P2 --because RU").contains("STEP"));
    assert!(refused(&mut session, "react FNV P2 nee --because XX").contains("unknown interest `XX`"));
}

#[test]
fn after_a_no_the_question_is_which_number_is_wrong() {
    let mut session = session(AGREEMENT);
    told(&mut session, "package P2 fair", Language::En);
    let no = said(&mut session, "react FNV P2 nee");
    for command in ["interest FNV", "weights FNV --swing", "reading FNV ISSUE=OPTION", "ratification FNV"] {
        assert!(no.contains(command), "{command}: {no}");
    }
    assert!(said(&mut session, "react FNV P2 nee tenzij").contains("--because INTEREST"));
    // An interest that counts for nothing yet is part of the question.
    assert!(said(&mut session, "react FNV P2 nee --because BE").contains("gives that no weight yet"));
    assert!(!said(&mut session, "react FNV P2 ja").contains("Which number"));
    // Where the numbers say no as well, none of them need be wrong.
    told(&mut session, "no-deal FNV 95", Language::En);
    let agreed = said(&mut session, "react FNV P2 nee");
    assert!(agreed.contains("The numbers say so too") && !agreed.contains("Which number"), "{agreed}");
    assert!(said(&mut session, "react FNV P2 ja").contains("no-deal FNV"), "a yes against the numbers asks too");
}

/// Sentences that claim that all can agree on a package.
fn claims(words: &Wordbook) -> Vec<String> {
    let party = [("party", "FNV")];
    let keys = ["acceptable", "test-all-live", "keeps-rules"].map(|key| words.say(key, &[]));
    keys.into_iter().chain([words.say("package-best", &party)]).collect()
}

/// Wherever a package is told, a no to exactly its choices stands beside it, and nothing says that all can live with it.
#[test]
fn a_spoken_no_is_never_beside_a_yes_for_all() {
    for (name, _) in bundled() {
        let table = scenario(name);
        let needed = table.parties.iter().rfind(|party| party.attendance == Attendance::Needed);
        let party = needed.unwrap().id.clone();
        let mut session = session(name);
        if session.turn("package Px fair", &never()).is_err() {
            continue;
        }
        let lines = ["test Px", "score Px", "compare Px", "solve --objective fair", "zopa", "ratify Px", "stress Px"];
        for (language, marker) in [(Language::En, "says no to exactly"), (Language::Nl, "zegt nee tegen precies")] {
            let words = Wordbook::new(language);
            for line in lines {
                let before = squeezed(&told(&mut session, line, language));
                assert!(!before.contains(marker), "{name}: {line}");
            }
            told(&mut session, &format!("react \"{party}\" Px nee \"zo niet\""), language);
            for line in lines {
                let text = squeezed(&told(&mut session, line, language));
                assert!(text.contains(marker), "{name}: {line}: {text}");
                for claim in claims(&words) {
                    assert!(!text.contains(&claim), "{name}: {line} claims: {claim}");
                }
            }
            for line in ["step Px", "improve Px"] {
                assert!(squeezed(&told(&mut session, line, language)).contains(marker), "{name}: {line}");
            }
            told(&mut session, "undo", language);
        }
    }
}

#[test]
fn the_no_of_a_party_that_may_stay_out_is_told_and_stands_in_nobodys_way() {
    let mut session = session(AGREEMENT);
    for line in ["package Px fair", "party FBZ --may-stay-out", "react FBZ Px nee"] {
        told(&mut session, line, Language::En);
    }
    for line in ["test Px", "score Px", "compare Px"] {
        let text = said(&mut session, line);
        assert!(text.contains("FBZ says no to exactly this package"), "{line}: {text}");
        assert!(!text.contains("Not acceptable"), "{line}: {text}");
    }
    assert_eq!(json_of(&mut session, "score Px")["spoken_no"], json!(["FBZ"]));
    // Offers keep clear of it, unless they are for an agreement without the party.
    let keeps = |proposal: Value| proposal["clear_of"].as_array().map_or(0, Vec::len);
    assert_eq!(keeps(json_of(&mut session, "propose")), 1);
    assert_eq!(keeps(json_of(&mut session, "propose --without FBZ")), 0);
}

#[test]
fn what_names_an_answer_for_one_party_claims_nothing_for_the_others_either() {
    let mut session = session(AGREEMENT);
    assert!(said(&mut session, "solve --objective best:FNV").contains("everybody else can accept"));
    told(&mut session, "package Px best:FNV", Language::En);
    told(&mut session, "react CNV Px nee", Language::En);
    let text = said(&mut session, "solve --objective best:FNV");
    assert!(
        text.contains("CNV says no to exactly this package") && !text.contains("everybody else can accept"),
        "{text}"
    );
    let meso = said(&mut session, "meso FNV --within 30");
    assert_eq!(meso.contains("acceptable to everybody"), !meso.contains("says no to exactly"), "{meso}");
    told(&mut session, "react CNV naive nee", Language::En);
    let firm = said(&mut session, "firm naive");
    assert!(firm.contains("CNV says no") && !firm.contains("This one is acceptable"), "{firm}");
    let lesson = said(&mut session, "check --lesson");
    assert!(lesson.contains("naive: not acceptable") && lesson.contains("CNV says no"), "{lesson}");
}

#[test]
fn scripts_are_told_what_was_said_and_what_the_numbers_say() {
    let mut session = with_a_no();
    let said = json!([{"party": "FNV", "step": "no_unless", "because": "RU", "words": "de roosters geven geen rust"}]);
    let score = json_of(&mut session, "score P2");
    assert_eq!((&score["acceptable"], &score["spoken_no"], &score["said"]), (&json!(true), &json!(["FNV"]), &said));
    for (line, at) in [
        ("test P2", "/spoken_no"),
        ("solve --objective fair", "/packages/0/spoken_no"),
        ("compare P2 naive", "/packages/0/spoken_no"),
        ("step P2", "/from/spoken_no"),
        ("improve P2", "/from/spoken_no"),
        ("zopa", "/package/spoken_no"),
        ("ratify P2", "/spoken_no"),
        ("stress P2", "/packages/0/spoken_no"),
        ("firm --objective fair", "/spoken_no"),
    ] {
        let told = json_of(&mut session, line);
        assert_eq!(told.pointer(at), Some(&json!(["FNV"])), "{line}: {told}");
    }
    let points = json_of(&mut session, "frontier");
    let refused: Vec<&Value> =
        points["points"].as_array().unwrap().iter().filter(|p| !p["spoken_no"].is_null()).collect();
    assert_eq!(refused.len(), 1);
    let reacted = json_of(&mut session, "react CNV P2 nee");
    assert_eq!(reacted["reacted"]["against_numbers"], json!(true));
    assert!((reacted["reacted"]["gain"].as_f64().unwrap() - 37.25).abs() < 0.1, "{reacted}");
}

/// What is said without a no is said as on a table on which nobody said anything: only a list of what was said tells it.
#[test]
fn a_yes_changes_no_answer_and_a_table_without_reactions_knows_no_such_words() {
    let lines = [
        "propose",
        "test naive",
        "score naive",
        "compare",
        "step naive",
        "improve naive",
        "solve",
        "zopa",
        "ratify naive",
    ];
    for name in [AGREEMENT, "friesland-acht"] {
        let (mut silent, mut friendly) = (session(name), session(name));
        let party = table(&silent).parties.iter().next().unwrap().id.clone();
        told(&mut friendly, &format!("react \"{party}\" naive ja"), Language::En);
        for line in lines {
            for language in [Language::En, Language::Nl] {
                assert_eq!(told(&mut silent, line, language), told(&mut friendly, line, language), "{name}: {line}");
            }
            let json = json_of(&mut silent, line).to_string();
            for key in ["said", "spoken_no", "clear_of", "kept\":["] {
                assert!(!json.contains(&format!("\"{key}")), "{name}: {line}: {key}");
            }
            // What was said may stand beside what is told, and nothing else is told otherwise.
            let with = json_of(&mut friendly, line);
            assert!(!with.to_string().contains("spoken_no"));
        }
    }
}

/// A random table with a few reactions to random packages.
fn reacted_table(seed: u64, amounts: Amounts) -> Table {
    let mut random = Random::new(seed + 77);
    let mut table = small_tables::entangled(seed, amounts);
    let choices = |random: &mut Random, table: &Table| Package {
        decisions: table.issues.iter().map(|issue| decision(random, issue)).collect(),
    };
    for at in 0..1 + random.below(3) {
        // Refusing what would be proposed is what matters most.
        let best = base_proposal(&table).and_then(|found| found.answers.first().map(|answer| answer.package.clone()));
        let package = best.filter(|_| !random.one_in(3)).unwrap_or_else(|| choices(&mut random, &table));
        let name = NamedPackage { id: format!("P{at}"), text: None, source: None, package: package.clone() };
        table.narrative.packages.push(name);
        let party = PartyId::from(random.below(table.parties.len()));
        let interest = (!random.one_in(3)).then(|| InterestId::from(random.below(table.interests.len())));
        let support = random.pick(&[Support::No, Support::NoUnless, Support::No, Support::Yes]);
        table.narrative.reactions.push(Reaction { party, package, support, interest, because: None });
    }
    table
}

fn decision(random: &mut Random, issue: &tafel::domain::Issue) -> tafel::domain::Decision {
    use tafel::domain::Decision;
    match &issue.kind {
        _ if issue.parked => issue.today.clone().unwrap(),
        IssueKind::Choice(options) => Decision::Option(random.below(options.len()) as u16),
        IssueKind::Quantity(quantity) => {
            let step = quantity.step.clone().unwrap_or_else(|| integer(1));
            let steps = ((&quantity.to - &quantity.from) / &step).floor().to_integer();
            let most: i64 = steps.to_string().parse().unwrap();
            Decision::Amount(&quantity.from + step * integer(random.between(0, most)))
        }
        IssueKind::Division(_) => unreachable!("not generated"),
    }
}

fn base_proposal(table: &Table) -> Option<Proposal> {
    let circumstances = Circumstances::new(table.ready().ok()?, WorldId::BASE);
    propose(&circumstances, &Question::new(Objective::Fair), &never()).ok()
}

/// What packages do for one interest as a party reads it: its score on a table where it weighs nothing else.
fn alone(table: &Table, party: PartyId, interest: InterestId) -> Table {
    let mut alone = table.clone();
    alone.scale = Scale::Points;
    alone.parties[party].weights = Weights::Numbers(BTreeMap::from([(interest, integer(1))]));
    // A score is told where packages of the reference set differ, so all of them are in it.
    for issue in &mut alone.issues {
        match &mut issue.kind {
            IssueKind::Choice(options) => options.iter_mut().for_each(|option| option.in_reference = true),
            IssueKind::Quantity(quantity) => quantity.reference = Reference::Whole,
            IssueKind::Division(_) => unreachable!("not generated"),
        }
    }
    alone
}

/// Whether an offer keeps clear of a no; `None` where the oracle can't tell.
fn keeps_clear(table: &Table, no: &Reaction, offer: &Package) -> Option<bool> {
    let is_of_choices = table.issues.iter().all(|issue| matches!(issue.kind, IssueKind::Choice(_)));
    if offer == &no.package {
        return Some(false);
    }
    let measured = match no.interest {
        Some(interest) => alone(table, no.party, interest),
        None if is_of_choices => return Some(true),
        None => table.clone(),
    };
    let oracle = Oracle::new(&measured, WorldId::BASE);
    Some(oracle.score(no.party, &no.package)? < oracle.score(no.party, offer)?)
}

fn refusals(table: &Table) -> Vec<Reaction> {
    let last = table.narrative.last_words().into_iter();
    last.filter(|said| said.support.is_no()).cloned().collect()
}

/// Nothing that was refused is proposed again, and whatever is proposed gives strictly more of what the no was said for.
/// On tables of choices alone every package is looked at: there is a proposal exactly if some acceptable package keeps clear.
#[test]
fn offers_keep_clear_of_every_no() {
    let (mut offered, mut none, mut fully) = (0, 0, 0);
    for seed in 0..cases(400, 4) {
        let table = reacted_table(seed, Amounts::Stepped);
        let Some(proposal) = base_proposal(&table) else { continue };
        let refusals = refusals(&table);
        let mut packages: Vec<&Package> = proposal.answers.iter().map(|answer| &answer.package).collect();
        packages.extend(proposal.worlds.iter().filter_map(|worlds| worlds.best.as_ref()).map(|(package, _)| package));
        for offer in packages {
            for no in &refusals {
                assert_ne!(keeps_clear(&table, no, offer), Some(false), "seed {seed}: {offer:?} against {no:?}");
            }
            offered += usize::from(!refusals.is_empty());
        }
        let is_of_choices = table.issues.iter().all(|issue| matches!(issue.kind, IssueKind::Choice(_)));
        if !is_of_choices || refusals.is_empty() {
            continue;
        }
        let oracle = Oracle::new(&table, WorldId::BASE);
        let reasons = oracle.reasons(&Question::new(Objective::Fair));
        let all: Vec<Option<bool>> = oracle
            .allowed(&reasons)
            .map(|package| refusals.iter().try_fold(true, |so, no| Some(so && keeps_clear(&table, no, package)?)))
            .collect();
        if all.contains(&None) {
            continue;
        }
        fully += 1;
        none += usize::from(!all.contains(&Some(true)));
        assert_eq!(!proposal.answers.is_empty(), all.contains(&Some(true)), "seed {seed}");
        assert_eq!(proposal.conflict.is_some(), !all.contains(&Some(true)), "seed {seed}");
    }
    assert!(100 < offered && 5 < none && 60 < fully, "{offered} offers, {none} of {fully} tables without any");
}

/// Where amounts are endless nothing is listed, and offers keep clear all the same.
#[test]
fn offers_with_continuous_amounts_keep_clear_too() {
    let mut offered = 0;
    for seed in 0..cases(60, 5) {
        let table = reacted_table(seed, Amounts::Continuous);
        let Some(proposal) = base_proposal(&table) else { continue };
        let circumstances = base(&table);
        for answer in &proposal.answers {
            for no in refusals(&table) {
                assert_ne!(answer.package, no.package, "seed {seed}");
                let Some(interest) = no.interest else { continue };
                let measured = alone(&table, no.party, interest);
                let measured = base(&measured);
                let more = [&no.package, &answer.package].map(|package| measured.score(no.party, package));
                assert!(more[0] < more[1] || more[0].is_none(), "seed {seed}: {more:?}");
                offered += 1;
            }
        }
        assert_eq!(proposal.clear.len(), refusals(&table).len());
        drop(circumstances);
    }
    assert!(20 < offered, "{offered}");
}

#[test]
fn a_proposal_says_what_it_keeps_for_the_others() {
    let mut session = with_a_no();
    let proposal = json_of(&mut session, "propose");
    assert_eq!(proposal["clear_of"][0]["package"], json!("P2"));
    let table = table(&session);
    let circumstances = base(table);
    let refused = support::bundled::named(table, "P2");
    for package in proposal["packages"].as_array().unwrap() {
        assert!(package.get("spoken_no").is_none());
        let kept = &package["kept"][0];
        assert_eq!((&kept["party"], &kept["because"]), (&json!("FNV"), &json!("RU")));
        let [was, is] = [0, 1].map(|at| kept["on_interest"][at].as_f64().unwrap());
        assert!(was < is, "{kept}");
        let others = kept["others"].as_object().unwrap();
        assert_eq!(others.len(), 5, "everybody but FNV");
        let gains = assess(&circumstances, &refused);
        for (party, gains_told) in others {
            let id = table.party_named(party).unwrap();
            let gain = tafel::domain::nearest_f64(&gains.parties[id].gain().unwrap());
            assert_eq!(gains_told[0].as_f64().unwrap(), gain);
            assert_eq!(gains_told[1], package["parties"][party]["gain"]);
        }
    }
    // When it is taken back, everything is as it was.
    let mut session = with_a_no();
    told(&mut session, "react FNV P2 ja", Language::En);
    let mut silent = self::session(AGREEMENT);
    assert_eq!(told(&mut session, "propose", Language::En), told(&mut silent, "propose", Language::En));
}

#[test]
fn where_nothing_keeps_clear_it_is_said_whose_no_stands_in_the_way() {
    let mut session = with_a_no();
    // Nothing at the table gives more rest than a veto.
    told(&mut session, "package Q fair rooster=veto", Language::En);
    told(&mut session, "react CNV Q nee --because RU", Language::En);
    let text = said(&mut session, "propose");
    assert!(text.contains("No acceptable package keeps clear of every no that was said."), "{text}");
    assert!(text.contains("CNV says no to Q and asks for more on rest and a predictable roster"), "{text}");
    let proposal = json_of(&mut session, "propose");
    let reasons = proposal["conflict"].as_array().unwrap();
    assert!(
        reasons.contains(&json!({"kind": "spoken_no", "party": "CNV", "package": "Q", "because": "RU"})),
        "{proposal}"
    );
}

/// On random tables: the pair that the mirror shows is one that was said against the scores, and it is there if any is.
#[test]
fn the_mirror_shows_what_was_said_against_the_weights() {
    let (mut shown, mut silent) = (0, 0);
    let step = |support: Support| match support {
        Support::No => 1,
        Support::NoUnless => 2,
        Support::Unknown | Support::YesWithQuestion => 3,
        Support::Yes => 4,
        Support::FullYes => 5,
    };
    for seed in 0..cases(200, 4) {
        let mut table = small_tables::table(seed, Amounts::Stepped);
        let mut random = Random::new(seed + 3);
        let party = PartyId::from(0);
        for at in 0..3 {
            let decisions = table.issues.iter().map(|issue| decision(&mut random, issue)).collect();
            let package = Package { decisions };
            let named = NamedPackage { id: format!("P{at}"), text: None, source: None, package: package.clone() };
            table.narrative.packages.push(named);
            let all = [Support::No, Support::NoUnless, Support::YesWithQuestion, Support::Yes, Support::FullYes];
            let support = random.pick(&all);
            table.narrative.reactions.push(Reaction { party, package, support, interest: None, because: None });
        }
        let Ok(ready) = table.ready() else { continue };
        let circumstances = Circumstances::new(ready, WorldId::BASE);
        let oracle = Oracle::new(&table, WorldId::BASE);
        let found = contradiction(&circumstances, party);
        let last = table.narrative.last_words();
        let against = |liked: &Reaction, other: &Reaction| {
            let (warm, cool) = (step(liked.support), step(other.support));
            let clear = warm - cool > 1 || warm > 2 && cool < 3;
            clear && oracle.score(party, &liked.package) < oracle.score(party, &other.package)
        };
        let any = last.iter().any(|liked| last.iter().any(|other| against(liked, other)));
        let Some(found) = found else {
            assert!(!any || table.parties[party].interests().is_empty(), "seed {seed}");
            silent += 1;
            continue;
        };
        assert!(against(&found.liked, &found.disliked), "seed {seed}");
        let apart = |interest: InterestId| -> Rational {
            let measured = alone(&table, party, interest);
            let oracle = Oracle::new(&measured, WorldId::BASE);
            let score = |package: &Package| oracle.score(party, package).unwrap_or_default();
            let difference = score(&found.liked.package) - score(&found.disliked.package);
            difference.clone().max(-difference)
        };
        let most = table.parties[party].interests().into_iter().map(apart).max().unwrap();
        assert!(apart(found.interest) == most, "seed {seed}");
        shown += 1;
    }
    assert!(20 < shown && 20 < silent, "{shown} shown, {silent} silent");
}

#[test]
fn the_mirror_is_asked_once_two_words_contradict_the_weights() {
    let mut session = with_a_no();
    let text = said(&mut session, "react FNV naive full yes");
    assert!(text.contains("FNV says “full yes” to naive and “no unless” to P2"), "{text}");
    assert!(text.contains("52.0 points for naive, 81.0 for P2"), "{text}");
    assert!(text.contains("Does that weigh less than FNV said? weights FNV --swing"), "{text}");
    // The other way round the weights agree.
    assert!(!said(&mut session, "react FNV naive nee").contains("The mirror"));
    let json = json_of(&mut session, "react FNV naive 5");
    assert_eq!(
        (&json["reacted"]["mirror"]["liked"], &json["reacted"]["mirror"]["interest"]),
        (&json!("naive"), &json!("IN"))
    );
}

#[test]
fn a_change_of_mind_puts_one_card_before_the_moderator() {
    let mut session = with_a_no();
    let changed = json_of(&mut session, "no-deal ActiZ 75");
    let card = &changed["card"];
    let table_now = table(&session);
    let circumstances = base(table_now);
    let before = scenario(AGREEMENT);
    let before = base(&before);
    let names: Vec<&str> =
        card["packages"].as_array().unwrap().iter().map(|live| live["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["naive", "historic", "P2"]);
    for (live, name) in card["packages"].as_array().unwrap().iter().zip(&names) {
        let package = support::bundled::named(table_now, name);
        let both = [assess(&before, &package), assess(&circumstances, &package)];
        assert_eq!(live["acceptable"], json!(both.each_ref().map(|one| one.is_acceptable())));
        let id = table_now.party_named("ActiZ").unwrap();
        let gains = both.each_ref().map(|one| tafel::domain::nearest_f64(&one.parties[id].gain().unwrap()));
        let crosses = (gains[0] < 0.0) != (gains[1] < 0.0);
        let crossed = live["crossed"].as_object().unwrap();
        assert_eq!(crossed.keys().collect::<Vec<_>>(), if crosses { vec!["ActiZ"] } else { vec![] });
        let told = crossed.values().flat_map(|both| both.as_array().unwrap()).map(|gain| gain.as_f64().unwrap());
        assert!(told.zip(gains).all(|(told, gain)| (told - gain).abs() < 1e-9), "{live}");
    }
    assert_eq!(card["advises_another"], json!(true));
    assert_eq!(card["ask_no_deal"], json!([]), "it was asked just now");
    assert_eq!(card["packages"][2]["spoken_no"], json!(["FNV"]));
    let text = said(&mut session, "no-deal ActiZ 46");
    assert!(text.contains("naive: ActiZ is no longer below its no-deal"), "{text}");
    assert!(!text.contains("+31.0, acceptable") && text.contains("+31.0, but FNV says no"), "{text}");
}

#[test]
fn taking_back_and_making_again_put_the_card_before_the_moderator_too() {
    let mut session = with_a_no();
    let changed = json_of(&mut session, "no-deal ActiZ 75");
    let forth =
        |card: &Value| card["packages"].as_array().unwrap().iter().map(|live| live["crossed"].clone()).collect();
    let forth: Vec<Value> = forth(&changed["card"]);
    let back = json_of(&mut session, "undo");
    for (live, crossed) in back["card"]["packages"].as_array().unwrap().iter().zip(&forth) {
        for (party, gains) in live["crossed"].as_object().unwrap() {
            let other = crossed[party].as_array().unwrap();
            assert_eq!(gains.as_array().unwrap().iter().rev().collect::<Vec<_>>(), other.iter().collect::<Vec<_>>());
        }
    }
    let again = json_of(&mut session, "redo");
    assert_eq!(again["card"]["packages"], changed["card"]["packages"]);
    assert!(said(&mut session, "undo").contains("ActiZ is no longer below its no-deal"));
    // What is worth nothing to anybody tells nothing.
    told(&mut session, "title Anders", Language::En);
    assert!(json_of(&mut session, "undo").get("card").is_none());
}

#[test]
fn a_package_with_several_names_is_told_by_all_of_them() {
    let mut session = with_a_no();
    told(&mut session, "package voorstel P2", Language::En);
    let text = said(&mut session, "score voorstel");
    assert!(text.contains("P2") && text.contains("also called voorstel"), "{text}");
}

#[test]
fn a_card_asks_again_what_hangs_on_what_changed() {
    let mut session = with_a_no();
    let card = |session: &mut Session, line: &str| json_of(session, line)["card"].clone();
    assert_eq!(card(&mut session, "effect loon=4% BE -10")["ask_no_deal"], json!(["ActiZ", "BTN"]));
    let weighed = card(&mut session, "weights FNV KO 30, WA 15, RU 35, IN 10, DU 10");
    assert_eq!(weighed["ask_no_deal"], json!(["FNV"]));
    assert_eq!(weighed["packages"][2]["said_before"][0]["party"], json!("FNV"));
    assert_eq!(card(&mut session, "reading CNV loon=4% KO+2")["ask_no_deal"], json!(["CNV"]));
    let swung = ["weights NU91 --swing", "WA > KO = RU > IN > PR"];
    swung.iter().for_each(|line| drop(told(&mut session, line, Language::En)));
    assert_eq!(card(&mut session, "80 60 20")["ask_no_deal"], json!(["NU91"]));
    told(&mut session, "ja", Language::En);
    // Nothing to tell: nothing is told.
    for line in
        ["mandate FNV loon \"at least 3\"", "position FNV 5%", "ambition rest", "package Q naive", "react CNV naive ja"]
    {
        assert_eq!(card(&mut session, line), Value::Null, "{line}");
    }
    // A table without named packages has no card.
    let mut bare = self::session("tests/tables/ties.ron");
    let party = table(&bare).parties.iter().next().unwrap().id.clone();
    assert_eq!(card(&mut bare, &format!("no-deal \"{party}\" 1")), Value::Null);
}

/// What is shown of a package to everybody heeds a spoken no as well, and the card says what no longer holds of it.
#[test]
fn what_was_shown_heeds_a_spoken_no() {
    let mut session = session(AGREEMENT);
    told(&mut session, "package P2 fair", Language::En);
    told(&mut session, "release P2", Language::En);
    let card = json_of(&mut session, "react FNV P2 nee")["card"].clone();
    assert_eq!(card["stale"], json!([0]));
    let text = said(&mut session, "react FNV P2 nee, tenzij");
    assert!(!text.contains("no longer holds"), "it is told once");
    let shown = |session: &Session| {
        let last = table(session).narrative.disclosed.last().unwrap().content.clone();
        let tafel::domain::Content::Package(shown) = last else { panic!("{last:?}") };
        shown.verdict
    };
    assert_eq!(shown(&session), Some(true));
    told(&mut session, "release P2", Language::En);
    assert_eq!(shown(&session), Some(false));
    let text = said(&mut session, "react FNV P2 ja");
    assert!(text.contains("P2 was shown to everybody as not yet for everyone, and now it could be"), "{text}");
}

#[test]
fn what_was_said_follows_names_and_outlives_them() {
    let mut session = with_a_no();
    for line in ["rename FNV Bond", "rename interest RU rust", "rename package P2 eerste"] {
        told(&mut session, line, Language::En);
    }
    let said = json_of(&mut session, "react");
    let [one] = said["reactions"].as_array().unwrap().as_slice() else { panic!("{said}") };
    assert_eq!((&one["party"], &one["because"], &one["package"]), (&json!("Bond"), &json!("rust"), &json!("eerste")));
    // Without its name the package is still refused: its choices were.
    told(&mut session, "remove package eerste --yes", Language::En);
    let proposal = json_of(&mut session, "propose");
    assert_eq!(proposal["clear_of"][0]["package"], Value::Null);
    assert_eq!(proposal["packages"][0]["choices"]["rooster"], json!("veto"));
    // Without the interest the no stays, without what it was said for.
    told(&mut session, "remove interest rust --yes", Language::En);
    let said = json_of(&mut session, "react");
    assert_eq!((&said["reactions"][0]["step"], &said["reactions"][0]["because"]), (&json!("no_unless"), &Value::Null));
    told(&mut session, "remove Bond --yes", Language::En);
    assert_eq!(json_of(&mut session, "react")["reactions"], json!([]));
}
