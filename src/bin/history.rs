//! Mounts the Usage history page.

fn main() {
    quota_calculator::app::history::mount();
}
