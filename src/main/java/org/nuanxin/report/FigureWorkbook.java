package org.nuanxin.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind a figure as an .xlsx, streamed in chunks; the export is recorded. */
@Service
class FigureWorkbook {

    private static final int CHUNK = 2_000;

    private final FigureRows rows;
    private final MessageSource messages;
    private final Audit audit;

    FigureWorkbook(FigureRows rows, MessageSource messages, Audit audit) {
        this.rows = rows;
        this.messages = messages;
        this.audit = audit;
    }

    @Transactional
    void write(Indicator indicator, ReportScope scope, @Nullable Long snapshot, FigureFilter filter, OutputStream out)
            throws IOException {
        audit.record(Act.general("report.rows-exported"));
        try (Workbook book = new Workbook(out, "Nuanxin", "1.0")) {
            Worksheet sheet = book.newWorksheet(say("report.rows"));
            List<String> heads =
                    new ArrayList<>(List.of(say("report.col.name"), say("report.col.place"), say("report.col.on")));
            indicator.dimensions().forEach(dimension -> heads.add(say("report.dim." + dimension)));
            heads.add(say("report.col.note"));
            if (indicator.unit() == Unit.YUAN) {
                heads.add(say("report.col.amount"));
            }
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, column < 2 ? 24 : 14);
            }
            sheet.freezePane(0, 1);
            int line = 1;
            String after = null;
            List<FigureRows.Row> chunk = rows.chunk(indicator, scope, snapshot, filter, after, CHUNK);
            while (!chunk.isEmpty()) {
                for (FigureRows.Row row : chunk) {
                    write(sheet, line++, indicator, row);
                }
                sheet.flush();
                after = chunk.get(chunk.size() - 1).key();
                chunk = rows.chunk(indicator, scope, snapshot, filter, after, CHUNK);
            }
        }
    }

    private void write(Worksheet sheet, int line, Indicator indicator, FigureRows.Row row) {
        int column = 0;
        sheet.value(line, column++, row.name() == null ? say("report.moved") : row.name());
        sheet.value(line, column++, row.place());
        if (row.on() != null) {
            sheet.value(line, column, Objects.requireNonNull(row.on()));
            sheet.style(line, column).format("yyyy-mm-dd").set();
        }
        column++;
        for (String dimension : indicator.dimensions()) {
            String value = row.dimensions().getOrDefault(dimension, "");
            sheet.value(line, column++, say("report.dim." + dimension + "." + value));
        }
        sheet.value(line, column++, row.label() == null ? "" : row.label());
        if (indicator.unit() == Unit.YUAN && row.amount() != null) {
            sheet.value(line, column, row.amount());
            sheet.style(line, column).format("#,##0.00").set();
        }
    }

    private String say(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, LocaleContextHolder.getLocale()));
    }
}
