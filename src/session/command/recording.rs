//! Options of the commands that change the table.

use clap::{Args, ValueEnum};

/// Options of `party`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct PartyArguments {
    /// Its name.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Its name for people.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// The part it plays.
    #[arg(long, value_name = "TEXT")]
    pub role: Option<String>,
    /// With whom it speaks.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Whether there is an agreement without it.
    #[arg(long, conflicts_with = "needed")]
    pub may_stay_out: bool,
    /// Whether there is none without it.
    #[arg(long)]
    pub needed: bool,
}

/// Options of `interest`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct InterestArguments {
    /// Whose interest.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Its short name; one word, or more between quotes.
    #[arg(value_name = "INTEREST")]
    pub interest: String,
    /// The interest in the party's own words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// How much it weighs, where the party's weights are numbers.
    #[arg(long, value_name = "NUMBER")]
    pub weight: Option<String>,
}

/// Options of `weights`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WeightsArguments {
    /// Whose weights.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// Numbers (`KO 40, WA 20`) or a ranking (`KO > WA = RU`).
    #[arg(value_name = "WEIGHTS", required_unless_present = "swing")]
    pub weights: Vec<String>,
    /// Whether to ask for them by what each interest could gain.
    #[arg(long, conflicts_with = "weights")]
    pub swing: bool,
}

/// Options of `interview`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct InterviewArguments {
    /// Who is asked.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// One question of the bank, also one that was asked before; or `more`. Nothing: go on.
    #[arg(value_name = "QUESTION")]
    pub question: Option<String>,
    /// Who speaks for the party.
    #[arg(long, value_name = "TEXT")]
    pub speaker: Option<String>,
}

/// Options of `questions`.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct QuestionsArguments {
    /// Which question; nothing: all of them.
    #[arg(value_name = "QUESTION")]
    pub question: Option<String>,
}

/// Options of `sheet`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct SheetArguments {
    /// Whose sheet.
    #[arg(value_name = "PARTY")]
    pub party: String,
}

/// Options of `position`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct PositionArguments {
    /// Whose position.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// What it demands, word for word.
    #[arg(value_name = "TEXT", required_unless_present = "number")]
    pub text: Vec<String>,
    /// Which of its positions, from 1: the text takes its place, and without a text it goes.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<usize>,
}

/// Options of `no-deal`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct NoDealArguments {
    /// Who would have no deal.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// `today`, effects on interests, a package, a bare score, or `unknown`.
    #[arg(value_name = "WORTH", required = true)]
    pub worth: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// Options of `issue`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct IssueArguments {
    /// Its name; with a colon behind it, options follow: `loon: 2%, 3%, 4%`, today's first.
    #[arg(value_name = "ISSUE")]
    pub issue: String,
    /// Its options behind the colon, or else the issue in words.
    #[arg(value_name = "OPTIONS")]
    pub words: Vec<String>,
    /// What holds if nothing changes.
    #[arg(long, value_name = "OPTION")]
    pub today: Option<String>,
    /// The smallest amount, where an amount is decided.
    #[arg(long, value_name = "NUMBER", requires = "to")]
    pub from: Option<String>,
    /// The largest amount.
    #[arg(long, value_name = "NUMBER", requires = "from")]
    pub to: Option<String>,
    /// The distance between amounts.
    #[arg(long, value_name = "NUMBER", requires = "from")]
    pub step: Option<String>,
    /// What one of the amount is.
    #[arg(long, value_name = "TEXT", requires = "from")]
    pub unit: Option<String>,
    /// With which issues it is talked about.
    #[arg(long, value_name = "NAME")]
    pub bundle: Option<String>,
}

/// Options of `option`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct OptionArguments {
    /// The issue and the new option.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does: `KO+6, WA ++, cost=3`.
    #[arg(value_name = "EFFECTS")]
    pub effects: Vec<String>,
    /// The option that it is like: whatever is said of that one counts for it too.
    #[arg(long, value_name = "OPTION")]
    pub like: Option<String>,
    /// The option in words.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// It holds only if this world comes true.
    #[arg(long, value_name = "WORLD", requires = "otherwise")]
    pub only_if: Vec<String>,
    /// What counts otherwise.
    #[arg(long, value_name = "OPTION", requires = "only_if")]
    pub otherwise: Option<String>,
    /// What everybody can observe that shows which of the two counts.
    #[arg(long, value_name = "TEXT")]
    pub event: Option<String>,
    /// By when that is known.
    #[arg(long, value_name = "DATE")]
    pub by: Option<String>,
    /// The idea that it was, from 1: its words become those of the option.
    #[arg(long, value_name = "NUMBER")]
    pub idea: Option<usize>,
}

