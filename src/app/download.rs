use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the browser is given to begin a download, in milliseconds.
const PATIENCE_MILLISECONDS: u32 = 60_000;

/// Has the browser save `content` as a file of that name. Unlike a link that holds the file itself, this knows no limit of
/// length. A browser that refuses leaves everything as it was.
pub(crate) fn download(name: &str, media_type: &str, content: &str) {
    let _refused = try_download(name, media_type, content);
}

fn try_download(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{media_type};charset=utf-8"));
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(content)), &options)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link = document.create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_ref::<HtmlElement>().click();
    let forget = move || {
        let _gone = Url::revoke_object_url(&address);
    };
    Timeout::new(PATIENCE_MILLISECONDS, forget).forget();
    Ok(())
}
