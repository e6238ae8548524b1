//! Texts in a chart, and the room that they take: labels never touch each other, nor leave the chart.
//!
//! Nobody can ask a text for its width before it is drawn, and the answer would differ from browser to browser. So widths
//! are estimated, generously, and a label is put where the estimate says that there is room.

/// The height of the text in tenths: the font size of the style sheet.
pub(super) const TEXT: i32 = 130;

/// The distance from one line of a label to the next.
const LINE: i32 = 155;

/// How far letters reach above and below the line that they stand on.
const ASCENT: i32 = 105;
const DESCENT: i32 = 35;

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Area {
    /// A square around a point.
    pub(super) const fn around((x, y): (i32, i32), reach: i32) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    pub(super) const fn touches(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    const fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether it lies between the edges of a chart.
    #[cfg(test)]
    pub(super) const fn is_within(&self, width: i32, height: i32) -> bool {
        Self { left: 0, top: 0, right: width, bottom: height }.holds(self)
    }

    /// The outline as the data of an SVG path.
    pub(super) fn path(&self) -> String {
        format!("M{} {}H{}V{}H{}Z", self.left, self.top, self.right, self.bottom, self.left)
    }
}

/// What a stroke belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The curve at this place.
    Curve(usize),
    /// The mark that the reader moves.
    Mark,
}

/// A straight stroke that labels keep clear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stroke {
    pub(super) from: (i32, i32),
    pub(super) to: (i32, i32),
    /// What it belongs to, for labels that may lie on their own strokes.
    pub(super) owner: Option<Owner>,
}

impl Stroke {
    /// Whether it comes into `area`: it neither passes beside its box, nor are all corners on one side of it.
    fn crosses(&self, area: &Area) -> bool {
        let ((x1, y1), (x2, y2)) = (self.from, self.to);
        let own = Area { left: x1.min(x2) - 1, top: y1.min(y2) - 1, right: x1.max(x2) + 1, bottom: y1.max(y2) + 1 };
        let side = |x: i32, y: i32| {
            let along = (i64::from(x2 - x1), i64::from(y2 - y1));
            (along.0 * i64::from(y - y1) - along.1 * i64::from(x - x1)).signum()
        };
        let sides = [
            side(area.left, area.top),
            side(area.right, area.top),
            side(area.left, area.bottom),
            side(area.right, area.bottom),
        ];
        own.touches(area) && !(sides == [1; 4] || sides == [-1; 4])
    }
}

/// Which end of a text its place gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// What a text is, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Of an axis, or of something beside the point.
    Quiet,
    /// A name.
    Plain,
    /// A figure that matters.
    Strong,
    /// Of the free era.
    Then,
    /// Of the present volume.
    Here,
}

impl Voice {
    /// The classes of the text.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Quiet => "chart-text chart-text-quiet",
            Self::Plain => "chart-text",
            Self::Strong => "chart-text chart-text-strong",
            Self::Then => "chart-text chart-text-strong chart-text-then",
            Self::Here => "chart-text chart-text-strong chart-text-here",
        }
    }
}

/// A text of one or two lines with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The place of the first line.
    pub(super) x: i32,
    /// The line that its letters stand on.
    pub(super) y: i32,
    pub(super) anchor: Anchor,
    pub(super) lines: Vec<(String, Voice)>,
}

impl Label {
    pub(super) fn line(text: impl Into<String>, voice: Voice) -> Self {
        Self { x: 0, y: 0, anchor: Anchor::Start, lines: vec![(text.into(), voice)] }
    }

    /// The same label on two lines, broken at the space nearest to its middle; `None` for a single word.
    pub(super) fn broken(text: &str, voice: Voice) -> Option<Self> {
        let middle = text.len() / 2;
        let spaces = text.match_indices(' ').map(|(place, _)| place);
        let (first, second) = text.split_at_checked(spaces.min_by_key(|place| place.abs_diff(middle))?)?;
        let mut label = Self::line(first, voice);
        label.lines.push((second.trim_start().to_owned(), voice));
        Some(label)
    }

    pub(super) fn at(mut self, x: i32, y: i32, anchor: Anchor) -> Self {
        (self.x, self.y, self.anchor) = (x, y, anchor);
        self
    }

    /// The distance between the first line and the last.
    pub(super) fn depth(&self) -> i32 {
        self.lines.iter().skip(1).map(|_| LINE).sum()
    }

    pub(super) fn width(&self) -> i32 {
        self.lines.iter().map(|(text, _)| text_width(text)).max().unwrap_or_default()
    }

    /// The room that it takes.
    pub(super) fn area(&self) -> Area {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        Area { left, top: self.y - ASCENT, right: left + width, bottom: self.y + self.depth() + DESCENT }
    }

    /// Its lines with the place of each.
    pub(super) fn placed_lines(&self) -> impl Iterator<Item = (i32, &str, Voice)> {
        let places = (0..).map(|line| self.y + line * LINE);
        places.zip(&self.lines).map(|(y, (text, voice))| (y, text.as_str(), *voice))
    }
}

/// Where labels are put: it knows what is taken.
#[derive(Clone, Debug)]
pub(super) struct Board {
    /// The chart, which no label leaves.
    bounds: Area,
    /// What no label may touch: marks, and the labels that have their place.
    taken: Vec<Area>,
    /// What labels keep clear of, too.
    pub(super) strokes: Vec<Stroke>,
    /// The labels that have their place.
    pub(super) labels: Vec<Label>,
}

impl Board {
    pub(super) const fn new(width: i32, height: i32) -> Self {
        let bounds = Area { left: 0, top: 0, right: width, bottom: height };
        Self { bounds, taken: Vec::new(), strokes: Vec::new(), labels: Vec::new() }
    }

