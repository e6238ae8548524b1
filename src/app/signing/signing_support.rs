use super::SigningProblem;
use super::ed25519::Ed25519;
use super::key_store::KeyStore;

/// Whether this browser can sign quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigningSupport {
    /// It can.
    Offered,
    /// It can't, for a reason to show instead of the button.
    Missing(SigningProblem),
}

/// Finds out whether this browser can sign quotes. Where it has no key yet, all that takes is tried, and no key is kept.
pub async fn support() -> SigningSupport {
    match tried().await {
        Ok(()) => SigningSupport::Offered,
        Err(problem) => SigningSupport::Missing(problem),
    }
}

async fn tried() -> Result<(), SigningProblem> {
    let ed25519 = Ed25519::ready()?;
    let store = KeyStore::open().await?;
    if store.own().await?.is_some() {
        return Ok(());
    }
    store.try_to_keep(&ed25519.new_pair().await?).await
}
