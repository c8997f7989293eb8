//! The thin program around the library: streams, the terminal and Ctrl-C.

use std::env;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use etcetera::{AppStrategy as _, AppStrategyArgs, choose_app_strategy};

use tafel::cli::{Exit, Places, Surroundings, Terminal, run};

/// Set by the first Ctrl-C: tell what was found so far.
static STOP: AtomicBool = AtomicBool::new(false);

/// How many columns a line has when nothing says so.
const USUAL_WIDTH: usize = 80;
/// The narrowest and widest page that is laid out.
const WIDTHS: (usize, usize) = (40, 120);

fn main() -> ExitCode {
    let terminal = terminal();
    // At a prompt Ctrl-C never ends the program. Without a handler it still does, only with less of an answer.
    let _ = ctrlc::set_handler(move || {
        if STOP.swap(true, Ordering::Relaxed) && terminal == Terminal::Pipe {
            std::process::exit(i32::from(Exit::Interrupted.code()));
        }
    });
    let mut surroundings = Surroundings {
        stdin: &mut io::stdin().lock(),
        stdout: &mut io::stdout().lock(),
        // Not locked for good: what says that long work goes on writes there from a thread of its own.
        stderr: &mut io::stderr(),
        width: width(),
        stop: &STOP,
        terminal,
        places: if terminal == Terminal::Pipe { Places::default() } else { places() },
    };
    ExitCode::from(run(env::args_os(), &mut surroundings).code())
}

/// The width that the person set, or that the terminal has.
fn width() -> usize {
    let set = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    set.or_else(terminal).unwrap_or(USUAL_WIDTH).clamp(WIDTHS.0, WIDTHS.1)
}

/// Who is at the other end: both ends must be terminals for somebody to be there.
fn terminal() -> Terminal {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Terminal::Pipe;
    }
    if env::var_os("TERM").is_some_and(|terminal| terminal == "dumb") {
        return Terminal::Dumb;
    }
    Terminal::Full { color: env::var_os("NO_COLOR").is_none_or(|no_color| no_color.is_empty()) }
}

/// Where this person's typed lines and settings stand; nowhere if there is no home.
fn places() -> Places {
    let arguments =
        AppStrategyArgs { top_level_domain: String::new(), author: String::new(), app_name: "tafel".to_owned() };
    let Ok(strategy) = choose_app_strategy(arguments) else { return Places::default() };
    let folder = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
    // Without the folder nothing is remembered, and nothing else is amiss.
    let history = fs::create_dir_all(&folder).is_ok().then(|| folder.join("history"));
    let drafts = private(&folder.join("drafts")).is_ok().then(|| folder.join("drafts"));
    let path: PathBuf = strategy.config_dir().join("start");
    let settings = fs::read_to_string(&path).ok().map(|text| (path.display().to_string(), text));
    Places { history, settings, drafts }
}

/// Makes a folder that nobody else can look into.
fn private(folder: &std::path::Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
