//! Going on with a table that was never saved.

use super::command::CountArguments;
use super::response::Response;
use super::typed::Typed;
use super::{Outcome, Session};
use crate::diagnostic::{Code, Problem};

impl Session {
    /// Takes a draft in hand: the one there is, or the one at that place in the list; else tells which there are.
    pub(super) fn resume(&mut self, arguments: &CountArguments, line: &str) -> Outcome {
        let mut drafts = self.drafts();
        let chosen = match (arguments.count, drafts.len()) {
            (_, 0) => return Err(Problem::new(Code::NoDrafts).into()),
            (None, 1) => 0,
            (None, _) => return Ok(Response::Drafts(drafts)),
            (Some(number), count) if (1..=count).contains(&number) => number - 1,
            (Some(number), count) => {
                let problem =
                    Problem::new(Code::NoDraft).with("name", number.to_string()).with("count", count.to_string());
                return Err(Typed::new(line).at(problem, &number.to_string()).into());
            }
        };
        let taken = self.keeper.take_up_draft(&drafts.swap_remove(chosen))?;
        let notices = self.take(taken, self.keeper.keeps(), line)?;
        let document = self.table()?.clone();
        let name = self.table_name().unwrap_or_default().to_owned();
        Ok(Response::Loaded { document, name, notices })
    }
}
