//! Starts the program that finds schedules for the Project budget page.

fn main() {
    quota_calculator::worker::planning::start();
}
