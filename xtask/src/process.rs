//! Running other programs, so that a failure says which one and what to do.

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

/// A program about to run in the repository's folder, with the project's tools on its `PATH`.
pub(crate) struct Run {
    command: Command,
    hint: &'static str,
}

/// What a program printed on standard output, and whether it succeeded.
pub(crate) struct Printed {
    pub(crate) text: String,
    pub(crate) success: bool,
}

/// What a program printed while it was kept back.
pub(crate) struct Kept {
    pub(crate) text: String,
    pub(crate) errors: String,
    pub(crate) status: ExitStatus,
}

impl Run {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Result<Self> {
        let path = workspace::path_variable()?;
        // `Command` looks a bare name up in the parent's PATH: look it up in ours instead.
        let found = which::which_in(&program, Some(&path), workspace::root());
        let mut command = Command::new(found.unwrap_or_else(|_| program.as_ref().into()));
        command.env("PATH", path).current_dir(workspace::root());
        Ok(Self { command, hint: "read the messages above" })
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// What a person can do if this fails.
    pub(crate) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// Runs it with its output shown; an error if it fails.
    pub(crate) fn show(mut self) -> Result<()> {
        let status = self.command.stdin(Stdio::null()).status();
        let status = status.with_context(|| self.missing())?;
        if !status.success() {
            bail!("{self} failed ({status})\n  what to do: {}", self.hint);
        }
        Ok(())
    }

    /// Runs it with its output kept back, and shown only if it fails.
    pub(crate) fn capture(mut self) -> Result<String> {
        let Kept { text, errors, status } = self.output()?;
        if !status.success() {
            bail!("{self} failed ({status})\n{text}{errors}\n  what to do: {}", self.hint);
        }
        Ok(text)
    }

    /// Runs it with its output kept back; a failure is for the caller to judge.
    pub(crate) fn keep(mut self) -> Result<Kept> {
        self.output()
    }

    fn output(&mut self) -> Result<Kept> {
        let output = self.command.stdin(Stdio::null()).output();
        let output = output.with_context(|| self.missing())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        Ok(Kept { text: stdout, errors: stderr, status: output.status })
    }

    /// Runs it with its output shown and kept; a failure is for the caller to judge.
    pub(crate) fn tee(mut self) -> Result<Printed> {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = self.command.spawn().with_context(|| self.missing())?;
        let mut text = String::new();
        if let Some(stdout) = child.stdout.take() {
            let mut lines = BufReader::new(stdout);
            let mut line = Vec::new();
            while lines.read_until(b'\n', &mut line)? > 0 {
                let shown = String::from_utf8_lossy(&line);
                print!("{shown}");
                text.push_str(&shown);
                line.clear();
            }
        }
        let success = child.wait()?.success();
        Ok(Printed { text, success })
    }

    fn missing(&self) -> String {
        format!("cannot start {self}\n  what to do: {}", self.hint)
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = std::path::Path::new(self.command.get_program());
        write!(f, "`{}", program.file_stem().unwrap_or_default().to_string_lossy())?;
        for arg in self.command.get_args() {
            write!(f, " {}", arg.to_string_lossy())?;
        }
        write!(f, "`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_tool_and_the_remedy() {
        let run = Run::new("cargo").unwrap().args(["no-such-task"]).hint("ask for help");
        let error = run.capture().unwrap_err().to_string();
        assert!(error.contains("`cargo no-such-task` failed"), "{error}");
        assert!(error.contains("what to do: ask for help"), "{error}");
    }

    #[test]
    fn a_missing_tool_is_named() {
        let error = Run::new("no-such-tool").unwrap().hint("install it").show().unwrap_err();
        assert!(format!("{error:#}").contains("cannot start `no-such-tool`"), "{error:#}");
    }

    #[test]
    fn printed_text_is_kept() {
        let printed = Run::new("cargo").unwrap().args(["--version"]).tee().unwrap();
        assert!(printed.success && printed.text.starts_with("cargo 1."));
    }
}
