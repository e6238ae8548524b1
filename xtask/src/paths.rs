//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The built page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    let told = env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty());
    told.map_or_else(|| root().join("target"), |told| root().join(told))
}

/// The built JavaScript package.
pub(crate) fn package() -> PathBuf {
    root().join("target/package")
}

/// The folder of this user's that keeps tools between builds and between clones.
pub(crate) fn cache() -> PathBuf {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || set("HOME").map(|home| home.join(".cache"));
    set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(home)
        .unwrap_or_else(env::temp_dir)
        .join("quota-calculator")
}

/// The file of a program, found on PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|file| file.is_file())
}
