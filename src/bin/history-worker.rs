//! Starts the program that reads files for the Usage history page.

fn main() {
    quota_calculator::worker::history::start();
}
