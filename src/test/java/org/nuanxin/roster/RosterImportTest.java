package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the file to the families, on the real database, through the pages. */
@NuanxinTest
class RosterImportTest {

    private static final String FENGZE = "350503000000";
    private static final String LICHENG = "350502000000";

    @Autowired
    As as;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RosterImports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManagerFactory entityManagers;

    @TempDir
    Path folder;

    @Test
    void theLichengRosterBecomesFamiliesOnceAndNoSecondTime() throws Exception {
        byte[] file = Files.readAllBytes(RosterSamplesTest.path("licheng-persons.xlsx"));
        long id = uploaded(LICHENG, "licheng.xlsx", file);
        tried(LICHENG, id);

        RosterImport tried = roster(LICHENG, id);
        assertThat(tried.state()).isEqualTo(RosterImport.State.READ);
        assertThat(List.of(tried.rowsRead(), tried.ready(), tried.errors(), tried.duplicates()))
                .containsExactly(154, 145, 9, 0);
        long familiesBefore = count(LICHENG, "select count(*) from family");
        long peopleBefore = count(LICHENG, "select count(*) from person");
        assertThat(mvc.get().uri("/rosters/" + id).with(as.signedIn(Role.CASEWORKER, LICHENG)))
                .hasStatusOk()
                .bodyText()
                .contains("3505**********7631", "末位校验对不上", "对照证件")
                .doesNotContain("350502195310167631");

        confirmedAtOnce(LICHENG, id, 8);
        RosterImport done = roster(LICHENG, id);

        assertThat(done.state()).isEqualTo(RosterImport.State.DONE);
        assertThat(done.summary().people()).isEqualTo(153);
        assertThat(count(LICHENG, "select count(*) from family") - familiesBefore)
                .isEqualTo(done.summary().families())
                .isEqualTo(90);
        assertThat(count(LICHENG, "select count(*) from family where origin = 'STOCK' and status = 'REGISTERED'"))
                .isGreaterThanOrEqualTo(90);
        assertThat(count(LICHENG, "select count(*) from person") - peopleBefore).isEqualTo(153);
        assertThat(count(
                        LICHENG, "select count(*) from dated_fact where name = 'reported-tier' and source like '花名册%'"))
                .isPositive();
        assertThat(count(FENGZE, "select count(*) from roster_import"))
                .as("another county")
                .isZero();
        assertThat(mvc.get().uri("/rosters/" + id).with(as.signedIn(Role.CASEWORKER, FENGZE)))
                .hasStatus(404);

        assertThat(uploaded(LICHENG, "again.xlsx", file)).as("the same file").isEqualTo(id);
        byte[] other = withoutErrors(file);
        long second = uploaded(LICHENG, "other.xlsx", other);
        tried(LICHENG, second);
        RosterImport same = roster(LICHENG, second);
        assertThat(same.ready()).as("the same people in another file").isZero();
        assertThat(same.registered()).isEqualTo(145);
        assertThat(count(LICHENG, "select count(*) from person") - peopleBefore).isEqualTo(153);
    }

