//! Why no package is acceptable, told as one explanation, and the ways out.

use super::page::Page;
use super::voice::Voice;
use super::{proposal, said};
use crate::analysis::Conditional;
use crate::domain::{Comparison, Condition, Decision, IssueId, OptionId, PartyId, Rational, RuleForm, RuleId, WorldId};
use crate::optimize::{Conflict, Reason, Repair};
use crate::valuation::Circumstances;

/// Adds the conflict and its repairs.
///
/// `also` is what was asked besides, which reasons may point at.
pub(super) fn tell(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    also: &[Condition],
    conflict: &Conflict,
) {
    tell_with(page, voice, circumstances, also, (conflict, &[]));
}

/// Adds the conflict and its repairs; what could be agreed on condition stands among them, before anybody has to give.
pub(super) fn tell_with(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    also: &[Condition],
    (conflict, suggestions): (&Conflict, &[Conditional]),
) {
    let reasons = conflict.reasons.iter().map(|reason| self::reason(voice, circumstances, also, *reason)).collect();
    tell_reasons(page, voice, ["because-alone", "because"], reasons, conflict);
    tell_repairs(page, voice, circumstances, (conflict, suggestions));
}

/// As [`tell`], where scores are asked for because people have them now.
pub(super) fn tell_kept(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    also: &[Condition],
    conflict: &Conflict,
) {
    let kept = |reason: &Reason| match reason {
        Reason::Asked(at) => match also.get(*at) {
            Some(Condition::Score { party, at_least }) => {
                let (party, score) = (voice.party(*party), voice.points(at_least));
                voice.say("reason-kept", &[("party", &party), ("score", &score)])
            }
            _ => self::reason(voice, circumstances, also, *reason),
        },
        _ => self::reason(voice, circumstances, also, *reason),
    };
    let reasons = conflict.reasons.iter().map(kept).collect();
    tell_reasons(page, voice, ["because-kept", "because-kept"], reasons, conflict);
    tell_repairs(page, voice, circumstances, (conflict, &[]));
}

/// As [`tell`], where a decision that no option names was asked for as well.
pub(super) fn tell_holding(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    (also, held): (&[Condition], (IssueId, &Decision)),
    conflict: &Conflict,
) {
    let told = |reason: &Reason| match reason {
        Reason::Asked(at) if *at == also.len() => {
            let demand = voice.say("demand-option", &[("option", &voice.assignment(held.0, held.1))]);
            voice.say("reason-asked", &[("demand", &demand)])
        }
        _ => self::reason(voice, circumstances, also, *reason),
    };
    let reasons = conflict.reasons.iter().map(told).collect();
    tell_reasons(page, voice, ["because-alone", "because"], reasons, conflict);
    tell_repairs(page, voice, circumstances, (conflict, &[]));
}

/// Adds what can't hold together, and what is known of leaving out one of it.
fn tell_reasons(
    page: &mut Page,
    voice: Voice<'_>,
    [alone, together]: [&str; 2],
    reasons: Vec<String>,
    conflict: &Conflict,
) {
    if let [only] = reasons.as_slice() {
        page.paragraph(voice.say(alone, &[("reason", only), ("reasons", only)]));
    } else {
        page.paragraph(voice.say(together, &[("reasons", &voice.list(&reasons))]));
        let key = match conflict.any_one_suffices {
            Some(true) => "conflict-minimal",
            Some(false) => "conflict-further",
            None => "conflict-together",
        };
        page.paragraph(voice.say(key, &[]));
    }
}

fn tell_repairs(
    page: &mut Page,
    voice: Voice<'_>,
    circumstances: &Circumstances<'_>,
    (conflict, suggestions): (&Conflict, &[Conditional]),
) {
    page.heading(voice.say("repairs", &[]));
    let (gentle, giving) = conflict.repairs.split_at(conflict.gentle());
    gentle.iter().for_each(|repair| page.item(self::repair(voice, circumstances, repair)));
    suggestions.iter().for_each(|of| proposal::tell_suggestion(page, voice, of, circumstances.absent));
    giving.iter().for_each(|repair| page.item(self::repair(voice, circumstances, repair)));
    if conflict.repairs.is_empty() && suggestions.is_empty() {
        page.paragraph(voice.say("repairs-none", &[]));
    }
}

