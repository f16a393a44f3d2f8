package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files nobody has seen: read, or refused with a reason; never an exception, never long. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StrangeRosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Divisions LICHENG = new CsvDivisions("350502000000");

    @TempDir
    Path folder;

    private List<List<Object>> rows(int people) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(StrangeRosters.HEADINGS));
        for (int n = 0; n < people; n++) {
            rows.add(StrangeRosters.person(n));
        }
        return rows;
    }

    private StrangeRosters make() {
        return new StrangeRosters(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void columnsInAnyOrderWithForeignOnesBetweenAndTitlesAbove(int seed) throws Exception {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < StrangeRosters.HEADINGS.size() + 2; c++) {
            order.add(c);
        }
        Collections.shuffle(order, random);
        List<List<Object>> rows = new ArrayList<>();
        for (int title = 0; title < seed % 6; title++) {
            rows.add(List.of(title % 2 == 0 ? "鲤城区花名册" : "", "填报单位：区计生协会"));
        }
        for (List<Object> row : rows(20)) {
            boolean head = row.get(2).equals("姓名");
            List<Object> wide = new ArrayList<>(row);
            wide.add(head ? "政治面貌" : "群众");
            wide.add(head ? "审核意见" : "同意");
            rows.add(order.stream().map(wide::get).toList());
        }

        RosterReader.Reading reading = read(make().xlsx("shuffled.xlsx", rows));

        assertThat(reading.rows()).hasSize(20).allMatch(RosterRow::isReady);
        assertThat(reading.rows().get(0).people().get(0).account()).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-4-12",
                "2019.4.12",
                "2019/4/12",
                "20190412",
                "2019年4月12日",
                "2019年04月12号",
                "二〇一九年四月十二日",
                "２０１９年４月１２日",
                "2019-04-12 00:00:00",
                "43567",
                "2019、4、12",
                " 2019 . 4 . 12 "
            })
    void oneDayHasManySpellings(String typed) throws Exception {
        assertThat(RosterDate.read(Cell.text(typed)))
                .isEqualTo(new RosterDate(LocalDate.of(2019, 4, 12), RosterDate.Precision.DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019/4", "2019.4", "2019-04", "201904", "2019年4月", "二〇一九年四月", "2019年4月份"})
    void aMonthStaysAMonth(String typed) throws Exception {
        assertThat(RosterDate.read(Cell.text(typed.replace("份", ""))))
                .isEqualTo(new RosterDate(LocalDate.of(2019, 4, 1), RosterDate.Precision.MONTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"不详", "2019.13.2", "2019-2-30", "85.3.12", "1719年3月1日", "四月", "4/12/2019", "99999", "去年"})
    void whatIsNoDateIsSaidSo(String typed) {
        assertThatExceptionOfType(RosterDate.Unreadable.class).isThrownBy(() -> RosterDate.read(Cell.text(typed)));
    }

    @Test
    void aNumberThatMayHaveLostItsZeroIsNotGuessed() {
        assertThatExceptionOfType(RosterDate.Unreadable.class)
                .isThrownBy(() -> RosterDate.read(new Cell(Cell.Kind.NUMBER, "1995.1")))
                .withMessage("month-spoilt");
    }

    @Test
    void textInAnyEncodingAndWithAnySeparator() throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            for (String separator : List.of(",", ";", "\t")) {
                Path plain = make().csv("plain.csv", separator, charset, false, rows(5));
                assertThat(read(plain).ready()).as(charset + separator).hasSize(5);
            }
        }
        assertThat(read(make().csv("bom.csv", ",", StandardCharsets.UTF_8, true, rows(5)))
                        .ready())
                .hasSize(5);
        assertThat(read(make().csv("utf16.csv", "\t", StandardCharsets.UTF_16LE, true, rows(5)))
                        .ready())
                .hasSize(5);
    }

    @Test
    void theContentCountsAndNotTheName() throws Exception {
        Path workbook = make().xlsx("roster.xlsx", rows(3));

        assertThat(read(Files.move(workbook, folder.resolve("roster.csv"))).ready())
                .hasSize(3);
    }

    @Test
    void damagedValuesAreNamedOneByOneInTheirRow() throws Exception {
        List<List<Object>> rows = rows(3);
        rows.get(1).set(4, "3.50502E+17");
        rows.get(1).set(5, "1380000");
        rows.get(1).set(9, "还行");
        rows.get(2).set(0, "浮桥街");
        rows.get(2).set(8, "五保");
        rows.get(3).set(1, "新歩社区");
        rows.get(3)
                .set(4, "  " + StrangeRosters.citizenId(2).replace("", " ").toLowerCase(java.util.Locale.ROOT) + "　");

        List<RosterRow> read = read(make().xlsx("damaged.xlsx", rows)).rows();

        assertThat(codes(read.get(0)))
                .containsExactlyInAnyOrder(
                        Problem.Code.ID_DIGITS_LOST, Problem.Code.PHONE_LENGTH, Problem.Code.TIER_UNKNOWN);
        assertThat(codes(read.get(1)))
                .containsExactlyInAnyOrder(Problem.Code.TOWNSHIP_NEAR, Problem.Code.LIVELIHOOD_OLD);
        assertThat(codes(read.get(2))).containsExactly(Problem.Code.VILLAGE_NEAR);
        assertThat(read.get(2).problems().get(0).arguments()).contains("新步社区居委会");
    }

    @Test
    void nothingShownOfARowIsAWholeNumber() throws Exception {
        List<List<Object>> rows = rows(1);
        rows.get(1).set(2, "林" + StrangeRosters.citizenId(0));
        rows.get(1).set(7, "离世 " + StrangeRosters.citizenId(0));
        rows.get(1).set(4, StrangeRosters.citizenId(0).substring(0, 17) + "Q");

        List<Problem> problems =
                read(make().xlsx("misplaced.xlsx", rows)).rows().get(0).problems();

        assertThat(problems).hasSizeGreaterThanOrEqualTo(3);
        assertThat(problems).noneMatch(problem -> problem.shown().matches(".*\\d{9,}.*"));
    }

    @Test
    void formulasGiveTheirLastResultAndBrokenOnesAreErrors() throws Exception {
        Path path = folder.resolve("formula.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            var sheet = book.createSheet("花名册");
            List<List<Object>> rows = rows(2);
            for (int r = 0; r < rows.size(); r++) {
                XSSFRow row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(String.valueOf(rows.get(r).get(c)));
                }
            }
            sheet.getRow(1).getCell(2).setCellFormula("\"林\"&\"秋月\"");
            book.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(1).getCell(2));
            sheet.getRow(2).getCell(1).setCellFormula("#REF!");
            book.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(sheet.getRow(2).getCell(1));
            book.write(out);
        }

        List<RosterRow> read = read(path).rows();

        assertThat(read.get(0).people().get(0).name()).isEqualTo("林秋月");
        assertThat(codes(read.get(1))).contains(Problem.Code.CELL_ERROR);
    }

    @Test
    void whatIsMergedDownwardsHoldsForEveryRow() throws Exception {
        List<List<Object>> rows = rows(3);
        for (int r = 2; r <= 3; r++) {
            rows.get(r).set(0, "");
            rows.get(r).set(1, "");
        }
        Path path = make().xlsx("flat.xlsx", rows);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(path));
                OutputStream out = Files.newOutputStream(folder.resolve("merged.xlsx"))) {
            book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("A2:A4"));
            book.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("B2:B4"));
            book.write(out);
        }

        assertThat(read(path).ready()).hasSize(1);
        assertThat(read(folder.resolve("merged.xlsx")).ready()).hasSize(3);
    }

    @Test
    void oneTooManyRowsIsRefused() throws Exception {
        refused(make().xlsx("long.xlsx", rows(50_001)), FileRefused.Reason.TOO_MANY_ROWS);
    }

    @Test
    void whatIsNoRosterIsRefusedWithItsReason() throws Exception {
        refused(Files.createFile(folder.resolve("empty.xlsx")), FileRefused.Reason.EMPTY);
        refused(Files.writeString(folder.resolve("blank.csv"), " \r\n \r\n"), FileRefused.Reason.EMPTY);
        refused(Files.writeString(folder.resolve("letter.csv"), "各位同事：请报送名册。\n谢谢\n"), FileRefused.Reason.NO_HEADER);
        refused(Files.writeString(folder.resolve("page.xls"), "<html><table><tr><td>姓名"), FileRefused.Reason.WEB_PAGE);
        refused(
                Files.write(folder.resolve("a.pdf"), "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8)),
                FileRefused.Reason.NOT_A_TABLE);
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        refusedSomehow(Files.write(folder.resolve("noise.xlsx"), noise));
        refused(
                make().zip("letter.docx", "[Content_Types].xml", "word/document.xml"),
                FileRefused.Reason.NO_EXCEL_ARCHIVE);
        refused(make().zip("roster.xlsb", "[Content_Types].xml", "xl/workbook.bin"), FileRefused.Reason.BINARY_EXCEL);
        refused(
                make().zip("macro.xlsm", "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
                FileRefused.Reason.MACROS);
        refused(make().zip("hollow.xlsx", "[Content_Types].xml", "xl/workbook.xml"), FileRefused.Reason.DAMAGED);
        byte[] cut = Files.readAllBytes(make().xlsx("whole.xlsx", rows(100)));
        refused(
                Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(cut, cut.length / 2)),
                FileRefused.Reason.DAMAGED);
        refused(make().xlsx("heading.xlsx", rows(0)), FileRefused.Reason.NO_ROWS);
    }

    @Test
    void oldAndEncryptedWorkbooksAreToldApart() throws Exception {
        Path old = folder.resolve("old.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            book.createSheet("花名册").createRow(0).createCell(0).setCellValue("姓名");
            book.write(out);
        }
        refused(old, FileRefused.Reason.OLD_EXCEL);

        Path secret = folder.resolve("secret.xlsx");
        try (POIFSFileSystem system = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(secret)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("nuanxin");
            try (OutputStream inside = encryptor.getDataStream(system)) {
                Files.copy(make().xlsx("plain.xlsx", rows(1)), inside);
            }
            system.writeFilesystem(out);
        }
        refused(secret, FileRefused.Reason.ENCRYPTED);
    }

    @Test
    void bombsAreRefusedBeforeTheyUnpack() throws Exception {
        Path good = make().xlsx("good.xlsx", rows(1));
        byte[] zeros = new byte[1 << 20];
        Path sheet = make().replacing(good, "sheet-bomb.xlsx", "xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row><c><v>".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 600; i++) {
                out.write(zeros);
            }
        });
        refused(sheet, FileRefused.Reason.BOMB);
        Path laughs = make().replacing(
                        good, "laughs.xlsx", "xl/workbook.xml", out -> out.write("""
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <workbook><sheets><sheet name="&x;&b;"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8)));
        refused(laughs, FileRefused.Reason.DAMAGED);
    }

    private static List<Problem.Code> codes(RosterRow row) {
        return row.problems().stream().map(Problem::code).toList();
    }

    private static void refused(Path path, FileRefused.Reason reason) {
        assertThatExceptionOfType(FileRefused.class)
                .as(path.getFileName().toString())
                .isThrownBy(() -> read(path))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static void refusedSomehow(Path path) {
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> read(path));
    }

    private static RosterReader.Reading read(Path path) throws Exception {
        return RosterReader.read(path, RosterReader.outline(path).plans(), LICHENG, TODAY, rows -> {});
    }
}
