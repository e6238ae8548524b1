use super::Key;
use super::TierField;
use super::reader::Reader;
use crate::app::typed::numbers;
use crate::numbers::NumberStyle;
use crate::pricing::{Band, Bands, Charge, ChargeModel, Reads};

/// What stands in the fields of one charge. Each model has texts of its own, so that trying another model loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChargeDraft {
    /// Which charge.
    pub key: Key,
    /// How it computes.
    pub model: ChargeModel,
    /// Dollars a month, for [`ChargeModel::Flat`].
    pub fee: String,
    /// Dollars a read, for [`ChargeModel::PerUnit`].
    pub unit_price: String,
    /// Reads in a package, for [`ChargeModel::Package`].
    pub package_size: String,
    /// Dollars a package, for [`ChargeModel::Package`].
    pub package_price: String,
    /// Reads a month before the charge applies; nothing stands for none.
    pub included_reads: String,
    /// The bands, for [`ChargeModel::Graduated`] and [`ChargeModel::Volume`]. The last has no end.
    pub bands: Vec<BandDraft>,
}

/// What stands in the fields of one band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandDraft {
    /// Which band.
    pub key: Key,
    /// Its last read; not asked for in the last band, which takes all further reads.
    pub up_to: String,
    /// Dollars a read.
    pub unit_price: String,
    /// Dollars for entering it; nothing stands for none.
    pub flat_fee: String,
}

impl BandDraft {
    /// A band whose price is still to be filled in.
    pub(super) fn blank(key: Key) -> Self {
        Self { key, up_to: String::new(), unit_price: String::new(), flat_fee: "0".to_owned() }
    }

    fn numbers(&mut self) -> [(bool, &mut String); 3] {
        [(true, &mut self.up_to), (false, &mut self.unit_price), (false, &mut self.flat_fee)]
    }
}

impl ChargeDraft {
    /// A charge whose price is still to be filled in.
    pub(super) fn blank(key: Key, model: ChargeModel) -> Self {
        Self {
            key,
            model,
            fee: String::new(),
            unit_price: String::new(),
            package_size: String::new(),
            package_price: String::new(),
            included_reads: "0".to_owned(),
            bands: Vec::new(),
        }
    }

    /// The fields that say `charge`.
    pub(super) fn new(charge: &Charge, style: NumberStyle, next_key: &mut dyn FnMut() -> Key) -> Self {
        let mut draft = Self::blank(next_key(), charge.model());
        draft.included_reads = style.reads(charge.included_reads());
        match charge {
            Charge::Flat { fee } => draft.fee = numbers::written_price(*fee, style),
            Charge::PerUnit { unit_price, .. } => draft.unit_price = numbers::written_price(*unit_price, style),
            Charge::Package { package_size, package_price, .. } => {
                draft.package_size = style.reads(package_size.reads());
                draft.package_price = numbers::written_price(*package_price, style);
            }
            Charge::Graduated { bands, .. } | Charge::Volume { bands, .. } => {
                draft.write_bands(bands, style, next_key);
            }
        }
        draft
    }

    fn write_bands(&mut self, bands: &Bands, style: NumberStyle, next_key: &mut dyn FnMut() -> Key) {
        for band in bands.list() {
            let mut draft = BandDraft::blank(next_key());
            if let Some(up_to) = band.up_to {
                draft.up_to = style.reads(up_to);
            }
            draft.unit_price = numbers::written_price(band.unit_price, style);
            draft.flat_fee = numbers::written_price(band.flat_fee, style);
            self.bands.push(draft);
        }
    }

    /// Computes by another model. A price that was typed goes along if it means the same there and none was typed there yet.
    /// The first band, where one is needed, takes `band` as its key.
    pub(super) fn choose(&mut self, model: ChargeModel, band: Key) {
        let means_the_same = is_by_read(self.model) == is_by_read(model);
        let typed = self.price(band).clone();
        self.model = model;
        let price = self.price(band);
        if means_the_same && price.is_empty() {
            *price = typed;
        }
    }