/// Options of `effect`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct EffectArguments {
    /// The option, or an issue that is an amount.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does: `KO+6, WA ++, cost=3`; of an amount `KO 0:0 10:5`.
    #[arg(value_name = "EFFECTS", required = true)]
    pub effects: Vec<String>,
}

/// Options of `reading`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ReadingArguments {
    /// Who judges.
    #[arg(value_name = "PARTY")]
    pub party: String,
    /// The option.
    #[arg(value_name = "ISSUE=OPTION")]
    pub choice: String,
    /// What it does in the party's judgement; `none` for what the table says.
    #[arg(value_name = "EFFECTS", required = true)]
    pub effects: Vec<String>,
}

/// Options of `attribute`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct AttributeArguments {
    /// Its name.
    #[arg(value_name = "ATTRIBUTE")]
    pub attribute: String,
    /// The attribute in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// What one of it is.
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
}

/// Options of `rule`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RuleArguments {
    /// Its name.
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// What it demands: `cost <= 3.6`, `forbid a=b`, `a=b requires c=d`, `a=b excludes c=d`, `at most 1 of a=b c=d`,
    /// `FNV RU >= 2`.
    #[arg(value_name = "DEMAND")]
    pub demand: Vec<String>,
    /// Whose rule it is.
    #[arg(long, value_name = "TEXT")]
    pub owner: Option<String>,
    /// Why it holds.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// Options of `world`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct WorldArguments {
    /// Its name.
    #[arg(value_name = "WORLD")]
    pub world: String,
    /// The world in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// What an option does in it: `"financiers=plan: DU+1 ruimte=0"`.
    #[arg(long, value_name = "CHANGE")]
    pub change: Vec<String>,
    /// A limit that holds in it: `"loonruimte: cost <= 3"`.
    #[arg(long, value_name = "LIMIT")]
    pub limit: Vec<String>,
}

/// Options of `fact`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct FactArguments {
    /// Its name.
    #[arg(value_name = "FACT")]
    pub fact: String,
    /// The fact in words.
    #[arg(value_name = "TEXT")]
    pub text: Vec<String>,
    /// How well it is established.
    #[arg(long, value_enum)]
    pub status: Option<FactStatus>,
    /// Where it comes from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// What would settle it.
    #[arg(long, value_name = "TEXT")]
    pub question: Option<String>,
    /// Who finds out.
    #[arg(long, value_name = "TEXT")]
    pub finder: Option<String>,
    /// A party that says so.
    #[arg(long, value_name = "PARTY")]
    pub claimed_by: Vec<String>,
    /// A party that disputes it.
    #[arg(long, value_name = "PARTY", conflicts_with = "agreed")]
    pub contested_by: Vec<String>,
    /// Whether everybody takes it as given now; nobody disputes it any more.
    #[arg(long, conflicts_with = "status")]
    pub agreed: bool,
    /// A hard rule that rests on it.
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    /// An option whose effects rest on it.
    #[arg(long, value_name = "ISSUE=OPTION")]
    pub option: Vec<String>,
}

/// How well a fact is established.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FactStatus {
    /// Everybody takes it as given.
    Agreed,
    /// Somebody disputes it.
    Contested,
    /// Nobody has confirmed it yet.
    Assumed,
}

/// Options of `rename`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RenameArguments {
    /// What kind of thing, if its name doesn't tell; then its name.
    #[arg(value_name = "NAME", required = true, num_args = 2..=3)]
    pub words: Vec<String>,
}

/// Options of `remove`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct RemoveArguments {
    /// What kind of thing, if its name doesn't tell; then its name.
    #[arg(value_name = "NAME", required = true, num_args = 1..=2)]
    pub words: Vec<String>,
    /// Whether what hangs on it may go along without asking.
    #[arg(long)]
    pub yes: bool,
}

/// A command about an issue.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct IssueName {
    /// The issue.
    #[arg(value_name = "ISSUE")]
    pub issue: String,
}
