//! `import`: a table made of the files of another program.

use super::arguments::{ImportFiles, Meaning};
use super::{Exit, Said};
use crate::diagnostic::{Code, Problem, Severity};
use crate::domain::{Language, Table};
use crate::report::{
    Checked, Import, Wordbook, check_summary, clean, import_failed, import_json, internal_text, render_problem,
    told_import,
};
use crate::session::{Everywhere, Format};
use crate::table_file::{
    GeniusFile, GeniusOptions, GeniusReading, ImportedFile, SaveError, base_name, decode, import_genius, open_genius,
    read, save, write,
};

pub(super) fn import(arguments: &ImportFiles, everywhere: &Everywhere) -> Result<Said, Said> {
    let words = Wordbook::new(everywhere.language().unwrap_or_default());
    let (domain, profiles) = open(arguments, &words)?;
    let reading = match arguments.reading {
        Meaning::Genius => GeniusReading::Genius,
        Meaning::Raw => GeniusReading::Raw,
    };
    let options = GeniusOptions { reading, steps: arguments.steps };
    let imported = import_genius(&domain, &profiles, options);
    let table = imported.table.map(|table| told_import(table, &base_name(&domain.path), &imported.origins, options));
    let text = table.as_ref().map(|table| written(table, &domain.path, &words)).transpose()?;
    if let (Some(text), Some(path)) = (&text, &arguments.output) {
        save(path, text, None, false).map_err(|error| unsaved(error, path, &words))?;
    }
    let made = Made { table, text, files: imported.files, output: arguments.output.as_deref() };
    match everywhere.format.unwrap_or_default() {
        Format::Text => Ok(made.tell(&words)),
        Format::Json => made.json(),
    }
}

/// Reads every file; tells of all that can't be read.
fn open(arguments: &ImportFiles, words: &Wordbook) -> Result<(GeniusFile, Vec<GeniusFile>), Said> {
    let mut problems = String::new();
    let mut files = Vec::new();
    for path in [&arguments.domain].into_iter().chain(&arguments.profiles) {
        match open_genius(path) {
            Ok(file) => files.push(file),
            Err(error) => problems += &render_problem(words, &error.path, "", &error.problem),
        }
    }
    if !problems.is_empty() {
        return Err(Said::problem(problems));
    }
    let domain = files.remove(0);
    Ok((domain, files))
}

/// The text of the table, which must be read back as the same table.
fn written(table: &Table, domain: &str, words: &Wordbook) -> Result<String, Said> {
    let text = write(table);
    // Many profiles together can come to more than one table file may hold.
    decode(text.as_bytes()).map_err(|problem| {
        let code = if problem.code == Code::FileTooLarge { Code::ImportTooLarge } else { problem.code };
        Said::problem(render_problem(words, domain, "", &Problem { code, ..problem }))
    })?;
    if read(&text).table.as_ref() == Some(table) { Ok(text) } else { Err(internal(&import_failed(words))) }
}

fn unsaved(error: SaveError, path: &str, words: &Wordbook) -> Said {
    let code = match error {
        SaveError::Exists | SaveError::ChangedMeanwhile => Code::FileExists,
        SaveError::NotWritten => Code::FileNotWritten,
    };
    Said::problem(render_problem(words, path, "", &Problem::new(code).with("name", path)))
}

fn internal(message: &str) -> Said {
    let problems = internal_text(message, &Wordbook::new(Language::En));
    Said { problems, exit: Exit::Internal, ..Said::default() }
}

/// What came of it.
struct Made<'a> {
    table: Option<Table>,
    text: Option<String>,
    files: Vec<ImportedFile>,
    output: Option<&'a str>,
}

impl Made<'_> {
    fn exit(&self) -> Exit {
        let problems = self.files.iter().flat_map(|file| &file.problems);
        let has_error = problems.into_iter().any(|problem| problem.severity() == Severity::Error);
        if has_error { Exit::BadInput } else { Exit::Answered }
    }

    /// The table on standard output, or where it is written; problems beside it.
    fn tell(&self, words: &Wordbook) -> Said {
        let mut said = Said::answer(String::new(), self.exit());
        for file in &self.files {
            let problems = file.problems.iter();
            said.problems.extend(problems.map(|problem| render_problem(words, &file.path, &file.source, problem)));
        }
        if let (Some(table), Some(text)) = (&self.table, &self.text) {
            said.answer = match self.output {
                Some(path) => {
                    let written = words.say("imported", &[("file", &clean(path))]);
                    format!("{written}\n{}", check_summary(table, path, words))
                }
                None => text.clone(),
            };
        }
        said
    }

    fn json(&self) -> Result<Said, Said> {
        let files = self.files.iter().map(|file| Checked {
            file: &file.path,
            source: &file.source,
            table: None,
            problems: &file.problems,
            lesson: None,
            checkup: None,
        });
        let files: Vec<Checked<'_>> = files.collect();
        let written = self.output.filter(|_| self.table.is_some());
        let text = self.text.as_deref().filter(|_| self.output.is_none());
        let answer = import_json(&Import { table: self.table.as_ref(), text, written, files: &files });
        let answer = answer.map_err(|error| internal(&error.to_string()))?;
        Ok(Said::answer(answer, self.exit()))
    }
}
