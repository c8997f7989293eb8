//! What a sentence promises: what, how much, when, who, and whom to call about it.
//!
//! A rule of words and slots. It says what it could not find, and never what the sentence is worth.

use super::words::{is_listed, phrases, starts, words};

/// A part of a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// What is done or there.
    What,
    /// How much: a number, none, or a state that can be looked up.
    HowMuch,
    /// A date or a term.
    When,
    /// For which group.
    Who,
    /// Whom to call about it.
    Owner,
}

impl Slot {
    /// Every part, in the order of asking.
    pub const ALL: [Self; 5] = [Self::What, Self::HowMuch, Self::When, Self::Who, Self::Owner];

    /// As the wordbook and JSON call it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::HowMuch => "how-much",
            Self::When => "when",
            Self::Who => "who",
            Self::Owner => "owner",
        }
    }
}

/// How much of a promise there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Two parts at most.
    Wide,
    /// Three parts.
    Almost,
    /// Four parts or all five.
    Whole,
}

/// What was found in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slots {
    /// The parts that were found, in the order of asking.
    pub found: Vec<Slot>,
    /// Words of comfort: with no number beside them they hold nobody to anything.
    pub comfort: Vec<String>,
}

/// With words of comfort and no number no more than this counts.
const MOST_WITH_COMFORT: usize = 2;

impl Slots {
    /// The parts that could not be found, in the order of asking.
    #[must_use]
    pub fn missing(&self) -> Vec<Slot> {
        Slot::ALL.into_iter().filter(|slot| !self.found.contains(slot)).collect()
    }

    /// How many parts count.
    #[must_use]
    pub fn count(&self) -> usize {
        let is_soft = !self.comfort.is_empty() && !self.found.contains(&Slot::HowMuch);
        if is_soft { self.found.len().min(MOST_WITH_COMFORT) } else { self.found.len() }
    }

    /// How much of a promise it is.
    #[must_use]
    pub fn grade(&self) -> Grade {
        match self.count() {
            0..=2 => Grade::Wide,
            3 => Grade::Almost,
            _ => Grade::Whole,
        }
    }
}

/// Starts of words that sound well and say little, in the languages of the tables.
const COMFORT: &str = "\
    beter versterk inzet streven streeft optimal passend integraal integral duurza toekomstbestendig gezond \
    gelukkig better strengthen commit strive optimis optimiz appropriate integrated sustainab future-proof healthy \
    healthily happily";
/// The same, of which nothing follows.
const COMFORT_WORDS: &str = "meer samen more together";
/// The same, of more words.
const COMFORT_PHRASES: &str = "zetten in op | zet in op | zoveel mogelijk | as much as possible";
/// Numbers in words, and none at all.
const NUMBERS: &str = "\
    geen nul één eén twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend helft no \
    none zero one two three four five six seven eight nine ten eleven twelve twenty hundred thousand half nobody";
/// States that can be looked up.
const STATES: &str = "\
    getekend | ondertekend | op papier | in werking | gepubliceerd | signed | written down | on paper | in force \
    | published";
/// Starts of words for time.
const UNITS: &str = "\
    dag week weken maand kwartaal jaar jaren uur uren dienst day month quarter year hour shift winter zomer \
    summer spring";
/// Starts of words that name a day.
const DATES: &str = "\
    januari februari maart april juni juli august september oktober november december january february june july \
    october jaarlijks maandelijks wekelijks dagelijks yearly monthly weekly daily directly meteen immediately";
/// Starts of words for groups of people.
const GROUPS: &str = "\
    inwoner bewoner burger patiënt cliënt ouder jonger kind leerling student medewerker collega werknemer \
    huisarts arts verpleeg zorgverlener mantelzorg gezin leden partijen stagiair vrijwillig inhabitant resident \
    citizen patient client elder older child pupil young staff employee colleague worker nurse doctor carer \
    famil member parties trainee volunteer";
/// Behind `for`, these name no group.
const NO_GROUP: &str = "iedereen allen alle alles altijd everyone everybody all anyone ever good now";
/// Starts of words that say whom to call.
const OWNERS: &str =
    "eigenaar trekker verantwoordelijk aanspreekpunt bellen owner responsible accountable answers leads chair";