    /// The price that the model computes by; of several bands the first one's.
    fn price(&mut self, first_band: Key) -> &mut String {
        if self.model.has_bands() && self.bands.is_empty() {
            self.bands.push(BandDraft::blank(first_band));
        }
        match self.model {
            ChargeModel::Flat => &mut self.fee,
            ChargeModel::PerUnit => &mut self.unit_price,
            ChargeModel::Package => &mut self.package_price,
            ChargeModel::Graduated | ChargeModel::Volume => &mut self.bands[0].unit_price,
        }
    }

    /// Every number, with whether it is a whole one; those of other models wait for theirs.
    pub(super) fn numbers(&mut self) -> impl Iterator<Item = (bool, &mut String)> {
        let own = [
            (false, &mut self.fee),
            (false, &mut self.unit_price),
            (false, &mut self.package_price),
            (true, &mut self.package_size),
            (true, &mut self.included_reads),
        ];
        own.into_iter().chain(self.bands.iter_mut().flat_map(BandDraft::numbers))
    }

    /// The charge that the fields say; what is wrong with them goes to the reader.
    pub(super) fn charge(&self, reader: &mut Reader) -> Option<Charge> {
        let price = |reader: &mut Reader, what, text: &str| reader.price(TierField::Price(self.key), what, text);
        let charge = match self.model {
            ChargeModel::Flat => return Some(Charge::Flat { fee: price(reader, "The flat fee", &self.fee)? }),
            ChargeModel::PerUnit => {
                let unit_price = price(reader, "The price of a read", &self.unit_price);
                let included_reads = self.included(reader);
                Charge::PerUnit { unit_price: unit_price?, included_reads: included_reads? }
            }
            ChargeModel::Package => {
                let package_size = reader.package_size(TierField::PackageSize(self.key), &self.package_size);
                let package_price = price(reader, "The price of a package", &self.package_price);
                let included_reads = self.included(reader);
                Charge::Package {
                    package_size: package_size?,
                    package_price: package_price?,
                    included_reads: included_reads?,
                }
            }
            ChargeModel::Graduated | ChargeModel::Volume => {
                let included_reads = self.included(reader);
                let (bands, included_reads) = (self.read_bands(reader)?, included_reads?);
                match self.model {
                    ChargeModel::Volume => Charge::Volume { bands, included_reads },
                    _ => Charge::Graduated { bands, included_reads },
                }
            }
        };
        Some(charge)
    }

    fn included(&self, reader: &mut Reader) -> Option<Reads> {
        reader.reads_or_zero(TierField::IncludedReads(self.key), "The number of included reads", &self.included_reads)
    }

    fn read_bands(&self, reader: &mut Reader) -> Option<Bands> {
        let mut bands = Vec::new();
        let mut before = Reads::ZERO;
        let (last, bounded) = self.bands.split_last()?;
        for draft in bounded {
            let up_to = reader.band_end(TierField::UpTo(draft.key), &draft.up_to, before);
            before = up_to.unwrap_or(before);
            bands.extend(draft.band(up_to, reader));
        }
        bands.extend(last.band(None, reader));
        Bands::new(bands).ok()
    }
}

impl BandDraft {
    fn band(&self, up_to: Option<Reads>, reader: &mut Reader) -> Option<Band> {
        let unit_price = reader.price(TierField::UnitPrice(self.key), "The band’s price of a read", &self.unit_price);
        let flat_fee = reader.price_or_zero(TierField::FlatFee(self.key), "The band’s fee", &self.flat_fee);
        Some(Band { up_to, unit_price: unit_price?, flat_fee: flat_fee? })
    }
}

/// Whether a model's price is for one read, rather than for many.
const fn is_by_read(model: ChargeModel) -> bool {
    !matches!(model, ChargeModel::Flat | ChargeModel::Package)
}
