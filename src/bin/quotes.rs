//! Mounts the Quotes page.

fn main() {
    quota_calculator::pages::quotes::mount();
}
