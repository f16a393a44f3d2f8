package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Sex;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.NewFamily;
import org.nuanxin.family.Origin;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Official lists: differences first, then all or nothing; of strangers only their number. */
@NuanxinTest
class OfficialListTest {

    private static final String DEHUA = "350526000000";
    private static final String JINJIANG = "350582000000";
    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    DatedFacts facts;

    @Autowired
    ListImports lists;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private CitizenId husband;
    private CitizenId wife;
    private long family;
    private long husbandId;
    private long wifeId;

    @BeforeEach
    void aCouple() {
        husband = TestFamilies.citizenId(1950, Sex.MALE);
        wife = TestFamilies.citizenId(1952, Sex.FEMALE);
        family = register(DEHUA, "涂名单", husband, "涂名妻", wife);
        List<Long> ids = as.caseworker(
                DEHUA,
                () -> heads.read(family).members().stream()
                        .map(member -> member.id())
                        .toList());
        husbandId = ids.get(0);
        wifeId = ids.get(1);
    }

    @Test
    void differencesAreShownFirstAndWrittenTogether() {
        record(wifeId, "near-low-income", "2024-01-01");
        ListImport list = upload("姓名,身份证号,救助类型,批准日期\n涂名单," + husband.value() + ",低保,2026年9月1日\n涂名妻," + wife.value()
                + ",特困人员,2026/9/15\n");
        assertThat(outcomes(list))
                .containsEntry(ListImport.Outcome.NEW, 1)
                .containsEntry(ListImport.Outcome.DIFFERS, 1);
        assertThat(on(husbandId, "2026-10-31")).isEmpty();
        page(list, "/imports/lists/" + list.id() + "?tab=differs").contains("涂名妻", "低保边缘", "特困");
        act(() -> lists.take(list, ListImport.Outcome.DIFFERS, null, true));
        assertThat(as.caseworker(DEHUA, () -> lists.apply(list))).isTrue();
        assertThat(on(husbandId, "2026-08-31")).isEmpty();
        assertThat(on(husbandId, "2026-09-01")).containsExactly("low-income");
        assertThat(on(wifeId, "2026-09-14")).containsExactly("near-low-income");
        assertThat(on(wifeId, "2026-09-15")).containsExactly("extreme-hardship");
        assertThat(found(list).applied()).isEqualTo(2);
        page(list, "/imports/lists/" + list.id()).contains("名单回执", "县民政局十月名单");
        page(list, "/families/" + family + "/timeline").contains("按官方名单更新情况", "县民政局十月名单");
        record(husbandId, "none", "2026-11-01");
        assertThat(on(husbandId, "2026-11-01")).containsExactly("none");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String csv = "姓名,身份证号\n涂名单," + husband.value() + "\n";
        ListImport list = upload(csv);
        act(() -> lists.apply(list));
        act(() -> lists.apply(list));
        assertThat(upload(csv).id()).isEqualTo(list.id());
        ListImport later = upload(csv + "\n", AS_OF.plusDays(5));
        assertThat(outcomes(later))
                .containsEntry(ListImport.Outcome.UNCHANGED, 1)
                .containsEntry(ListImport.Outcome.NEW, 0);
        act(() -> lists.apply(later));
        assertThat(statements(husbandId)).isEqualTo(1);
    }

    @Test
    void whatIsNotTakenStaysAndALaterStatementLimitsTheNewOne() {
        record(husbandId, "none", "2026-11-01");
        ListImport list = upload("身份证号,类别\n" + husband.value() + ",低保\n");
        assertThat(outcomes(list)).containsEntry(ListImport.Outcome.LATER, 1);
        assertThat(as.caseworker(DEHUA, () -> lists.taken(list))).isZero();
        act(() -> lists.take(list, ListImport.Outcome.LATER, null, true));
        act(() -> lists.apply(list));
        assertThat(on(husbandId, "2026-10-31")).containsExactly("low-income");
        assertThat(on(husbandId, "2026-11-01")).containsExactly("none");
    }

