//! The project's commands. Each does all of its own set-up on a fresh machine.

mod browser;
mod checks;
mod command;
mod debian;
mod office;
mod package;
mod paths;
mod server;
mod site;
mod tally;
mod tools;

use std::env;
use std::num::NonZeroU16;
use std::process::ExitCode;

use command::Outcome;

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page for release and serve it on http://127.0.0.1:8080
cargo xtask build              build the page for release into dist/
cargo xtask package            build the JavaScript package into target/package
cargo xtask check              the quick checks: format, clippy, tests that need no browser
cargo xtask test               every check there is";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["serve"] => serve(server::DEFAULT_PORT),
        ["serve", "--port", port] => match port.parse::<NonZeroU16>() {
            Ok(port) => serve(port.get()),
            Err(_) => Err(format!("`{port}` is not a port: use a number from 1 to 65535")),
        },
        ["build"] => site::build(),
        ["package"] => package::build(),
        ["check"] => checks::check(),
        ["test"] => checks::test(),
        _ => Err(format!("usage:\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            if !reason.is_empty() {
                eprintln!("{reason}");
            }
            ExitCode::FAILURE
        }
    }
}

fn serve(port: u16) -> Outcome {
    site::build()?;
    server::serve(port)
}
