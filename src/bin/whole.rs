//! Mounts the page with everything it can do; see the feature `whole`.

fn main() {
    quota_calculator::pages::compare::mount();
}
