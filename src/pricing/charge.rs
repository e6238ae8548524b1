use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bill::Lines;
use super::strict::deserialize_strictly;
use super::{AmountTooLarge, Bands, ChargeModel, Line, PackageSize, Price, Reads};

/// One priced component of a tier. Every model but the flat one first sets its included reads aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ChargeFields", tag = "model", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Charge {
    /// The same fee every month, however many reads.
    Flat {
        /// Dollars a month.
        fee: Price,
    },
    /// Every read costs the same.
    PerUnit {
        /// Dollars a read.
        unit_price: Price,
        /// Reads a month before the charge applies.
        included_reads: Reads,
    },
    /// Reads are sold in packages; a started package is paid in full.
    Package {
        /// Reads in a package.
        package_size: PackageSize,
        /// Dollars a package.
        package_price: Price,
        /// Reads a month before the charge applies.
        included_reads: Reads,
    },
    /// Each read costs the unit price of the band that it falls into; each band entered adds its flat fee.
    Graduated {
        /// The bands, rising.
        bands: Bands,
        /// Reads a month before the charge applies.
        included_reads: Reads,
    },
    /// All reads cost the unit price of the band that their total falls into, plus that band's flat fee.
    Volume {
        /// The bands, rising.
        bands: Bands,
        /// Reads a month before the charge applies.
        included_reads: Reads,
    },
}

impl Charge {
    /// How it computes.
    #[must_use]
    pub const fn model(&self) -> ChargeModel {
        match self {
            Self::Flat { .. } => ChargeModel::Flat,
            Self::PerUnit { .. } => ChargeModel::PerUnit,
            Self::Package { .. } => ChargeModel::Package,
            Self::Graduated { .. } => ChargeModel::Graduated,
            Self::Volume { .. } => ChargeModel::Volume,
        }
    }

    /// Adds the lines that `reads` in one month put on the bill.
    ///
    /// A month without reads still owes flat fees, the first band's among them.
    pub(super) fn bill(&self, reads: Reads, lines: &mut dyn Lines) -> Result<(), AmountTooLarge> {
        match self {
            Self::Flat { fee } => lines.push(Line::FlatFee { fee: *fee }),
            Self::PerUnit { unit_price, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines)?;
                lines.push(Line::reads(billable, *unit_price)?)
            }
            Self::Package { package_size, package_price, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines)?;
                lines.push(Line::packages(billable, *package_size, *package_price)?)
            }
            Self::Graduated { bands, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines)?;
                bands.entered_by(billable).try_for_each(|(band, in_band)| band.bill(in_band, lines))
            }
            Self::Volume { bands, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines)?;
                bands.containing(billable).bill(billable, lines)
            }
        }
    }

    /// Reads a month before the charge applies.
    #[must_use]
    pub const fn included_reads(&self) -> Reads {
        match self {
            Self::Flat { .. } => Reads::ZERO,
            Self::PerUnit { included_reads, .. }
            | Self::Package { included_reads, .. }
            | Self::Graduated { included_reads, .. }
            | Self::Volume { included_reads, .. } => *included_reads,
        }
    }
}

/// Puts the included part of `reads` on the bill as free, and returns the rest.
fn set_aside(included: Reads, reads: Reads, lines: &mut dyn Lines) -> Result<Reads, AmountTooLarge> {
    if included > Reads::ZERO && reads > Reads::ZERO {
        lines.push(Line::Included { reads: reads.min(included) })?;
    }
    Ok(reads.beyond(included))
}

/// A charge as it is written: a model and whatever fields stand beside it. Reading it flat, rather than as a tagged enum,
/// keeps the place of every value for the error.
#[derive(Clone, Debug, Deserialize)]
#[serde(remote = "Self", rename_all = "camelCase", deny_unknown_fields, expecting = "a charge: an object with a model")]
pub(crate) struct ChargeFields {
    pub(crate) model: ChargeModel,
    pub(crate) fee: Option<Price>,
    pub(crate) unit_price: Option<Price>,
    pub(crate) package_size: Option<PackageSize>,
    pub(crate) package_price: Option<Price>,
    pub(crate) bands: Option<Bands>,
    pub(crate) included_reads: Option<Reads>,
}

