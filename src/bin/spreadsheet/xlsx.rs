//! Writes workbooks as XLSX files.

use quota_calculator::format::workbook::{Cell, CellContent, Look, Sheet, Workbook};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

/// How high a line is, in points.
const LINE: f64 = 15.0;

/// The bytes of the file. The same workbook always gives the same bytes.
///
/// # Errors
/// What the writer says when a text or a formula is longer than the format allows.
pub(crate) fn write(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&DocProperties::new().set_title(&workbook.title).set_creation_datetime(&workbook.made));
    for sheet in &workbook.sheets {
        write_sheet(file.add_worksheet(), sheet)?;
    }
    for (name, cell) in &workbook.names {
        file.define_name(*name, &format!("={cell}"))?;
    }
    file.save_to_buffer()
}

fn write_sheet(target: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    target.set_name(sheet.name)?.set_landscape().set_print_fit_to_pages(1, 0);
    target.set_freeze_panes(sheet.frozen_rows, 0)?;
    for (column, width) in (0..).zip(&sheet.widths) {
        target.set_column_width(column, f64::from(*width))?;
    }
    for cell in &sheet.cells {
        write_cell(target, cell)?;
        let lines = sheet.lines_in_row(cell.place.row);
        if lines > 1 {
            let lines = u16::try_from(lines).unwrap_or(u16::MAX);
            target.set_row_height(cell.place.row, LINE * f64::from(lines))?;
        }
    }
    Ok(())
}

fn write_cell(target: &mut Worksheet, cell: &Cell) -> Result<(), XlsxError> {
    let (row, column) = (cell.place.row, cell.place.column);
    let format = format(cell.look);
    match &cell.content {
        CellContent::Text(text) => target.write_string_with_format(row, column, text, &format)?,
        CellContent::Number(number) => {
            let number = number.to_f64().unwrap_or_default();
            target.write_number_with_format(row, column, number, &format)?
        }
        CellContent::Day(day) => target.write_datetime_with_format(row, column, day, &format)?,
        CellContent::Formula { formula, value } => {
            let formula = Formula::new(formula).set_result(value.normalize().to_string());
            target.write_formula_with_format(row, column, formula, &format)?
        }
        CellContent::TextFormula { formula, value } => {
            let formula = Formula::new(formula).set_result(value);
            target.write_formula_with_format(row, column, formula, &format)?
        }
    };
    Ok(())
}

fn format(look: Look) -> Format {
    let number = |places: u32| {
        let decimals = if places == 0 { String::new() } else { format!(".{}", "0".repeat(places as usize)) };
        Format::new().set_num_format(format!("#,##0{decimals}"))
    };
    match look {
        Look::Plain => Format::new(),
        Look::Title => Format::new().set_bold().set_font_size(16),
        Look::Heading => Format::new().set_bold().set_align(FormatAlign::Top),
        Look::NumberHeading => Format::new().set_bold().set_align(FormatAlign::Right),
        Look::Note => Format::new().set_indent(1),
        Look::Wrapped => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        Look::Input => Format::new().set_background_color(Color::RGB(0x00FF_F4CC)).set_border(FormatBorder::Thin),
        Look::Day => Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        Look::Number(places) => number(places),
        Look::Sum(places) => number(places).set_bold().set_border_top(FormatBorder::Thin),
        Look::Factor => Format::new().set_num_format("0.0000######"),
    }
}
