package org.nuanxin.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of a sheet into rows of cells. */
final class XlsxSheetHandler extends DefaultHandler {

    /** Ends the parsing when the receiver has seen enough, or refused. */
    static final class Enough extends SAXException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable FileRefused refused;

        Enough(@Nullable FileRefused refused) {
            this.refused = refused;
        }

        @Nullable
        FileRefused refused() {
            return refused;
        }
    }

    private static final int LONGEST_TEXT = 32_767;

    private final @Nullable SharedStrings texts;
    private final StylesTable styles;
    private final LocalDate zero;
    private final MergedCells merged;
    private final RosterFile.Rows rows;
    private final StringBuilder value = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int rowNumber;
    private int column = -1;
    private String type = "n";
    private int style = -1;
    private boolean formula;
    private boolean collecting;

    XlsxSheetHandler(
            @Nullable SharedStrings texts,
            StylesTable styles,
            boolean from1904,
            MergedCells merged,
            RosterFile.Rows rows) {
        this.texts = texts;
        this.styles = styles;
        this.zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        this.merged = merged;
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                rowNumber = number == null ? rowNumber + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
                column = -1;
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : new CellReference(reference).getCol();
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                String index = attributes.getValue("s");
                style = index == null ? -1 : Integer.parseInt(index);
                formula = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "v" -> collecting = true;
            case "t" -> collecting = type.equals("inlineStr");
            default -> {
                // formats, merged ranges and drawings say nothing about people
            }
        }
    }

    @Override
    public void characters(char[] text, int from, int length) {
        if (collecting && value.length() < LONGEST_TEXT) {
            value.append(text, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> collecting = false;
            case "c" -> add(cell());
            case "row" -> emit();
            default -> {
                // see above
            }
        }
    }

    private void add(Cell cell) {
        if (column < 0 || column >= XlsxFile.MAX_COLUMNS || cell.kind() == Cell.Kind.BLANK) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    private void emit() throws SAXException {
        merged.fill(rowNumber, cells);
        SheetRow row = new SheetRow(rowNumber, cells);
        try {
            if (!row.isBlank() && !rows.accept(row)) {
                throw new Enough(null);
            }
        } catch (FileRefused refused) {
            throw new Enough(refused);
        }
    }

    private Cell cell() {
        String raw = value.toString();
        if (raw.isEmpty()) {
            return formula ? new Cell(Cell.Kind.ERROR, "=") : Cell.BLANK;
        }
        return switch (type) {
            case "s" -> Cell.text(shared(raw));
            case "str", "inlineStr" -> Cell.text(raw);
            case "e" -> new Cell(Cell.Kind.ERROR, raw);
            case "b" -> Cell.text(raw.equals("1") ? "是" : "否");
            case "d" -> new Cell(Cell.Kind.DATE, raw.substring(0, Math.min(10, raw.length())));
            default -> number(raw);
        };
    }

    private String shared(String index) {
        return texts == null
                ? ""
                : texts.getItemAt(Integer.parseInt(index.strip())).getString();
    }

    private Cell number(String raw) {
        BigDecimal number = new BigDecimal(raw.strip());
        if (isDate() && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(200_000)) < 0) {
            return new Cell(Cell.Kind.DATE, zero.plusDays(number.longValue()).toString());
        }
        if (number.scale() < -400 || number.precision() > 400) {
            return new Cell(Cell.Kind.ERROR, raw.substring(0, Math.min(20, raw.length())));
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return new Cell(Cell.Kind.NUMBER, plain.toPlainString());
    }

    private boolean isDate() {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle found = styles.getStyleAt(style);
        return found != null && DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
    }
}
