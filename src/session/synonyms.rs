//! The Dutch word of every command: hidden names of the same commands, read wherever commands are read.
//!
//! Each stands here once. What a command is called in answers, help and scripts stays its own name.

/// Each command and its Dutch word, by command.
const DUTCH: [(&str, &str); 74] = [
    ("ambition", "ambitie"),
    ("attribute", "kenmerk"),
    ("bill", "rekening"),
    ("blank", "zwart"),
    ("check", "controleer"),
    ("compare", "vergelijk"),
    ("complete", "vul-aan"),
    ("criterion", "maatstaf"),
    ("disclosed", "getoond"),
    ("effect", "gevolg"),
    ("explain", "leg-uit"),
    ("fact", "feit"),
    ("facts", "feiten"),
    ("firm", "stevig"),
    ("freeze", "zet-vast"),
    ("frontier", "grens"),
    ("help", "hulp"),
    ("import", "importeer"),
    ("improve", "verbeter"),
    ("interest", "belang"),
    ("interview", "vraaggesprek"),
    ("issue", "onderwerp"),
    ("keep", "behoud"),
    ("load", "laad"),
    ("log", "logboek"),
    ("mandate", "mandaat"),
    ("matrix", "belangenmatrix"),
    ("meso", "gelijkwaardig"),
    ("new", "nieuw"),
    ("no-deal", "zonder-akkoord"),
    ("open", "heropen"),
    ("openness", "openheid"),
    ("option", "optie"),
    ("package", "pakket"),
    ("park", "parkeer"),
    ("party", "partij"),
    ("position", "standpunt"),
    ("probability", "kans"),
    ("propose", "voorstel"),
    ("questions", "vragen"),
    ("quit", "sluit-af"),
    ("ratification", "bekrachtiging"),
    ("ratify", "bekrachtig"),
    ("react", "reageer"),
    ("reading", "oordeel"),
    ("redo", "opnieuw"),
    ("release", "toon-allen"),
    ("remove", "verwijder"),
    ("rename", "hernoem"),
    ("resume", "hervat"),
    ("rule", "regel"),
    ("run", "voer-uit"),
    ("save", "bewaar"),
    ("scenarios", "voorbeelden"),
    ("score", "waarde"),
    ("set", "stel-in"),
    ("sheet", "werkblad"),
    ("show", "toon"),
    ("solve", "los-op"),
    ("step", "stap"),
    ("stress", "stresstest"),
    ("test", "toets"),
    ("title", "titel"),
    ("tour", "rondleiding"),
    ("trades", "ruil"),
    ("undo", "terug"),
    ("view", "kijk-als"),
    ("weights", "gewichten"),
    ("what-matters", "wat-telt"),
    ("whatif", "stel-dat"),
    ("why", "waarom"),
    ("whynot", "waarom-niet"),
    ("world", "wereld"),
    ("zopa", "ruimte"),
];

/// The Dutch word of a command; nothing for what isn't one.
#[must_use]
pub fn dutch_word(command: &str) -> Option<&'static str> {
    DUTCH.iter().find(|(name, _)| *name == command).map(|(_, dutch)| *dutch)
}

/// What is typed in place of an answer, in lower case, with the Dutch words for leaving and taking back as commands.
pub(super) fn in_place_of_answer(line: &str) -> String {
    let word = line.trim().to_lowercase();
    let own = ["quit", "undo"].into_iter().find(|name| dutch_word(name) == Some(word.as_str()));
    own.map_or(word, str::to_owned)
}

/// Every command with its Dutch word as a hidden name.
#[must_use]
pub fn with_dutch_words(root: clap::Command) -> clap::Command {
    let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    names.into_iter().fold(root, |root, name| match dutch_word(&name) {
        Some(dutch) => root.mut_subcommand(name, |command| command.alias(dutch)),
        None => root,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::session::Grammar;

    #[test]
    fn every_command_has_a_dutch_word_of_its_own() {
        let grammar = Grammar::default();
        let commands: BTreeSet<&str> = grammar.commands().map(clap::Command::get_name).collect();
        let without: Vec<&&str> = commands.iter().filter(|name| dutch_word(name).is_none()).collect();
        assert!(without.is_empty(), "{without:?} have no Dutch word");
        let outside = ["import", "run"];
        let unheard: Vec<&str> = DUTCH.iter().map(|(name, _)| *name).collect();
        let unheard: Vec<&str> =
            unheard.into_iter().filter(|name| !commands.contains(name) && !outside.contains(name)).collect();
        assert!(unheard.is_empty(), "{unheard:?} are no commands");
    }

    #[test]
    fn no_dutch_word_is_another_name() {
        let grammar = Grammar::default();
        let own = grammar.commands().flat_map(|command| {
            let dutch = dutch_word(command.get_name());
            let aliases = command.get_all_aliases().filter(move |alias| Some(*alias) != dutch);
            [command.get_name()].into_iter().chain(aliases)
        });
        let mut names: Vec<&str> = own.chain(DUTCH.iter().map(|(_, dutch)| *dutch)).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "two commands share a name");
    }

    #[test]
    fn a_dutch_word_is_its_command_and_the_start_of_one_will_do() {
        let grammar = Grammar::default();
        for (name, dutch) in DUTCH.iter().filter(|(name, _)| !["import", "run"].contains(name)) {
            assert_eq!(grammar.command_named(dutch).as_deref(), Ok(*name));
            assert_eq!(grammar.command_named(&dutch.to_uppercase()).as_deref(), Ok(*name));
        }
        for (start, name) in [("voors", "propose"), ("waarom-", "whynot"), ("hern", "rename"), ("Ruim", "zopa")] {
            assert_eq!(grammar.command_named(start).as_deref(), Ok(name), "{start}");
        }
    }

    /// A Dutch word never stands in the way of an English start.
    #[test]
    fn what_starts_an_english_name_means_it() {
        let grammar = Grammar::default();
        for (start, name) in [("w", None), ("ti", Some("title")), ("par", None), ("sho", Some("show"))] {
            assert_eq!(grammar.command_named(start).ok().as_deref(), name, "{start}");
        }
        for command in grammar.commands().filter(|command| !command.is_hide_set()) {
            let name = command.get_name();
            let starting = |start: &str| {
                grammar.commands().filter(|other| !other.is_hide_set() && other.get_name().starts_with(start)).count()
            };
            let aliases: Vec<&str> = grammar.commands().flat_map(clap::Command::get_all_aliases).collect();
            for end in (1..name.len()).filter(|end| starting(&name[..*end]) == 1) {
                let start = &name[..end];
                if !aliases.contains(&start) {
                    assert_eq!(grammar.command_named(start).as_deref(), Ok(name), "{start}");
                }
            }
        }
    }
}
