package org.nuanxin.common;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes one table as .xlsx, row by row to the stream, so that 100,000 rows need no more memory than ten. */
public class XlsxTable implements AutoCloseable {

    private static final int FLUSH = 200;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** Starts the workbook: a bold, frozen head with these titles. */
    public XlsxTable(OutputStream out, String sheetName, List<String> head) throws IOException {
        this.workbook = new Workbook(out, "Nuanxin", "1.0");
        this.sheet = workbook.newWorksheet(sheetName);
        for (int column = 0; column < head.size(); column++) {
            sheet.value(0, column, harmless(head.get(column)));
            sheet.style(0, column).bold().fillColor("F1EFEA").set();
            sheet.width(column, Math.max(12, head.get(column).length() * 2.4 + 2));
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** Text, numbers, amounts, dates; null leaves the cell empty. */
    public void row(@Nullable Object... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            cell(column, cells[column]);
        }
        row++;
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        if (value instanceof Money money) {
            amount(column, money.yuan());
        } else if (value instanceof BigDecimal yuan) {
            amount(column, yuan);
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, harmless(value.toString()));
        }
    }

    private void amount(int column, BigDecimal yuan) {
        sheet.value(row, column, yuan);
        sheet.style(row, column).format("#,##0.00").set();
    }

    /** A name that begins like a formula stays text, also after somebody saves the sheet as CSV. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Finishes the workbook; the stream stays open for its owner. */
    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