    @Test
    void theErrorWorkbookHoldsTheRowsToMendMasked() throws Exception {
        byte[] file = Files.readAllBytes(RosterSamplesTest.path("anxi-couples.xlsx"));
        String anxi = "350524000000";
        long id = uploaded(anxi, "anxi.xlsx", file);
        tried(anxi, id);

        byte[] workbook = mvc.get()
                .uri("/rosters/" + id + "/errors.xlsx")
                .with(as.signedIn(Role.CASEWORKER, anxi))
                .exchange()
                .getResponse()
                .getContentAsByteArray();

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(7);
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getNumericCellValue())
                    .isEqualTo(11);
            String text = book.getSheetAt(0).getRow(1).getCell(21).getStringCellValue();
            assertThat(text).contains("末几位丢了", "改成文本");
            book.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.toString()).doesNotContainPattern("\\d{11,}")));
        }
    }

    @Test
    void whoIsRegisteredInAnotherCountyIsSaidWithoutAPlace() throws Exception {
        StrangeRosters make = new StrangeRosters(folder);
        List<List<Object>> rows = new ArrayList<>(List.of(new ArrayList<>(StrangeRosters.HEADINGS)));
        rows.add(StrangeRosters.person(4001));
        long first = uploaded(LICHENG, "one.xlsx", Files.readAllBytes(make.xlsx("one.xlsx", rows)));
        tried(LICHENG, first);
        confirmedAtOnce(LICHENG, first, 2);

        rows.get(1).set(0, "东湖街道");
        rows.get(1).set(1, "");
        long second = uploaded(FENGZE, "two.xlsx", Files.readAllBytes(make.xlsx("two.xlsx", rows)));
        tried(FENGZE, second);

        assertThat(roster(FENGZE, second).errors()).isEqualTo(1);
        assertThat(mvc.get().uri("/rosters/" + second).with(as.signedIn(Role.CASEWORKER, FENGZE)))
                .bodyText()
                .contains("该身份证号已在本市登记")
                .doesNotContain("鲤城区");
    }

    @Test
    void aLikelyDuplicateWaitsForADecision() throws Exception {
        StrangeRosters make = new StrangeRosters(folder);
        List<List<Object>> rows = new ArrayList<>(List.of(new ArrayList<>(StrangeRosters.HEADINGS)));
        rows.add(StrangeRosters.person(4100));
        long first = uploaded(LICHENG, "a.xlsx", Files.readAllBytes(make.xlsx("a.xlsx", rows)));
        tried(LICHENG, first);
        confirmedAtOnce(LICHENG, first, 1);

        String id = StrangeRosters.citizenId(4100);
        String twin = id.substring(0, 14) + "998";
        rows.get(1).set(4, twin + org.nuanxin.common.CitizenId.checkDigit(twin));
        long second = uploaded(LICHENG, "b.xlsx", Files.readAllBytes(make.xlsx("b.xlsx", rows)));
        tried(LICHENG, second);
        RosterImport tried = roster(LICHENG, second);
        assertThat(tried.duplicates()).isEqualTo(1);

        long row = as.caseworker(
                LICHENG,
                () -> imports.rows(tried, StagedRow.State.DUPLICATE, null)
                        .rows()
                        .get(0)
                        .id());
        assertThat(mvc.post()
                        .uri("/rosters/" + second + "/rows/" + row + "?take=true")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, LICHENG)))
                .hasStatus3xxRedirection();
        long before = count(LICHENG, "select count(*) from person");
        confirmedAtOnce(LICHENG, second, 1);
        assertThat(count(LICHENG, "select count(*) from person")).isEqualTo(before + 1);
    }

    @Test
    void statementsGrowByChunksAndNotByRows() throws Exception {
        long forHundred = statementsFor(100, 5000);
        long forThousand = statementsFor(1000, 6000);

        assertThat(forHundred).isPositive();
        assertThat(forThousand)
                .as("statements for 1,000 rows; %s for 100", forHundred)
                .isLessThan(250);
    }

    /** What Hibernate prepares while so many families with a person, a child and two facts each are written. */
    private long statementsFor(int rows, int first) throws Exception {
        List<List<Object>> people = new ArrayList<>(List.of(new ArrayList<>(StrangeRosters.HEADINGS)));
        for (int n = 0; n < rows; n++) {
            people.add(StrangeRosters.person(first + n));
        }
        String name = "many-" + rows + ".xlsx";
        long id = uploaded(LICHENG, name, Files.readAllBytes(new StrangeRosters(folder).xlsx(name, people)));
        tried(LICHENG, id);
        assertThat(roster(LICHENG, id).ready()).isEqualTo(rows);
        Statistics statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            confirmedAtOnce(LICHENG, id, 1);
            assertThat(roster(LICHENG, id).summary().families()).isEqualTo(rows);
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedOnItsForm() {
        assertThat(mvc.post()
                        .uri("/rosters")
                        .multipart()
                        .file("file", "<html><table>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, LICHENG)))
                .hasStatus(422)
                .bodyText()
                .contains("网页格式", "没有写入任何内容");
        assertThat(mvc.get().uri("/rosters").with(as.signedIn(Role.FINANCE, LICHENG)))
                .hasStatus(403);
    }

    private long uploaded(String county, String name, byte[] file) {
        return as.caseworker(county, () -> {
            try {
                String path = jdbc.sql("select path from region where code = :c and level = 'COUNTY'")
                        .param("c", county)
                        .query(String.class)
                        .single();
                return imports.upload(path, name, file).id();
            } catch (FileRefused refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private void tried(String county, long id) {
        as.caseworker(county, () -> {
            imports.choose(imports.find(id), java.util.Map.of());
            return true;
        });
        settled(county, id);
    }

    private void settled(String county, long id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !roster(county, id).state().isWorking());
    }

    /** Everybody presses at once; it is one import. */
    private void confirmedAtOnce(String county, long id, int times) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(people.submit(() -> mvc.post()
                        .uri("/rosters/" + id + "/confirm")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, county))
                        .exchange()
                        .getResponse()
                        .getStatus()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            people.shutdown();
        }
        settled(county, id);
        assertThat(roster(county, id).failure()).isNull();
    }

    private RosterImport roster(String county, long id) {
        return as.caseworker(county, () -> imports.find(id));
    }

    private long count(String county, String sql) {
        return as.caseworker(county, () -> jdbc.sql(sql).query(Long.class).single());
    }

    /** The same people in a file with other bytes. */
    private byte[] withoutErrors(byte[] file) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file));
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            book.getSheetAt(0).getRow(0).getCell(0).setCellValue("鲤城区花名册（修订）");
            book.write(out);
            return out.toByteArray();
        }
    }
}
