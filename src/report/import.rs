//! What an imported table says of where it comes from, in both languages.

use super::voice::Voice;
use super::{Wordbook, clean};
use crate::domain::{Language, Table, Text, nearest_f64};
use crate::table_file::{GeniusOptions, GeniusReading, PartyOrigin};

/// Returns `table` with the sentences that an imported one has: its provenance, and why each no-deal is what it is.
///
/// `domain` is the name of the domain's file; `origins` go with the parties, in the order of the table.
#[must_use]
pub fn told_import(mut table: Table, domain: &str, origins: &[PartyOrigin], options: GeniusOptions) -> Table {
    let [en, nl] = [Language::En, Language::Nl].map(Wordbook::new);
    let both = |told: &dyn Fn(&Wordbook) -> String| Text::PerLanguage { en: told(&en), nl: told(&nl) };
    let provenance = both(&|words| provenance(Voice { words, table: &table }, domain, origins, options));
    table.narrative.provenance = Some(provenance);
    for (party, origin) in table.parties.iter_mut().zip(origins) {
        let key = if origin.has_reservation { "import-no-deal" } else { "import-no-deal-absent" };
        if let Some(no_deal) = &mut party.no_deal {
            no_deal.reason = Some(both(&|words| words.say(key, &[])));
        }
    }
    table
}

/// That a table was imported that no table file can hold.
#[must_use]
pub fn import_failed(words: &Wordbook) -> String {
    words.say("import-failed", &[])
}

fn provenance(voice: Voice<'_>, domain: &str, origins: &[PartyOrigin], options: GeniusOptions) -> String {
    let party = |origin: &PartyOrigin| {
        voice.say("import-party", &[("party", &clean(&origin.party)), ("file", &clean(&origin.file))])
    };
    let parties = voice.list(&origins.iter().map(party).collect::<Vec<_>>());
    let reading = match options.reading {
        GeniusReading::Genius => "import-reading-genius",
        GeniusReading::Raw => "import-reading-raw",
    };
    let mut sentences = vec![
        voice.say("import-provenance", &[("domain", &clean(domain)), ("parties", &parties)]),
        voice.say(reading, &[]),
    ];
    sentences.extend(options.steps.map(|steps| voice.say("import-steps", &[("steps", &steps.to_string())])));
    let discounts: Vec<String> = origins.iter().filter_map(|origin| discount(voice, origin)).collect();
    if !discounts.is_empty() {
        sentences.push(voice.say("import-discounts", &[("discounts", &voice.list(&discounts))]));
    }
    sentences.join(" ")
}

fn discount(voice: Voice<'_>, origin: &PartyOrigin) -> Option<String> {
    let discount = voice.words.decimal(&nearest_f64(origin.discount.as_ref()?).to_string());
    Some(voice.say("import-discount", &[("party", &clean(&origin.party)), ("discount", &discount)]))
}