fn reason(voice: Voice<'_>, circumstances: &Circumstances<'_>, also: &[Condition], reason: Reason) -> String {
    match reason {
        Reason::Rule(rule) => rule_reason(voice, rule),
        Reason::Asked(at) => {
            if let Some(clear) = also.get(at).and_then(|demand| said::no_behind(circumstances, demand)) {
                return said::as_reason(voice, &clear);
            }
            let demand = also.get(at).map(|demand| demanded(voice, demand)).unwrap_or_default();
            voice.say("reason-asked", &[("demand", &demand)])
        }
        Reason::NoDeal(party) => no_deal_reason(voice, circumstances, party),
        Reason::Ratification { party, body } => {
            let content = &voice.table.parties[party].ratification[body];
            let arguments = [
                ("body", voice.text(&content.body)),
                ("party", voice.party(party)),
                ("conditions", voice.conditions(&content.conditions)),
            ];
            voice.say("reason-ratification", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
    }
}

/// A demand of the person who asks.
pub(super) fn demanded(voice: Voice<'_>, demand: &Condition) -> String {
    match demand {
        Condition::Rule(RuleForm::AtLeast(1, options)) if options.len() == 1 => {
            voice.say("demand-option", &[("option", &voice.option_reference(options[0]))])
        }
        _ => voice.conditions(std::slice::from_ref(demand)),
    }
}

fn rule_reason(voice: Voice<'_>, rule: RuleId) -> String {
    let (name, why) = (voice.rule(rule), voice.why_rule(rule));
    match &voice.table.rules[rule].owner {
        Some(owner) => voice.say("reason-rule-owned", &[("owner", &voice.text(owner)), ("rule", &name), ("why", &why)]),
        None => voice.say("reason-rule", &[("rule", &name), ("why", &why)]),
    }
}

fn no_deal_reason(voice: Voice<'_>, circumstances: &Circumstances<'_>, party: PartyId) -> String {
    let no_deal = circumstances.no_deal_score(party).map(|score| voice.points(&score)).unwrap_or_default();
    let name = voice.party(party);
    match circumstances.no_deal(party).and_then(|no_deal| no_deal.reason.as_ref()) {
        Some(reason) => {
            let reason = voice.phrase(reason);
            voice.say("reason-no-deal", &[("party", &name), ("no_deal", &no_deal), ("reason", &reason)])
        }
        None => voice.say("reason-no-deal-bare", &[("party", &name), ("no_deal", &no_deal)]),
    }
}

fn repair(voice: Voice<'_>, circumstances: &Circumstances<'_>, repair: &Repair) -> String {
    match repair {
        Repair::OpenIssue(issue) => voice.say("repair-open", &[("issue", &voice.issue(*issue))]),
        Repair::World(world) => world_repair(voice, *world),
        Repair::Between { options } => {
            let between: Vec<String> = options.iter().map(|(issue, some)| between(voice, *issue, some)).collect();
            voice.say("repair-between", &[("options", &voice.list(&between))])
        }
        Repair::RuleGives { rule, amount, less } => {
            let key = match (less, circumstances.rule(*rule).as_ref()) {
                (true, _) => "repair-rule-less",
                (false, RuleForm::Limit(limit)) if limit.comparison == Comparison::Equal => "repair-rule-more",
                (false, _) => "repair-rule",
            };
            let unit = rule_unit(voice, circumstances, *rule);
            let amount = [Some(voice.amount(&enough(amount, 3))), unit].into_iter().flatten();
            let amount = amount.collect::<Vec<String>>().join(" ");
            voice.say(key, &[("rule", &voice.rule(*rule)), ("amount", &amount)])
        }
        Repair::RuleGoes { rule } => voice.say("repair-rule-goes", &[("rule", &voice.rule(*rule))]),
        Repair::RatificationGives { party, body } => {
            let name = voice.text(&voice.table.parties[*party].ratification[*body].body);
            voice.say("repair-ratification", &[("body", &name), ("party", &voice.party(*party))])
        }
        Repair::NoDealGives { party, amount } => voice
            .say("repair-no-deal", &[("party", &voice.party(*party)), ("amount", &voice.points(&enough(amount, 1)))]),
    }
}

/// `amount` rounded up: what is shown must be enough.
fn enough(amount: &Rational, decimals: u32) -> Rational {
    let scale = Rational::power_of_ten(decimals);
    (amount * &scale).ceil() / scale
}

fn world_repair(voice: Voice<'_>, world: WorldId) -> String {
    let content = &voice.table.worlds[world];
    let name = super::clean(&content.id);
    match &content.text {
        Some(text) => voice.say("repair-world", &[("world", &name), ("text", &voice.phrase(text))]),
        None => voice.say("repair-world-bare", &[("world", &name)]),
    }
}

fn between(voice: Voice<'_>, issue: IssueId, options: &[OptionId]) -> String {
    let options: Vec<String> = options.iter().map(|option| voice.text(&voice.table.option(*option).text)).collect();
    voice.say("between", &[("issue", &voice.issue(issue)), ("options", &voice.list(&options))])
}

/// The unit that a limit counts in: that of the first attribute it names.
pub(super) fn rule_unit(voice: Voice<'_>, circumstances: &Circumstances<'_>, rule: RuleId) -> Option<String> {
    match circumstances.rule(rule).as_ref() {
        RuleForm::Limit(limit) => {
            let attribute = limit.used.terms.keys().chain(limit.room.terms.keys()).next()?;
            voice.table.attributes[*attribute].unit.as_ref().map(|unit| voice.text(unit))
        }
        _ => None,
    }
}
