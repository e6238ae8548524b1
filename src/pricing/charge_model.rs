use serde::Deserialize;

/// How a charge computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChargeModel {
    /// The same fee every month.
    Flat,
    /// Every read costs the same.
    PerUnit,
    /// Reads come in packages.
    Package,
    /// Each read costs the price of its band.
    Graduated,
    /// All reads cost the price of the band that their total falls into.
    Volume,
}

impl ChargeModel {
    /// All of them, simplest first.
    pub const ALL: [Self; 5] = [Self::Flat, Self::PerUnit, Self::Package, Self::Graduated, Self::Volume];

    /// The name in the schema.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::PerUnit => "perUnit",
            Self::Package => "package",
            Self::Graduated => "graduated",
            Self::Volume => "volume",
        }
    }

    /// Whether it prices by bands.
    #[must_use]
    pub const fn has_bands(self) -> bool {
        matches!(self, Self::Graduated | Self::Volume)
    }
}
