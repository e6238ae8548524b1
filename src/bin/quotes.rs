//! Mounts the Quotes page.

fn main() {
    quota_calculator::app::quotes::mount();
}
