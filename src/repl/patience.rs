//! A word for whoever waits: long work says that it goes on, and how to end it.

use std::io::{self, Write as _};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// After how long somebody who waits is told something.
const PATIENCE: Duration = Duration::from_secs(1);
/// Clears the line that the cursor is on.
const CLEAR: &str = "\r\u{1b}[K";

/// Does `work`; while it takes longer than a second, a terminal shows `notice`, and nothing of it stays.
pub(super) fn patiently<T>(notice: &str, work: impl FnOnce() -> T) -> T {
    let (done, waiting) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                // Whether it can be shown or not, the work goes on.
                let _ = write!(io::stderr(), "{notice}").and_then(|()| io::stderr().flush());
                let _ = waiting.recv();
                let _ = write!(io::stderr(), "{CLEAR}").and_then(|()| io::stderr().flush());
            }
        });
        let result = work();
        drop(done);
        result
    })
}
