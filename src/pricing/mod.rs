//! The pricing engine: what a tier costs, and which tiers fit an estimate.
//!
//! Data flows one way: from an [`Estimate`] (everything the user entered) a [`Report`] is made, with the [`Assessment`] of every
//! tier in it (everything that follows). Screens, exports and the JavaScript API only format a report.
//!
//! Nothing here knows of a browser: no yew, no web-sys, no js-sys. `build/main.rs` compiles this same folder to check the
//! price books, so a dependency on the page would break the build.

mod access;
mod assessment;
mod bands;
mod bill;
mod breakpoint;
mod catalogue;
mod charge;
mod charge_model;
mod cost;
mod curve;
mod custom_tiers;
mod day;
pub(crate) mod decimal;
mod discount;
mod estimate;
mod evidence;
pub(crate) mod exact;
mod freshness;
mod growth;
mod identifier;
mod ledger;
mod line;
mod money;
mod months;
mod most_reads;
pub(crate) mod number;
mod offer;
mod open_question;
mod package_size;
mod period;
mod piece;
mod posts;
mod price;
mod price_book;
mod read_cap;
mod reads;
mod report;
mod reread_factor;
mod source;
mod stretch;
pub(crate) mod strict;
mod term;
mod text;
mod tier;
mod usage;
mod usage_type;
mod volume;
mod way;
mod ways;

pub use access::{Access, AccessRule};
pub use assessment::{
    Allowance, Assessment, CapUse, Epoch, Fit, FreeEra, TierAssessment, Unpriceable, assess, price_history,
};
pub use bands::{Band, Bands, BandsError};
pub use bill::Bill;
pub use breakpoint::{Breakpoint, BreakpointKind, Breakpoints, breakpoints};
pub use catalogue::{Catalogue, CatalogueError, Seam};
pub(crate) use charge::ChargeFields;
pub use charge::{Charge, ChargeError};
pub use charge_model::ChargeModel;
pub use chrono::NaiveDate as Date;
pub use cost::{Cost, MonthCost};
pub use curve::{Cheapest, CheapestStretch, Curve, Curves, Segment, SegmentKind, cheapest_month, curves};
pub(crate) use custom_tiers::check_custom_tiers;
pub use custom_tiers::{CustomTiersError, MOST_CUSTOM_TIERS};
pub use day::read_day;
pub use decimal::DecimalError;
pub use discount::Discount;
pub use estimate::{Estimate, EstimateError};
pub use evidence::{Confidence, Evidence, Status};
pub use freshness::{Freshness, FreshnessLevel};
pub use growth::Growth;
pub use identifier::{Identifier, IdentifierError};
pub(crate) use ledger::Ledger;
pub use line::Line;
pub use money::{AmountTooLarge, Money};
pub use months::{Months, MonthsError};
pub use most_reads::{MostReads, most_reads};
pub use open_question::{OpenQuestion, open_questions};
pub use package_size::{PackageSize, PackageSizeError};
pub use period::Period;
pub(crate) use piece::Piece;
pub use posts::{Posts, PostsError};
pub use price::Price;
pub use price_book::{Deduplication, PriceBook, PriceBookError, PriceBookFields};
pub use read_cap::{AtCap, ReadCap};
pub use reads::{Reads, ReadsError};
pub use report::{Outlook, Report};
pub use reread_factor::RereadFactor;
pub use source::{Source, SourceKind};
pub use stretch::Stretch;
pub use term::Term;
pub use text::{List, Text};
pub use tier::{Tier, TierError, TierEvidence, TierFields};
pub use usage::{Pattern, Usage, UsageError};
pub use usage_type::UsageType;
pub use volume::{Volume, VolumeError};
pub use way::{Assumption, Way};
pub use ways::{Ways, ways};