/// Words that name nothing that is done or there.
const EMPTY: &str = "\
    alle allemaal iedereen heel hele deze onze zijn wordt worden voor door naar over binnen zetten with within \
    from that this their everyone everybody been will have than into whole";

/// Finds the parts of a promise in `text`. A mention of one of `names`, such as those of parties, says whom to call.
#[must_use]
pub fn slots(text: &str, names: &[&str]) -> Slots {
    let lowered = text.to_lowercase();
    let words = words(&lowered);
    let timed: Vec<bool> = (0..words.len()).map(|at| is_time(&words, at)).collect();
    let found = |slot: &Slot| match slot {
        Slot::What => words.iter().zip(&timed).any(|(word, timed)| !timed && names_something(word)),
        Slot::HowMuch => {
            let counts = words.iter().zip(&timed).any(|(word, timed)| !timed && is_number(word));
            counts || phrases(STATES).any(|state| lowered.contains(state))
        }
        Slot::When => timed.contains(&true),
        Slot::Who => has_group(&words, &timed),
        Slot::Owner => words.iter().any(|word| starts(OWNERS, word)) || names.iter().any(|name| holds(&lowered, name)),
    };
    let phrases = phrases(COMFORT_PHRASES).filter(|phrase| lowered.contains(phrase)).map(str::to_owned);
    let comfort = words.iter().filter(|word| is_comfort(word)).map(|word| (*word).to_owned()).chain(phrases);
    Slots { found: Slot::ALL.into_iter().filter(|slot| found(slot)).collect(), comfort: comfort.collect() }
}

fn is_comfort(word: &str) -> bool {
    starts(COMFORT, word) || is_listed(COMFORT_WORDS, word)
}

fn is_number(word: &str) -> bool {
    is_listed(NUMBERS, word) || word.starts_with(|c: char| c.is_ascii_digit() || "€$".contains(c))
}

fn is_unit(word: &str) -> bool {
    starts(UNITS, word)
}

/// Whether the word at a position is part of a date or a term: a year, a month, or a number with a unit of time.
fn is_time(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u32>().is_ok();
    let counted = |number: Option<&&str>, unit: Option<&&str>| {
        number.is_some_and(|number| is_number(number)) && unit.is_some_and(|unit| is_unit(unit) || starts(DATES, unit))
    };
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let each = before.is_some_and(|before| ["per", "elk", "elke", "ieder", "iedere", "every", "each"].contains(before));
    let of_unit = is_unit(word) && (each || before.is_some_and(|before| is_number(before)));
    is_year || starts(DATES, word) || of_unit || counted(Some(&word), words.get(at + 1))
}

/// Whether a word says what is done or there.
fn names_something(word: &str) -> bool {
    let is_long = word.chars().count() > 3 && word.chars().all(|c| c.is_alphabetic() || c == '-');
    is_long && !is_listed(EMPTY, word) && !is_listed(NUMBERS, word) && !is_comfort(word)
}

/// Whether a group of people is named: by a word for one, or behind `for`.
fn has_group(words: &[&str], timed: &[bool]) -> bool {
    let behind_for = |at: usize| {
        let rest = words[at + 1..].iter().zip(&timed[at + 1..]);
        let mut rest =
            rest.skip_while(|(word, _)| ["de", "het", "een", "the", "a", "an", "our", "onze"].contains(*word));
        rest.next()
            .is_some_and(|(word, timed)| !timed && !is_listed(NO_GROUP, word) && !is_unit(word) && !is_number(word))
    };
    let is_for = |at: &usize| ["voor", "for"].contains(&words[*at]);
    words.iter().any(|word| starts(GROUPS, word)) || (0..words.len()).filter(is_for).any(behind_for)
}

/// Whether `name` stands in `text` between ends of words.
fn holds(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let around = |(at, found): (usize, &str)| {
        is_end(text[..at].chars().next_back()) && is_end(text[at + found.len()..].chars().next())
    };
    !name.is_empty() && text.match_indices(name.as_str()).any(around)
}
