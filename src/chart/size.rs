/// The two layouts of every chart. Both are rendered and the style sheet shows one of them, by the width that the chart's
/// figure has: 460 pixels and more, or less. A chart is never scaled so far down that its text is smaller than 11 pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChartSize {
    /// For 460 pixels and more.
    Wide,
    /// For less, down to 254 pixels: what a screen of 320 leaves.
    Narrow,
}

impl ChartSize {
    /// Both, the wide one first.
    pub(super) const ALL: [Self; 2] = [Self::Wide, Self::Narrow];

    /// The width of the viewBox, in tenths.
    pub(super) const fn width(self) -> i32 {
        match self {
            Self::Wide => 5_400,
            Self::Narrow => 3_000,
        }
    }

    /// The height of the viewBox, in tenths. A narrow chart is taller than wide, since that is what a phone has room for.
    pub(super) const fn height(self) -> i32 {
        match self {
            Self::Wide => 3_500,
            Self::Narrow => 3_600,
        }
    }

    /// The class that the style sheet shows or hides.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart-wide",
            Self::Narrow => "chart-narrow",
        }
    }
}
