//! Mounts the Project budget page.

fn main() {
    quota_calculator::pages::budget::mount();
}
