//! Somebody at the keyboard: lines that make sense for the table in hand, and lines that don't.

use std::sync::atomic::AtomicBool;

use tafel::domain::Table;
use tafel::session::{Command, Everywhere, Request, Response, Session, quote};

use crate::support::random::Random;

/// All that can be seen of a session from outside.
#[derive(Debug, PartialEq)]
pub struct Seen {
    pub text: Option<String>,
    pub name: Option<String>,
    pub is_unsaved: bool,
    pub is_asking: bool,
    pub changes: Vec<String>,
    pub redoable: usize,
    pub settings: tafel::session::Settings,
}

/// Looks at a session without typing anything.
pub fn seen(session: &mut Session) -> Seen {
    let Ok(Response::Logged(changes, redoable)) = command(session, Command::Log) else { panic!("no log") };
    Seen {
        text: session.document().map(|document| document.source().to_owned()),
        name: session.table_name().map(str::to_owned),
        is_unsaved: session.is_unsaved(),
        is_asking: session.is_asking(),
        changes: changes.into_iter().map(|said| said.line).collect(),
        redoable,
        settings: session.settings(),
    }
}

/// Carries out a command, whatever is being asked.
pub fn command(session: &mut Session, command: Command) -> tafel::session::Outcome {
    let request = Request { command, everywhere: Everywhere::default() };
    session.execute(&request, "", &AtomicBool::new(false))
}

/// Names that are hard on a program.
const ODD: [&str; 14] = [
    "'s-Gravenhage",
    "de \"vrije\" bond",
    "👩‍⚕️",
    "C:\\temp",
    "a b",
    "#1",
    "_",
    "--yes",
    "é",
    "KO",
    "fair",
    "None",
    "// x",
    "today",
];

/// A name of these, or one that doesn't exist.
fn name(dice: &mut Random, known: Vec<&str>) -> String {
    if known.is_empty() || dice.one_in(6) { dice.pick(&ODD).to_owned() } else { dice.pick(&known).to_owned() }
}

/// A number as people type them, now and then none.
pub fn number(dice: &mut Random) -> String {
    let plain = dice.between(-12, 60);
    match dice.below(8) {
        0 => format!("{plain},5"),
        1 => format!("{plain}.25"),
        2 => dice.pick(&["1.234", "1e9", "", "NaN", "½", "−3", "1/3", "99999999999999999999", "veel"]).to_owned(),
        _ => plain.to_string(),
    }
}

/// Somebody at the keyboard, with a table before them.
pub struct Typist<'a> {
    pub dice: &'a mut Random,
    pub table: &'a Table,
}

