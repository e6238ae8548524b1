/// Opens the browser's dialog for printing the page.
pub(super) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that can't print says so itself.
        let _refused = window.print();
    }
}
