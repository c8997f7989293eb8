//! A package that decides one issue otherwise, weighed from what is known of the package before.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::support::oracle::Oracle;
use crate::support::random::{Random, cases};
use crate::support::small_tables::{Amounts, entangled, question, table};
use tafel::valuation::{Circumstances, assess, assess_change};

#[test]
fn a_change_is_weighed_as_the_whole_package_is() {
    let mut weighed = 0;
    for seed in 0..cases(300, 20) {
        for table in [table(seed, Amounts::Stepped), entangled(seed, Amounts::Stepped)] {
            let mut random = Random::new(seed + 1);
            let asked = question(&mut random, &table);
            let packages = Oracle::asked(&table, &asked).packages;
            let circumstances = Circumstances::new(table.ready().unwrap(), asked.world);
            let from = random.pick(&packages);
            let before = assess(&circumstances, &from);
            for to in &packages {
                let mut differing =
                    from.decisions.keys().filter(|issue| from.decisions[*issue] != to.decisions[*issue]);
                if let (Some(issue), None) = (differing.next(), differing.next()) {
                    let after = assess_change(&circumstances, (&from, &before), issue, to);
                    assert_eq!(after, assess(&circumstances, to), "seed {seed}");
                    weighed += 1;
                }
            }
        }
    }
    assert!(weighed > 1_000, "only {weighed} changes");
}