    /// Keeps labels off a mark.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Keeps labels off a line through `points`; those of `owner` may ask to lie on it.
    pub(super) fn stroke(&mut self, points: &[(i32, i32)], owner: Option<Owner>) {
        let pairs = points.iter().zip(points.iter().skip(1));
        self.strokes.extend(pairs.map(|(from, to)| Stroke { from: *from, to: *to, owner }));
    }

    /// Gives the label its place, if there is room: inside of the chart, off everything that is taken, and off all strokes
    /// but those that `may_cross`. A little room stays around it.
    pub(super) fn put(&mut self, label: Label, may_cross: impl Fn(&Stroke) -> bool) -> bool {
        let area = label.area();
        let padded = Area { left: area.left - 30, top: area.top, right: area.right + 30, bottom: area.bottom };
        let is_free = self.bounds.holds(&area)
            && !self.taken.iter().any(|taken| taken.touches(&padded))
            && !self.strokes.iter().any(|stroke| stroke.crosses(&padded) && !may_cross(stroke));
        if is_free {
            self.taken.push(area);
            self.labels.push(label);
        }
        is_free
    }

    /// Puts labels of an axis in a row or a column: all of them, or as few as needed to keep them apart, evenly.
    pub(super) fn put_axis(&mut self, labels: &[Label]) {
        for every in 1..=labels.len() {
            for first in 0..every {
                let mut tried = self.clone();
                if labels.iter().skip(first).step_by(every).all(|label| tried.put(label.clone(), |_| true)) {
                    *self = tried;
                    return;
                }
            }
        }
    }
}

/// The width of a text in tenths, estimated rather too wide than too narrow.
pub(super) fn text_width(text: &str) -> i32 {
    text.chars().map(char_width).sum()
}

/// In tenths, for letters of [`TEXT`] in bold.
const fn char_width(c: char) -> i32 {
    let thousandths = match c {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '·' | '’' | '\u{a0}' | '\u{202f}' => {
            325
        }
        'f' | 'r' | 't' | '-' | '(' | ')' | '[' | ']' | '/' | '"' => 455,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 1_030,
        'A'..='Z' | '&' | '+' | '×' => 775,
        'a'..='z' => 625,
        '\0'..='\u{7f}' => 665,
        '\u{80}'..='\u{3ff}' => 850,
        '\u{400}'..='\u{ffff}' => 1_330,
        _ => 1_500,
    };
    TEXT * thousandths / 1_000
}

/// As much of a text as `room` has place for, with … in place of the rest.
pub(super) fn shortened(text: &str, room: i32) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut left = room - char_width('…');
    let fits = |c: &char| {
        left -= char_width(*c);
        left >= 0
    };
    let short: String = text.chars().take_while(fits).collect();
    short.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &Stroke) -> bool {
        false
    }

    fn label(x: i32, y: i32) -> Label {
        Label::line("Basic", Voice::Plain).at(x, y, Anchor::Middle)
    }

    #[test]
    fn a_long_name_is_shortened_to_its_room() {
        let name = "Negotiated with Acme Corporation";
        assert_eq!(shortened(name, 10_000), name);
        let short = shortened(name, 1_400);
        assert_eq!(short, "Negotiated with A…");
        assert!(text_width(&short) <= 1_400);
        assert_eq!(shortened("WWWWWWWWWWWW", 1_400), "WWWWWWWWW…");
        assert_eq!(shortened("seven 7s", 600), "seven…", "no space before the dots");
    }

    #[test]
    fn labels_keep_apart_and_inside() {
        let mut board = Board::new(2_000, 1_000);
        assert!(board.put(label(1_000, 500), nothing));
        assert!(!board.put(label(1_100, 500), nothing), "beside the first there is no room");
        assert!(!board.put(label(1_000, 600), nothing), "nor right under it");
        assert!(board.put(label(1_000, 660), nothing));
        assert!(!board.put(label(100, 500), nothing), "it would leave the chart");
        assert!(!board.put(label(1_000, 990), nothing));
        board.take(Area::around((400, 200), 50));
        assert!(!board.put(label(420, 220), nothing), "there is a mark");
        assert_eq!(board.labels.len(), 2);
    }

    #[test]
    fn labels_keep_off_strokes() {
        let mut board = Board::new(2_000, 1_000);
        board.stroke(&[(0, 0), (2_000, 1_000)], Some(Owner::Curve(7)));
        assert!(!board.put(label(1_000, 520), nothing), "it lies on the line");
        assert!(board.put(label(1_500, 300), nothing), "within the line's box, but beside the line");
        assert!(board.put(label(1_000, 520), |stroke| stroke.owner == Some(Owner::Curve(7))), "on its own line");
    }

    #[test]
    fn an_axis_without_room_leaves_labels_out_evenly() {
        let ticks = |step: i32| (0..6).map(|place| label(300 + place * step, 500)).collect::<Vec<_>>();
        for (step, left) in [(600, 6), (300, 3), (160, 2), (10, 1)] {
            let mut board = Board::new(4_000, 1_000);
            board.put_axis(&ticks(step));
            assert_eq!(board.labels.len(), left, "{step}");
        }
    }

    #[test]
    fn two_lines_take_the_room_of_both() {
        let mut two = label(1_000, 500);
        two.lines.push(("Enterprise Small".to_owned(), Voice::Quiet));
        assert_eq!(two.area().bottom - label(1_000, 500).area().bottom, LINE);
        assert_eq!(two.area().right - two.area().left, text_width("Enterprise Small"));
        assert_eq!(two.placed_lines().map(|(y, ..)| y).collect::<Vec<_>>(), [500, 500 + LINE]);
    }
}
