//! Running other programs, and saying what is done and how long it takes.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How a step ended: well, or with a reason in words.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// Announces a step, does it, and says how long it took.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("» {what}");
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    eprintln!("{mark} {what} ({:.1} s)", start.elapsed().as_secs_f32());
    outcome
}

/// Runs a command, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error.to_string()))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed", describe(command))) }
}

/// Runs a command, its output shown as it comes and every line of its standard output handed to `on_line`.
pub(crate) fn run_with_lines(command: &mut Command, mut on_line: impl FnMut(&str)) -> Outcome {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error.to_string()))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| format!("{}: {error}", describe(command)))?;
            println!("{line}");
            on_line(&line);
        }
    }
    let status = child.wait().map_err(|error| format!("{}: {error}", describe(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed", describe(command))) }
}

/// What a command prints on its standard output; `None` when it can't be started or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

fn cannot_start(command: &Command, reason: &str) -> String {
    format!("{} can't be started: {reason}", describe(command))
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
