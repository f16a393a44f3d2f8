package org.nuanxin.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The report's tables as an .xlsx: overview, counties, age and sex, livelihood and ability, external figures. */
@Component
class ReportWorkbook {

    private static final String MONEY = "#,##0.00";
    private static final String COUNT = "#,##0";

    private final MessageSource messages;

    ReportWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    void write(Report report, Locale locale, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Nuanxin", "1.0")) {
            Words words = new Words(messages, locale);
            overview(book.newWorksheet(words.say("report.overview")), report, words);
            counties(book.newWorksheet(words.say("report.sheet.counties")), report, words);
            if (report.has("people")) {
                pyramid(book.newWorksheet(words.say("report.pyramid")), report, words);
                cross(book.newWorksheet(words.say("report.cross")), report, words);
            }
            externals(book.newWorksheet(words.say("report.externals")), report, words);
        }
    }

    /** Texts in one language. */
    private record Words(MessageSource messages, Locale locale) {

        String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale);
        }

        String pick(String zh, String en) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
        }
    }

    private static void overview(Worksheet sheet, Report report, Words words) {
        sheet.value(0, 0, words.say("report.title", String.valueOf(report.year())));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(
                1,
                0,
                words.say(
                        "report.sheet.scope",
                        words.pick(report.regionZh(), report.regionEn()),
                        String.valueOf(report.asOf())));
        heads(
                sheet,
                3,
                List.of(
                        words.say("report.col.chapter"),
                        words.say("report.col.figure"),
                        words.say("report.col.value"),
                        words.say("report.col.unit")));
        int line = 4;
        for (Chapter chapter : Chapter.values()) {
            for (ReportContent.Line figure : report.all(chapter)) {
                sheet.value(line, 0, words.say("report.chapter." + chapter));
                sheet.value(line, 1, words.say(figure.title()));
                number(sheet, line, 2, report.total(figure.key()));
                sheet.value(line, 3, words.say("report.unit." + figure.unit()));
                line++;
            }
        }
        sheet.width(0, 16);
        sheet.width(1, 40);
        sheet.width(2, 18);
    }

    private static void counties(Worksheet sheet, Report report, Words words) {
        List<ReportContent.Line> lines = List.of(Chapter.values()).stream()
                .flatMap(chapter -> report.all(chapter).stream())
                .toList();
        sheet.value(0, 0, words.say("report.col.county"));
        for (int column = 0; column < lines.size(); column++) {
            sheet.value(0, column + 1, words.say(lines.get(column).title()));
            sheet.width(column + 1, 14);
        }
        sheet.range(0, 0, 0, lines.size()).style().bold().wrapText(true).set();
        sheet.freezePane(1, 1);
        int line = 1;
        for (ReportContent.County county : report.counties()) {
            sheet.value(line, 0, words.pick(county.nameZh(), county.nameEn()));
            for (int column = 0; column < lines.size(); column++) {
                number(sheet, line, column + 1, report.by(lines.get(column).key(), "county", county.code()));
            }
            line++;
        }
        sheet.value(line, 0, words.say("report.total"));
        for (int column = 0; column < lines.size(); column++) {
            number(sheet, line, column + 1, report.total(lines.get(column).key()));
        }
        sheet.range(line, 0, line, lines.size()).style().bold().set();
        sheet.value(line + 1, 0, words.say("report.noKinmen"));
    }

    private static void pyramid(Worksheet sheet, Report report, Words words) {
        heads(
                sheet,
                0,
                List.of(
                        words.say("report.col.band"),
                        words.say("report.dim.sex.MALE"),
                        words.say("report.dim.sex.FEMALE"),
                        words.say("report.dim.sex.unknown"),
                        words.say("report.total")));
        int line = 1;
        for (String band : Pyramid.BANDS) {
            sheet.value(line, 0, words.say("report.dim.band." + band));
            number(sheet, line, 1, report.by("people", "band", band, "sex", "MALE"));
            number(sheet, line, 2, report.by("people", "band", band, "sex", "FEMALE"));
            number(sheet, line, 3, report.by("people", "band", band, "sex", "unknown"));
            number(sheet, line, 4, report.by("people", "band", band));
            line++;
        }
        sheet.value(line, 0, words.say("report.total"));
        number(sheet, line, 1, report.by("people", "sex", "MALE"));
        number(sheet, line, 2, report.by("people", "sex", "FEMALE"));
        number(sheet, line, 3, report.by("people", "sex", "unknown"));
        number(sheet, line, 4, report.total("people"));
        sheet.range(line, 0, line, 4).style().bold().set();
    }

    private static void cross(Worksheet sheet, Report report, Words words) {
        List<String> grades = Crosstab.GRADES;
        sheet.value(0, 0, words.say("report.cross"));
        for (int column = 0; column < grades.size(); column++) {
            sheet.value(0, column + 1, words.say("report.dim.grade." + grades.get(column)));
            sheet.width(column + 1, 14);
        }
        sheet.range(0, 0, 0, grades.size()).style().bold().set();
        int line = 1;
        for (String livelihood : Crosstab.LIVELIHOODS) {
            sheet.value(line, 0, words.say("report.dim.livelihood." + livelihood));
            for (int column = 0; column < grades.size(); column++) {
                number(
                        sheet,
                        line,
                        column + 1,
                        report.by("people", "livelihood", livelihood, "grade", grades.get(column)));
            }
            line++;
        }
    }

    private static void externals(Worksheet sheet, Report report, Words words) {
        heads(
                sheet,
                0,
                List.of(words.say("report.col.figure"), words.say("report.col.value"), words.say("report.source")));
        int line = 1;
        for (Chapter chapter : Chapter.values()) {
            for (ReportContent.External external : report.externals(chapter.name())) {
                sheet.value(line, 0, words.pick(external.titleZh(), external.titleEn()));
                sheet.value(line, 1, words.pick(external.valueZh(), external.valueEn()));
                sheet.value(line, 2, words.pick(external.sourceZh(), external.sourceEn()));
                line++;
            }
        }
        sheet.value(line + 1, 0, words.say("report.externals.note"));
        sheet.width(0, 50);
        sheet.width(2, 44);
    }

    private static void heads(Worksheet sheet, int line, List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(line, column, heads.get(column));
            sheet.style(line, column).bold().set();
            sheet.width(column, 16);
        }
    }

    private static void number(Worksheet sheet, int line, int column, Report.Number number) {
        Long count = number.count();
        if (count == null) {
            sheet.value(line, column, number.mask());
        } else if (number.unit() == Unit.YUAN) {
            sheet.value(line, column, number.sum());
            sheet.style(line, column).format(MONEY).set();
        } else {
            sheet.value(line, column, count);
            sheet.style(line, column).format(COUNT).set();
        }
    }
}