impl Typist<'_> {
    fn party(&mut self) -> String {
        quote(&name(self.dice, self.table.parties.iter().map(|party| &*party.id).collect()))
    }

    fn interest(&mut self) -> String {
        quote(&name(self.dice, self.table.interests.iter().map(|interest| &*interest.id).collect()))
    }

    fn issue(&mut self) -> String {
        quote(&name(self.dice, self.table.issues.iter().map(|issue| &*issue.id).collect()))
    }

    fn choice(&mut self) -> String {
        let known: Vec<String> = self
            .table
            .options()
            .map(|(id, option)| format!("{}={}", self.table.issues[id.issue].id, option.id))
            .collect();
        quote(&name(self.dice, known.iter().map(String::as_str).collect()))
    }

    fn effects(&mut self) -> String {
        let one = |typist: &mut Self| {
            let interest = typist.interest();
            let sign = typist.dice.pick(&["+3", "-2", " ++", " --", "+0,5", " 0", "+11", " beter", ""]);
            format!("{interest}{sign}")
        };
        (0..=self.dice.below(3)).map(|_| one(self)).collect::<Vec<_>>().join(" ")
    }

    fn thing(&mut self) -> String {
        match self.dice.below(8) {
            0 => format!("party {}", self.party()),
            1 => format!("interest {}", self.interest()),
            2 => format!("issue {}", self.issue()),
            3 => self.choice(),
            4 => format!("rule {}", name(self.dice, self.table.rules.iter().map(|rule| &*rule.id).collect())),
            5 => format!("world {}", name(self.dice, self.table.worlds.iter().map(|world| &*world.id).collect())),
            6 => self.party(),
            _ => {
                let packages = self.table.narrative.packages.iter().map(|package| &*package.id).collect();
                format!("package {}", quote(&name(self.dice, packages)))
            }
        }
    }

    fn weights(&mut self) -> String {
        let is_ranking = self.dice.one_in(3);
        let mut text = self.interest();
        for _ in 0..self.dice.below(3) {
            let more = self.interest();
            text = match is_ranking {
                true => format!("{text} > {more}"),
                false => format!("{text} {}, {more}", number(self.dice)),
            };
        }
        if is_ranking { text } else { format!("{text} {}", number(self.dice)) }
    }

    fn demand(&mut self) -> String {
        let attribute = name(self.dice, self.table.attributes.iter().map(|attribute| &*attribute.id).collect());
        match self.dice.below(6) {
            0 => format!("{attribute} <= {}", number(self.dice)),
            1 => format!("forbid {}", self.choice()),
            2 => format!("{} requires {}", self.choice(), self.choice()),
            3 => format!("at most 1 of {} {}", self.choice(), self.choice()),
            4 => format!("{} {} >= {}", self.party(), self.interest(), number(self.dice)),
            _ => "altijd".to_owned(),
        }
    }

    /// A line that asks to change the table, or looks as if.
    pub fn change(&mut self) -> String {
        let new = quote(self.dice.pick(&["nieuw", "x y", "'s", "🙂", "nog een"]));
        match self.dice.below(26) {
            0 => format!("party {new} a new one --group {new}"),
            1 => format!("party {} --may-stay-out", self.party()),
            2 => format!("interest {} {new} {}", self.party(), self.dice.pick(&["", "--weight 5", "eis van 5%"])),
            3 => format!("interest {} {}", self.party(), self.interest()),
            4 | 5 => format!("weights {} {}", self.party(), self.weights()),
            6 => format!("position {} nooit minder dan {}", self.party(), number(self.dice)),
            7 => format!("no-deal {} {}", self.party(), self.dice.pick(&["today", "unknown", "12", "0,5"])),
            8 => format!("no-deal {} {} --because \"it runs on\"", self.party(), self.effects()),
            9 => format!("issue {new}: nu, meer, \"nog meer\""),
            10 => format!("issue {new} --from 0 --to {} --today 0", number(self.dice)),
            11 => format!("issue {}: {new}", self.issue()),
            12 => format!("option {}x {}", self.choice(), self.effects()),
            13 | 14 => format!("effect {} {}", self.choice(), self.effects()),
            15 => format!("reading {} {} {}", self.party(), self.choice(), self.effects()),
            16 => format!("attribute {} a fact --unit fte", self.dice.pick(&["kosten", "fte", "a b"])),
            17 => format!("rule {new} {} --owner somebody", self.demand()),
            18 => format!("world {new} \"other times\" --change \"{}: \"", self.choice().replace('"', "")),
            19 => format!("fact {new} sick leave --status contested"),
            20 => format!("rename {} {new}", self.thing()),
            21 => format!("remove {} --yes", self.thing()),
            22 => format!("remove {}", self.thing()),
            23 => format!("park {}", self.issue()),
            24 => format!("open {}", self.issue()),
            _ => self
                .dice
                .pick(&[
                    "freeze",
                    "title Something else",
                    "ambition all better off",
                    "package eerst today",
                    "react FNV eerst nee te weinig",
                    "react FNV naive \"nee tenzij\" --because RU",
                    "react CNV naive 4",
                ])
                .into(),
        }
    }

    /// Any line: most ask to change the table.
    pub fn line(&mut self) -> String {
        match self.dice.below(20) {
            0 => format!("whatif {}", self.change()),
            1 => "keep".to_owned(),
            2 => "undo".to_owned(),
            3 => format!("redo {}", self.dice.below(3)),
            4 => format!("show {}", self.thing()),
            5 => self.dice.pick(&["zopa", "solve", "step today", "trades", "check", "matrix", "why _", "slove"]).into(),
            6 => self
                .dice
                .pick(&["new", "new Another table", "yes", "", "stop", "load sinaasappel", "load nowhere"])
                .into(),
            7 => self.answer(),
            _ => self.change(),
        }
    }

    /// An answer to a question of the quick start, perhaps not to the one that is asked.
    pub fn answer(&mut self) -> String {
        let fixed = [
            "",
            "",
            "Ann, Ben (neighbours), Cas",
            "light > quiet",
            "light = quiet, 3 metres",
            "at least 5%",
            "fence: none, low, high",
            "light ++, quiet -",
            "light --",
            "Ann: quiet -, because the noise stays",
            "Zed: x",
            "a > b > c > d",
            "undo",
            "stop",
            "yes",
            "no",
        ];
        match self.dice.below(4) {
            0 => self.effects(),
            _ => self.dice.pick(&fixed).to_owned(),
        }
    }
}
