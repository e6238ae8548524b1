//! The charts of the Compare page and of project budgets, as functions from data to SVG.
//!
//! A chart is drawn in two steps. The first computes a drawing: paths and texts, in whole tenths of its viewBox, in one of
//! two layouts. The second turns it into SVG. So labels can be placed, and tested, without a browser: no two of them ever
//! touch. Both layouts are on the page and the style sheet shows the one that suits the figure's width, so that nothing is
//! measured and nothing shifts; colours are the style sheet's, too.
//!
//! Every chart is a figure with a title, its statement in one sentence, the drawing, and its data in tables.

#[cfg(all(test, not(target_arch = "wasm32")))]
mod collisions;
mod cost_chart;
mod cost_drawing;
mod drawing;
mod figure;
mod label;
mod months_chart;
mod price_history_chart;
mod scale;
#[cfg(feature = "whole")]
mod schedule_chart;
mod size;
mod slider;

pub use cost_chart::{CostChart, cost_chart};
#[cfg(feature = "whole")]
pub use months_chart::calendar_months_chart;
pub use months_chart::months_chart;
pub use price_history_chart::price_history_chart;
#[cfg(feature = "whole")]
pub use schedule_chart::schedule_chart;
pub use slider::VolumeSlider;
