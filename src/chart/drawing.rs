use yew::prelude::*;

use super::label::{Area, Board, Label};
use super::size::ChartSize;

/// What a chart shows, before it is SVG: paths and texts, each with its classes. Lengths are tenths.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    pub(super) size: ChartSize,
    /// Where the lines are; nothing of them shows outside.
    pub(super) plot: Area,
    /// Grid and grounds.
    pub(super) under: Vec<Shape>,
    /// Lines, cut off at the plot's edges.
    pub(super) lines: Vec<Shape>,
    /// Marks.
    pub(super) over: Vec<Shape>,
    /// Texts.
    pub(super) board: Board,
}

/// A path with its classes.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) class: String,
    pub(super) path: String,
}

impl Shape {
    pub(super) fn new(class: impl Into<String>, path: String) -> Self {
        Self { class: class.into(), path }
    }

    /// A line through points.
    pub(super) fn line(class: impl Into<String>, points: &[(i32, i32)]) -> Self {
        let mut path = String::new();
        for (x, y) in points {
            path += &format!("{}{x} {y}", if path.is_empty() { 'M' } else { 'L' });
        }
        Self::new(class, path)
    }

    /// A circle around a point.
    pub(super) fn circle(class: impl Into<String>, (x, y): (i32, i32), radius: i32) -> Self {
        let (left, across) = (x - radius, radius * 2);
        Self::new(
            class,
            format!("M{left} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 {} 0", -across),
        )
    }

    pub(super) fn html(&self) -> Html {
        html! { <path class={self.class.clone()} d={self.path.clone()} /> }
    }
}

impl Drawing {
    pub(super) fn new(size: ChartSize, plot: Area) -> Self {
        let board = Board::new(size.width(), size.height());
        Self { size, plot, under: Vec::new(), lines: Vec::new(), over: Vec::new(), board }
    }

    /// The drawing as SVG. `role` and `name` say what it is to those who don't see it; what is drawn is hidden from them,
    /// all but `top`, which lies over everything else.
    pub(super) fn svg(&self, role: &'static str, name: &str, top: Html) -> Html {
        let width = self.size.width();
        // A line at the edge keeps its full breadth.
        let Area { left, top: upper, right, bottom } = self.plot;
        let (across, down) = (right - left + 40, bottom - upper + 40);
        let (left, upper) = (left - 20, upper - 20);
        html! {
            <svg class={classes!("chart", self.size.class())} viewBox={format!("0 0 {width} {}", self.size.height())} {role} aria-label={name.to_owned()}>
                <g aria-hidden="true">
                    { shapes(&self.under) }
                    <svg
                        x={left.to_string()}
                        y={upper.to_string()}
                        width={across.to_string()}
                        height={down.to_string()}
                        viewBox={format!("{left} {upper} {across} {down}")}
                    >
                        { shapes(&self.lines) }
                    </svg>
                    { shapes(&self.over) }
                    <g>
                        for label in &self.board.labels {
                            { texts(label) }
                        }
                    </g>
                </g>
                { top }
            </svg>
        }
    }
}

fn shapes(shapes: &[Shape]) -> Html {
    html! {
        <g>
            for shape in shapes {
                { shape.html() }
            }
        </g>
    }
}

fn texts(label: &Label) -> Html {
    let x = label.x.to_string();
    html! {
        <g>
            for (y, text, voice) in label.placed_lines() {
                <text class={voice.class()} x={x.clone()} y={y.to_string()} text-anchor={label.anchor.name()}>{ text.to_owned() }</text>
            }
        </g>
    }
}
