//! Mounts the page; everything else is in the library.

fn main() {
    quota_calculator::pages::compare::mount();
}
