//! Who signed a quote, and the key that signs one's own.
//!
//! A quote's link carries everything, so whoever passes it on could change it. A signature makes that evident: the
//! browser's own Ed25519 makes and checks it. The private key is made on the salesperson's device such that not even this
//! page can read it, and stays there; names come from a file that is published with the page. Where a browser lacks any of
//! this, signing isn't offered, and everything else goes on working: no function here panics or throws.

mod bad_line;
mod ed25519;
mod key_pair;
mod key_store;
mod sellers;
mod sellers_problem;
mod signer;
mod signing_problem;

pub use bad_line::{BadLine, BadLineReason};
pub use sellers::Sellers;
pub use sellers_problem::SellersProblem;
pub use signer::{Signer, signer, signer_sentence, signer_sentences};
pub use signing_problem::SigningProblem;

use ed25519::Ed25519;
use key_pair::KeyPair;
use key_store::KeyStore;

use crate::quote::{PublicKey, Seal};

/// Finds out whether this browser can sign quotes. Where it has no key yet, all that takes is tried, and no key is
/// kept.
///
/// # Errors
/// [`SigningProblem`] when it can't, to show instead of the button.
pub async fn support() -> Result<(), SigningProblem> {
    let ed25519 = Ed25519::ready()?;
    let store = KeyStore::open().await?;
    if store.own().await?.is_some() {
        return Ok(());
    }
    store.try_to_keep(&ed25519.new_pair().await?).await
}

/// The public key of this device, if it has signed before.
///
/// # Errors
/// [`SigningProblem`] when this browser has no Ed25519 or doesn't say what it keeps.
pub async fn own_key() -> Result<Option<PublicKey>, SigningProblem> {
    let ed25519 = Ed25519::ready()?;
    match KeyStore::open().await?.own().await? {
        Some(pair) => Ok(Some(ed25519.public_key(&pair).await?)),
        None => Ok(None),
    }
}

/// The public key of this device, which gets one now if it has none. A key that is there already is never replaced, not even
/// when two tabs ask at once.
///
/// # Errors
/// [`SigningProblem`] when this browser has no Ed25519 or doesn't keep a key.
pub async fn create_key() -> Result<PublicKey, SigningProblem> {
    let ed25519 = Ed25519::ready()?;
    ed25519.public_key(&pair(&ed25519).await?).await
}

/// Signs a message, such as [`link::message`](crate::quote::link::message) of a quote, with the key of this device, which
/// gets one now if it has none.
///
/// # Errors
/// [`SigningProblem`] when this browser has no Ed25519 or doesn't keep a key.
pub async fn sign(message: &[u8]) -> Result<Seal, SigningProblem> {
    let ed25519 = Ed25519::ready()?;
    let pair = pair(&ed25519).await?;
    Ok(Seal { key: ed25519.public_key(&pair).await?, signature: ed25519.sign(&pair, message).await? })
}

/// The keys of this device, made at first use.
async fn pair(ed25519: &Ed25519) -> Result<KeyPair, SigningProblem> {
    let store = KeyStore::open().await?;
    if let Some(pair) = store.own().await? {
        return Ok(pair);
    }
    store.keep_first(&ed25519.new_pair().await?).await?;
    // Another tab may have been faster; and a browser may say that it kept a key which it can't give back.
    store.own().await?.ok_or(SigningProblem::KeyNotKept)
}
