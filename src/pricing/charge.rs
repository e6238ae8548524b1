use serde::{Deserialize, Serialize};

use super::{AmountTooLarge, Line, PackageSize, Price, Reads, Schedule};

/// One priced component of a tier. Every model first sets its included reads aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "model", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
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
        #[serde(default)]
        included_reads: Reads,
    },
    /// Reads are sold in packages; a started package is paid in full.
    Package {
        /// Reads in a package.
        package_size: PackageSize,
        /// Dollars a package.
        package_price: Price,
        /// Reads a month before the charge applies.
        #[serde(default)]
        included_reads: Reads,
    },
    /// Each read costs the unit price of the band that it falls into; each band entered adds its flat fee.
    Graduated {
        /// The bands, rising.
        bands: Schedule,
        /// Reads a month before the charge applies.
        #[serde(default)]
        included_reads: Reads,
    },
    /// All reads cost the unit price of the band that their total falls into, plus that band's flat fee.
    Volume {
        /// The bands, rising.
        bands: Schedule,
        /// Reads a month before the charge applies.
        #[serde(default)]
        included_reads: Reads,
    },
}

impl Charge {
    /// Adds the lines that `reads` in one month put on the bill.
    ///
    /// A month without reads still owes flat fees, the first band's among them.
    ///
    /// # Errors
    /// [`AmountTooLarge`] when a line can't be stated exactly.
    pub fn bill(&self, reads: Reads, lines: &mut Vec<Line>) -> Result<(), AmountTooLarge> {
        match self {
            Self::Flat { fee } => lines.push(Line::FlatFee { fee: *fee }),
            Self::PerUnit { unit_price, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines);
                lines.push(Line::reads(billable, *unit_price)?);
            }
            Self::Package { package_size, package_price, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines);
                lines.push(Line::packages(billable, *package_size, *package_price)?);
            }
            Self::Graduated { bands, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines);
                for (band, in_band) in bands.entered_by(billable) {
                    band.bill(in_band, lines)?;
                }
            }
            Self::Volume { bands, included_reads } => {
                let billable = set_aside(*included_reads, reads, lines);
                bands.containing(billable).bill(billable, lines)?;
            }
        }
        Ok(())
    }
}

/// Puts the included part of `reads` on the bill as free, and returns the rest.
fn set_aside(included: Reads, reads: Reads, lines: &mut Vec<Line>) -> Reads {
    if included > Reads::ZERO && reads > Reads::ZERO {
        lines.push(Line::Included { reads: reads.min(included) });
    }
    reads.beyond(included)
}
