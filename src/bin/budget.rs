//! Mounts the Project budget page.

fn main() {
    quota_calculator::app::budget::mount();
}
