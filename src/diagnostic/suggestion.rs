//! "Did you mean".

/// Returns the candidate most like `name`, if any is near enough to be a slip of the finger.
///
/// Case doesn't count. At most a third of the characters may differ (one in a short name); of equally near candidates
/// the first by code points wins, so that the answer doesn't depend on any order.
#[must_use]
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lowered = name.to_lowercase();
    let tolerance = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lowered, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= tolerance)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_wins_whatever_the_order() {
        assert_eq!(did_you_mean("koopkract", ["waardering", "koopkracht"]), Some("koopkracht"));
        assert_eq!(did_you_mean("ab", ["ac", "aa"]), Some("aa"));
        assert_eq!(did_you_mean("ab", ["aa", "ac"]), Some("aa"));
        assert_eq!(did_you_mean("fnv", ["FNV"]), Some("FNV"));
        assert_eq!(did_you_mean("KO", ["WA", "RU"]), None);
    }
}