impl ChargeFields {
    /// A model without the fields that it needs.
    pub(crate) const fn blank(model: ChargeModel) -> Self {
        Self {
            model,
            fee: None,
            unit_price: None,
            package_size: None,
            package_price: None,
            bands: None,
            included_reads: None,
        }
    }
}

deserialize_strictly!(ChargeFields);

/// Why fields are no charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChargeError {
    /// A field that the model needs.
    #[error("{field} is missing: a charge of the model {model} needs it")]
    Missing {
        /// The model.
        model: &'static str,
        /// The field.
        field: &'static str,
    },
    /// A field that the model doesn't have.
    #[error("{field} is given, but a charge of the model {model} has none")]
    Surplus {
        /// The model.
        model: &'static str,
        /// The field.
        field: &'static str,
    },
}

impl TryFrom<ChargeFields> for Charge {
    type Error = ChargeError;

    fn try_from(fields: ChargeFields) -> Result<Self, Self::Error> {
        let ChargeFields {
            model,
            mut fee,
            mut unit_price,
            mut package_size,
            mut package_price,
            mut bands,
            mut included_reads,
        } = fields;
        let included = match model {
            ChargeModel::Flat => Reads::ZERO,
            _ => included_reads.take().unwrap_or_default(),
        };
        let needs = |field| ChargeError::Missing { model: model.id(), field };
        let charge = match model {
            ChargeModel::Flat => Self::Flat { fee: fee.take().ok_or(needs("fee"))? },
            ChargeModel::PerUnit => {
                Self::PerUnit { unit_price: unit_price.take().ok_or(needs("unitPrice"))?, included_reads: included }
            }
            ChargeModel::Package => Self::Package {
                package_size: package_size.take().ok_or(needs("packageSize"))?,
                package_price: package_price.take().ok_or(needs("packagePrice"))?,
                included_reads: included,
            },
            ChargeModel::Graduated => {
                Self::Graduated { bands: bands.take().ok_or(needs("bands"))?, included_reads: included }
            }
            ChargeModel::Volume => {
                Self::Volume { bands: bands.take().ok_or(needs("bands"))?, included_reads: included }
            }
        };
        let surplus = [
            ("fee", fee.is_some()),
            ("unitPrice", unit_price.is_some()),
            ("packageSize", package_size.is_some()),
            ("packagePrice", package_price.is_some()),
            ("bands", bands.is_some()),
            ("includedReads", included_reads.is_some()),
        ];
        match surplus.into_iter().find(|(_, given)| *given) {
            Some((field, _)) => Err(ChargeError::Surplus { model: model.id(), field }),
            None => Ok(charge),
        }
    }
}

impl From<Charge> for ChargeFields {
    fn from(charge: Charge) -> Self {
        match charge {
            Charge::Flat { fee } => Self { fee: Some(fee), ..Self::blank(ChargeModel::Flat) },
            Charge::PerUnit { unit_price, included_reads } => Self {
                unit_price: Some(unit_price),
                included_reads: Some(included_reads),
                ..Self::blank(ChargeModel::PerUnit)
            },
            Charge::Package { package_size, package_price, included_reads } => Self {
                package_size: Some(package_size),
                package_price: Some(package_price),
                included_reads: Some(included_reads),
                ..Self::blank(ChargeModel::Package)
            },
            Charge::Graduated { bands, included_reads } => {
                Self { bands: Some(bands), included_reads: Some(included_reads), ..Self::blank(ChargeModel::Graduated) }
            }
            Charge::Volume { bands, included_reads } => {
                Self { bands: Some(bands), included_reads: Some(included_reads), ..Self::blank(ChargeModel::Volume) }
            }
        }
    }
}
