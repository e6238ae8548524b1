//! Mounts the Usage history page.

fn main() {
    quota_calculator::pages::history::mount();
}