    @Test
    void whoIsMissingEndsOnlyWhenSomebodySaysSo() {
        act(() -> lists.apply(upload("身份证号\n" + husband.value() + "\n" + wife.value() + "\n", AS_OF.plusDays(10))));
        ListImport list = upload("身份证号,备注\n" + husband.value() + ",\n", AS_OF.plusDays(15));
        assertThat(as.caseworker(DEHUA, () -> lists.missing(list)))
                .extracting(ListImport.Missing::personId)
                .contains(wifeId)
                .doesNotContain(husbandId);
        page(list, "/imports/lists/" + list.id() + "?tab=missing").contains("涂名妻", "都记到这一天为止");
        act(() -> lists.endMissing(list, true));
        act(() -> lists.apply(found(list)));
        assertThat(on(wifeId, "2026-11-14")).containsExactly("low-income");
        assertThat(on(wifeId, "2026-11-15")).isEmpty();
        assertThat(on(husbandId, "2026-11-15")).containsExactly("low-income");
    }

    @Test
    void whatChangedMeanwhileIsComparedAnewAndNothingIsWritten() {
        ListImport list = upload("身份证号\n" + husband.value() + "\n" + wife.value() + "\n");
        record(wifeId, "none", "2026-01-01");
        assertThat(as.caseworker(DEHUA, () -> lists.apply(list))).isFalse();
        assertThat(on(husbandId, "2026-10-31")).isEmpty();
        assertThat(outcomes(list))
                .containsEntry(ListImport.Outcome.DIFFERS, 1)
                .containsEntry(ListImport.Outcome.NEW, 1);
        assertThat(as.caseworker(DEHUA, () -> lists.apply(list))).isTrue();
        assertThat(on(wifeId, "2026-10-31")).containsExactly("none");
    }

    @Test
    void strangersAreCountedAndNeverStored() {
        CitizenId elsewhere = TestFamilies.citizenId(1949, Sex.MALE);
        register(JINJIANG, "别县人", elsewhere, "别县妻", TestFamilies.citizenId(1951, Sex.FEMALE));
        CitizenId nobody = TestFamilies.citizenId(1940, Sex.MALE);
        ListImport list = upload("姓名,身份证号\n别县人," + elsewhere.value() + "\n路人," + nobody.value() + "\n");
        assertThat(list.outside()).isEqualTo(2);
        assertThat(as.caseworker(
                        DEHUA,
                        () -> jdbc.sql("select count(*) from list_row where import_id = :id")
                                .param("id", list.id())
                                .query(Long.class)
                                .single()))
                .isZero();
        page(list, "/imports/lists/" + list.id() + "?tab=new").doesNotContain("别县人", "路人", elsewhere.value());
    }

    @Test
    void aDeathOnAListIsAProposalAndWritesNothing() {
        ListImport list = upload(ListKind.DEATH, "姓名,身份证号,死亡日期\n涂名单," + husband.value() + ",20261002\n", AS_OF);
        assertThat(outcomes(list)).containsEntry(ListImport.Outcome.NEW, 1);
        act(() -> lists.take(list, ListImport.Outcome.NEW, null, true));
        assertThat(as.caseworker(DEHUA, () -> lists.taken(list))).isZero();
        page(list, "/imports/lists/" + list.id()).contains("/families/" + family + "/life", "核实后登记");
        assertThat(mvc.get().uri("/?lang=zh").with(as.signedIn(Role.CASEWORKER, DEHUA)))
                .bodyText()
                .contains("名单上写着已离世", "涂名单");
        assertThat(as.caseworker(
                        DEHUA, () -> heads.read(family).members().get(0).diedOn()))
                .isNull();
    }

    @Test
    void anAssessmentBringsItsDayAndTheNextOne() {
        ListImport list = upload(
                ListKind.ABILITY,
                "姓名,身份证号码,评估结果,评估日期,下次评估日期\n涂名单," + husband.value() + ",重度失能,2026.3.1,2027-03-01\n",
                AS_OF);
        act(() -> lists.apply(list));
        assertThat(as.caseworker(DEHUA, () -> facts.on(family, LocalDate.of(2026, 3, 1))))
                .filteredOn(known -> known.name().equals("ability-grade"))
                .singleElement()
                .satisfies(known -> {
                    assertThat(known.value()).isEqualTo("severe");
                    assertThat(known.nextDue()).isEqualTo("2027-03-01");
                });
        ListImport disability = upload(ListKind.DISABILITY, "身份证号,残疾等级\n" + husband.value() + ",肢体二级\n", AS_OF);
        act(() -> lists.apply(disability));
        assertThat(on(husbandId, "2026-10-31")).contains("2");
    }

