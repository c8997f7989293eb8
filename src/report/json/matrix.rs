//! The JSON of the two matrices.

use serde::Serialize;
use typed_index_collections::TiVec;

use super::{Ordered, line};
use crate::analysis::Matrix;
use crate::domain::{PartyId, Rational, Table, nearest_f64};

#[derive(Debug, Serialize)]
struct MatrixJson {
    table: String,
    /// `interests` or `issues`.
    matrix: &'static str,
    /// Per party, percentages by interest or issue; `null` for a party that has none.
    parties: Ordered<Option<Ordered<f64>>>,
    /// Per interest, the sum over the parties.
    #[serde(skip_serializing_if = "Option::is_none")]
    carried: Option<Ordered<f64>>,
    /// The parties whose weights come from a ranking.
    #[serde(skip_serializing_if = "Option::is_none")]
    ranked: Option<Vec<String>>,
}

/// A matrix as one line of JSON, in percent.
///
/// # Errors
/// Only if serialising fails, which no matrix makes it do.
pub fn matrix_json(table: &Table, matrix: &Matrix) -> Result<String, serde_json::Error> {
    let interests: Vec<&str> = table.interests.iter().map(|interest| interest.id.as_str()).collect();
    let issues: Vec<&str> = table.issues.iter().map(|issue| issue.id.as_str()).collect();
    line(&match matrix {
        Matrix::Interests(matrix) => {
            let carried = table.interests.iter_enumerated();
            let carried = carried.map(|(id, interest)| (interest.id.clone(), nearest_f64(&matrix.carried(id))));
            MatrixJson {
                table: table.id.clone(),
                matrix: "interests",
                parties: shares(table, &matrix.shares, &interests),
                carried: Some(Ordered(carried.collect())),
                ranked: Some(matrix.ranked.iter().map(|party| table.parties[*party].id.clone()).collect()),
            }
        }
        Matrix::Issues(matrix) => MatrixJson {
            table: table.id.clone(),
            matrix: "issues",
            parties: shares(table, &matrix.shares, &issues),
            carried: None,
            ranked: None,
        },
    })
}

fn shares<K>(
    table: &Table,
    shares: &TiVec<PartyId, Option<TiVec<K, Rational>>>,
    names: &[&str],
) -> Ordered<Option<Ordered<f64>>> {
    let named = |shares: &TiVec<K, Rational>| {
        Ordered(names.iter().zip(shares.iter()).map(|(name, share)| ((*name).to_owned(), nearest_f64(share))).collect())
    };
    let all = table.parties.iter().zip(shares.iter());
    Ordered(all.map(|(party, shares)| (party.id.clone(), shares.as_ref().map(named))).collect())
}
