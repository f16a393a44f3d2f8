package org.nuanxin.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The rows to mend as a spreadsheet: as they stand in the file, masked like every export, found again by row number. */
@Component
class ErrorWorkbook {

    /** Excel allows no longer name of a sheet. */
    private static final int LONGEST_TITLE = 31;

    private final MessageSource messages;

    ErrorWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    void write(Path file, List<SheetPlan> plans, List<RosterRow> wrong, OutputStream out)
            throws IOException, FileRefused {
        RosterFile source = RosterFile.open(file);
        try (Workbook book = new Workbook(out, "Nuanxin", "1.0")) {
            for (SheetPlan plan : plans) {
                Map<Integer, RosterRow> rows = new HashMap<>();
                wrong.stream().filter(row -> row.sheet() == plan.sheet()).forEach(row -> rows.put(row.number(), row));
                if (!rows.isEmpty()) {
                    sheet(book, source, plan, rows);
                }
            }
        }
    }

    private void sheet(Workbook book, RosterFile source, SheetPlan plan, Map<Integer, RosterRow> rows)
            throws IOException, FileRefused {
        String name = plan.name().replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        String title = name.isEmpty() ? text("roster.title") : name;
        Worksheet sheet = book.newWorksheet(title.substring(0, Math.min(LONGEST_TITLE, title.length())));
        List<SheetPlan.Column> columns = plan.columns();
        int last = columns.size() + 1;
        head(sheet, 0, text("roster.result.row"));
        for (int c = 0; c < columns.size(); c++) {
            head(sheet, c + 1, columns.get(c).heading());
        }
        head(sheet, last, text("roster.errors.what-to-mend"));
        sheet.width(0, 8);
        sheet.width(last, 70);
        sheet.freezePane(1, 1);
        int[] line = {1};
        source.read(source.sheets().get(plan.sheet()), row -> {
            RosterRow read = rows.get(row.number());
            if (read == null) {
                return true;
            }
            sheet.value(line[0], 0, row.number());
            for (int c = 0; c < columns.size(); c++) {
                SheetPlan.Column column = columns.get(c);
                String shown = Shown.of(column.field(), row.cell(column.index()).text());
                if (!shown.isEmpty()) {
                    sheet.value(line[0], c + 1, shown);
                }
                boolean bad = read.problems().stream()
                        .anyMatch(
                                problem -> problem.isError() && problem.column().equals(column.heading()));
                if (bad) {
                    sheet.style(line[0], c + 1).fillColor("FFF4DC").set();
                }
            }
            sheet.value(line[0], last, advice(read));
            sheet.style(line[0], last).wrapText(true).set();
            line[0]++;
            return line[0] <= rows.size();
        });
        sheet.finish();
    }

    private static void head(Worksheet sheet, int column, String text) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().fillColor(Color.GRAY1).set();
    }

    private String advice(RosterRow row) {
        return row.problems().stream()
                .filter(Problem::isError)
                .map(problem -> (problem.column().isEmpty() ? "" : problem.column() + "：")
                        + text(problem.code().problemKey(), problem) + "，"
                        + text(problem.code().mendKey(), problem))
                .collect(Collectors.joining("；"));
    }

    private String text(String key, Problem problem) {
        return messages.getMessage(key, problem.arguments().toArray(), LocaleContextHolder.getLocale());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