    @Test
    void aStrangeFileIsAnsweredRowByRow() throws Exception {
        CitizenId third = TestFamilies.citizenId(1953, Sex.MALE);
        String wrong = husband.value().substring(0, 17) + (husband.value().endsWith("0") ? "1" : "0");
        byte[] file;
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("名单");
            row(sheet, 0, "某县十月低保名单");
            row(sheet, 2, "序号", "姓名", "公民身份号码", "救助类型", "批准日期");
            row(sheet, 3, "1", "涂名单", wrong, "低保", "2026-09-01");
            row(sheet, 4, "2", "涂名妻", fullWidth(wife.value()), "低保", "2026年9月");
            row(sheet, 5, "3", "甲", third.value(), "低保", "2026-09-01");
            row(sheet, 6, "4", "甲", third.value(), "特困", "2026-09-01");
            row(sheet, 7, "5", "乙", "", "低保", "2026-09-01");
            row(sheet, 8, "6", "丙", TestFamilies.citizenId(1954, Sex.MALE).value(), "五星级", "2026-13-01");
            Row formula = row(sheet, 9, "7", "涂名单", "", "低保", "45901");
            formula.createCell(2).setCellFormula("\"" + husband.value() + "\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row(sheet, 10, "合计", "", "", "7人", "");
            book.write(out);
            file = out.toByteArray();
        }
        ListImport list = upload(ListKind.LIVELIHOOD, file, AS_OF);
        assertThat(list.rows()).isEqualTo(7);
        assertThat(outcomes(list)).containsEntry(ListImport.Outcome.NEW, 2);
        List<ListImport.Wrong> problems = as.caseworker(DEHUA, () -> lists.wrong(list, 0, 100));
        assertThat(problems)
                .extracting(one -> one.row() + " " + one.problem().code())
                .containsExactlyInAnyOrder(
                        "4 ID_CHECK_DIGIT",
                        "6 LIST_CONTRADICTS",
                        "7 LIST_CONTRADICTS",
                        "8 ID_MISSING",
                        "9 LIST_VALUE_UNKNOWN",
                        "9 DATE_MONTH");
        assertThat(problems).allSatisfy(one -> assertThat(one.problem().shown()).doesNotContain(third.value(), wrong));
        page(list, "/imports/lists/" + list.id() + "?tab=error")
                .contains("和第 6 行是同一个人")
                .doesNotContain(wrong);
        byte[] workbook = mvc.get()
                .uri("/imports/lists/" + list.id() + "/errors.xlsx")
                .with(as.signedIn(Role.CASEWORKER, DEHUA))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(6);
        }
        page(list, "/imports/lists/" + list.id() + "?tab=new&q=tu").contains("涂名妻");
        page(list, "/imports/lists/" + list.id() + "?tab=new&q=zz").contains("这一类没有人");
    }

    @Test
    void twentyThousandRowsTakeSeconds() {
        StringBuilder csv = new StringBuilder("姓名,身份证号,救助类型\n");
        for (int i = 0; i < 20_000; i++) {
            String first17 =
                    "350526" + LocalDate.of(1940, 1, 1).plusDays(i).toString().replace("-", "") + "777";
            csv.append("路人,")
                    .append(first17)
                    .append(CitizenId.checkDigit(first17))
                    .append(",低保\n");
        }
        List<Long> people = many(400, csv);
        Instant before = Instant.now();
        ListImport list = upload(csv.toString());
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(outcomes(list)).containsEntry(ListImport.Outcome.NEW, people.size());
        act(() -> lists.apply(list));
        assertThat(found(list).applied()).isEqualTo(people.size());
    }

    @Test
    void theFormSaysWhatIsMissingAndOthersMayNot() {
        assertThat(mvc.post()
                        .uri("/imports/lists?lang=zh")
                        .multipart()
                        .file("file", "姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8))
                        .param("source", "某文件")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, DEHUA)))
                .hasStatus(422)
                .bodyText()
                .contains("选一种名单", "某文件");
        assertThat(mvc.post()
                        .uri("/imports/lists?lang=zh")
                        .multipart()
                        .file("file", "姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8))
                        .param("kind", "LIVELIHOOD")
                        .param("asOf", "2026-10-31")
                        .param("source", "某文件")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, DEHUA)))
                .hasStatus(422)
                .bodyText()
                .contains("没找到身份证号这一列");
        for (Role role : List.of(Role.FINANCE, Role.APPROVER, Role.FPA_STAFF)) {
            assertThat(mvc.get().uri("/imports/lists").with(as.signedIn(role, DEHUA)))
                    .hasStatus(403);
        }
        ListImport list = upload("身份证号\n" + husband.value() + "\n");
        assertThat(mvc.get().uri("/imports/lists/" + list.id()).with(as.signedIn(Role.CASEWORKER, JINJIANG)))
                .hasStatus(404);
        assertThatThrownBy(() -> as.caseworker(JINJIANG, () -> lists.find(list.id())))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/imports/lists?lang=zh").with(as.signedIn(Role.CASEWORKER, DEHUA)))
                .hasStatusOk()
                .bodyText()
                .contains("县民政局十月名单");
    }

    private List<Long> many(int count, StringBuilder csv) {
        List<NewFamily> wanted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CitizenId id = TestFamilies.citizenId(LocalDate.of(1945, 1, 1).plusDays(i), Sex.MALE);
            csv.append("涂某,").append(id.value()).append(",低保\n");
            wanted.add(TestFamilies.family(
                    Origin.STOCK, village(DEHUA), null, List.of(TestFamilies.parent("涂某", true, id))));
        }
        return as.caseworker(DEHUA, () -> families.registerAll(wanted));
    }

    private long register(String county, String first, CitizenId firstId, String second, CitizenId secondId) {
        return as.caseworker(
                county,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK,
                        village(county),
                        null,
                        List.of(
                                TestFamilies.parent(first, true, firstId),
                                TestFamilies.parent(second, false, secondId)))));
    }

    private String village(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    private static Row row(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int c = 0; c < cells.length; c++) {
            row.createCell(c).setCellValue(cells[c]);
        }
        return row;
    }

    private ListImport upload(String csv) {
        return upload(csv, AS_OF);
    }

    private ListImport upload(String csv, LocalDate asOf) {
        return upload(ListKind.LIVELIHOOD, csv, asOf);
    }

    private ListImport upload(ListKind kind, String csv, LocalDate asOf) {
        return upload(kind, csv.getBytes(StandardCharsets.UTF_8), asOf);
    }

    private ListImport upload(ListKind kind, byte[] file, LocalDate asOf) {
        String region = regions.byCode(DEHUA).path();
        return as.caseworker(DEHUA, () -> {
            try {
                return lists.find(lists.upload(region, kind, asOf, "县民政局十月名单", "名单.csv", file)
                        .id());
            } catch (FileRefused refused) {
                throw new AssertionError(refused.key());
            }
        });
    }

    private ListImport found(ListImport list) {
        return as.caseworker(DEHUA, () -> lists.find(list.id()));
    }

    private Map<ListImport.Outcome, Integer> outcomes(ListImport list) {
        return as.caseworker(DEHUA, () -> lists.counts(list));
    }

    private void act(Runnable work) {
        as.run(as.account(Role.CASEWORKER, DEHUA), work);
    }

    private void record(long person, String livelihood, String from) {
        act(() -> facts.record(
                family, person, new NewFamily.NewFact("livelihood", livelihood, LocalDate.parse(from), null, "走访核对")));
    }

    private List<String> on(long person, String day) {
        return as.caseworker(
                DEHUA,
                () -> facts.on(family, LocalDate.parse(day)).stream()
                        .filter(known -> known.personId() != null && known.personId() == person)
                        .map(DatedFacts.Known::value)
                        .toList());
    }

    private long statements(long person) {
        return as.caseworker(
                DEHUA,
                () -> jdbc.sql("select count(*) from dated_fact where person_id = :person")
                        .param("person", person)
                        .query(Long.class)
                        .single());
    }

    private org.assertj.core.api.AbstractStringAssert<?> page(ListImport list, String path) {
        return assertThat(mvc.get()
                        .uri(path + (path.contains("?") ? "&" : "?") + "lang=zh")
                        .with(as.signedIn(Role.CASEWORKER, DEHUA)))
                .hasStatusOk()
                .bodyText();
    }
}
