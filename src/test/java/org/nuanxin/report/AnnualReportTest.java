package org.nuanxin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.TestDatabase;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.Families;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Figures agree with their rows, live and frozen, within the scope of who asks. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnualReportTest {

    private static final String CITY = "350500000000";
    private static final String YONGCHUN = "350525000000";
    private static final String DEHUA = "350526000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Figures figures;

    @Autowired
    FigureRows rows;

    @Autowired
    Indicators indicators;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    TestDatabase.Copy database;

    @Autowired
    Clock clock;

    private int year;

    @BeforeAll
    void someFamiliesInTwoCounties() {
        year = LocalDate.now(clock).getYear();
        for (int i = 0; i < 3; i++) {
            stock(YONGCHUN);
        }
        stock(DEHUA);
        newLoss(DEHUA);
    }

    @Test
    void everyFigureEqualsItsRowsInTotalAndByCountyAndDimension() {
        SignedInAccount admin = admin(CITY);
        ReportScope scope = scope(CITY);
        ReportContent content = as.call(admin, () -> figures.compute(scope));
        int compared = 0;
        for (Indicator indicator : indicators.all()) {
            Report report = new Report(content, false);
            List<Map<String, String>> parts = new ArrayList<>(List.of(Map.of()));
            content.counties().forEach(county -> parts.add(Map.of("county", county.code())));
            indicator
                    .dimensions()
                    .forEach(dimension -> report.values(indicator.key(), dimension)
                            .forEach(value -> parts.add(Map.of(dimension, value))));
            for (Map<String, String> part : parts) {
                Report.Number figure = report.number(indicator.key(), part);
                FigureRows.Totals behind =
                        as.call(admin, () -> rows.totals(indicator, scope, new FigureFilter(part, null, null)));
                assertThat(figure.count()).as("%s %s", indicator.key(), part).isEqualTo(behind.count());
                assertThat(figure.sum()).as("%s %s", indicator.key(), part).isEqualTo(behind.sum());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(count(content, "closing")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void openingPlusNewMinusExitsIsClosing() {
        ReportContent content = compute(CITY);
        assertThat(count(content, "opening")
                        + count(content, "new")
                        + count(content, "reopened")
                        - count(content, "exits"))
                .isEqualTo(count(content, "closing"));
        assertThat(count(content, "new")).isPositive();
    }

    @Test
    void aStockFamilyIsNoNewLoss() {
        ReportContent before = compute(DEHUA);
        stock(DEHUA);
        ReportContent after = compute(DEHUA);
        assertThat(count(after, "opening")).isEqualTo(count(before, "opening") + 1);
        assertThat(count(after, "new")).isEqualTo(count(before, "new"));
        assertThat(count(after, "stock-entered")).isEqualTo(count(before, "stock-entered") + 1);
    }

    @Test
    void theCityIsTheSumOfItsCountiesAndACountySeesOnlyItself() {
        ReportContent city = compute(CITY);
        ReportContent yongchun = compute(YONGCHUN);
        ReportContent dehua = compute(DEHUA);
        Report report = new Report(city, false);
        for (String key : List.of("closing", "people", "groups-none")) {
            assertThat(report.by(key, "county", YONGCHUN).count()).as(key).isEqualTo(count(yongchun, key));
            assertThat(report.by(key, "county", DEHUA).count()).as(key).isEqualTo(count(dehua, key));
        }
        assertThat(count(yongchun, "closing")).isEqualTo(3);
        assertThat(count(dehua, "closing")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void noScopeWidensByAskingForAnotherRegion() {
        ReportContent asked = as.call(admin(YONGCHUN), () -> figures.compute(scope(CITY)));
        assertThat(count(asked, "closing")).isEqualTo(3);
    }

    @Test
    void aFrozenFigureStaysAndItsRowsStayWithIt() {
        SignedInAccount admin = admin(DEHUA);
        long before = count(compute(DEHUA), "closing");
        long id = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        newLoss(DEHUA);

        Snapshots.Frozen frozen = as.call(admin, () -> snapshots.get(id));
        assertThat(frozen.intact()).isTrue();
        assertThat(count(frozen.content(), "closing")).isEqualTo(before);
        assertThat(count(compute(DEHUA), "closing")).isEqualTo(before + 1);
        FigureFilter all = new FigureFilter(Map.of(), null, null);
        assertThat(as.call(admin, () -> rows.totals(indicators.get("closing"), id, all))
                        .count())
                .isEqualTo(before);
        assertThat(as.call(admin, () -> rows.page(indicators.get("closing"), id, all))
                        .rows())
                .hasSize((int) before)
                .allMatch(row -> row.name() != null && row.link() != null);
        assertThat(as.call(admin, () -> snapshots.rowsIntact(id))).isTrue();
    }

    @Test
    void aSnapshotIsIssuedAgainByteForByte() {
        SignedInAccount admin = admin(DEHUA);
        long id = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        byte[] first = as.call(admin, () -> snapshots.reissue(id));
        stock(DEHUA);
        assertThat(as.call(admin, () -> snapshots.reissue(id))).isEqualTo(first);
    }

    @Test
    void snapshotsAreNumberedAndInvisibleToOtherCounties() {
        SignedInAccount admin = admin(DEHUA);
        long first = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        long second = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        assertThat(as.call(admin, () -> snapshots.get(second).head().number()))
                .isEqualTo(as.call(admin, () -> snapshots.get(first).head().number()) + 1);
        assertThatThrownBy(() -> as.call(admin(YONGCHUN), () -> snapshots.get(first)))
                .isInstanceOf(NotFound.class);
        FigureFilter all = new FigureFilter(Map.of(), null, null);
        assertThat(as.call(admin(YONGCHUN), () -> rows.totals(indicators.get("closing"), first, all))
                        .count())
                .isZero();
        assertThat(as.call(admin(CITY), () -> snapshots.get(first)).intact()).isTrue();
    }

    @Test
    void aFamilyThatMovedAwaySinceIsCountedButNotNamed() {
        long family = stock(DEHUA);
        SignedInAccount admin = admin(DEHUA);
        long id = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        asOwner("update family set region_path = '" + village(YONGCHUN) + "', residence_path = '" + village(YONGCHUN)
                + "' where id = " + family);
        try {
            FigureFilter all = new FigureFilter(Map.of(), null, null);
            List<FigureRows.Row> shown = as.call(admin, () -> rows.page(indicators.get("closing"), id, all))
                    .rows();
            assertThat(shown).hasSize((int)
                    count(as.call(admin, () -> snapshots.get(id)).content(), "closing"));
            assertThat(shown).filteredOn(row -> row.name() == null).hasSize(1).allMatch(row -> row.link() == null);
        } finally {
            asOwner("update family set region_path = '" + village(DEHUA) + "', residence_path = '" + village(DEHUA)
                    + "' where id = " + family);
        }
    }

    @Test
    void aChangedRowIsFoundByItsCheck() {
        SignedInAccount admin = admin(DEHUA);
        long id = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        assertThatThrownBy(() -> as.run(
                        admin,
                        () -> jdbc.sql("update report_snapshot set content = '{}' where id = ?")
                                .param(id)
                                .update()))
                .isInstanceOf(DataAccessException.class);
        asOwner("update report_snapshot_row set row_id = row_id + 1 where figure = 'closing' and snapshot_id = " + id);
        assertThat(as.call(admin, () -> snapshots.rowsIntact(id))).isFalse();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheFamilies() {
        SignedInAccount admin = admin(DEHUA);
        long few = statements(() -> as.call(admin, () -> figures.compute(scope(DEHUA))));
        for (int i = 0; i < 10; i++) {
            stock(DEHUA);
        }
        assertThat(statements(() -> as.call(admin, () -> figures.compute(scope(DEHUA)))))
                .isEqualTo(few)
                .isLessThan(60)
                .isGreaterThanOrEqualTo(indicators.all().size());
    }

    @Test
    void theWorkbookOpensAndHoldsTheFigures() throws Exception {
        byte[] bytes = web.perform(get("/reports/" + year + "/report.xlsx").with(signedIn(Role.POLICY_ADMIN, YONGCHUN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(5);
            Map<String, Double> values = new HashMap<>();
            for (Row row : book.getSheetAt(0)) {
                if (row.getRowNum() >= 4) {
                    values.put(
                            row.getCell(1).getStringCellValue(), row.getCell(2).getNumericCellValue());
                }
            }
            assertThat(values).containsEntry("期末户数", 3.0).containsEntry("期末人数（在世的父母）", 6.0);
        }
    }

    @Test
    void theRowsOfAFigureAreExported() throws Exception {
        byte[] bytes = web.perform(get("/reports/" + year + "/figures/people/rows.xlsx?sex=FEMALE")
                        .with(signedIn(Role.POLICY_ADMIN, YONGCHUN)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3);
        }
    }

    @Test
    void onlyAPolicyAdministratorFreezes() throws Exception {
        for (Role role : List.of(Role.CASEWORKER, Role.APPROVER, Role.FPA_STAFF, Role.FINANCE)) {
            web.perform(post("/reports/" + year + "/snapshots")
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .with(signedIn(role, DEHUA)))
                    .andExpect(status().isForbidden());
        }
        web.perform(post("/reports/" + year + "/snapshots")
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(signedIn(Role.POLICY_ADMIN, DEHUA)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void whoMayNotSeeReportsIsRefused() throws Exception {
        for (Role role : List.of(Role.FPA_STAFF, Role.FINANCE, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            for (String path : List.of("", "/" + year, "/" + year + "/figures/closing", "/" + year + "/report.xlsx")) {
                web.perform(get("/reports" + path).with(signedIn(role, CITY))).andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void thePagesAreThereInBothLanguages() throws Exception {
        for (String lang : List.of("zh", "en")) {
            for (String path : List.of(
                    "",
                    "/" + year,
                    "/" + year + "?public&",
                    "/" + year + "/figures/people?sex=MALE&band=70-79&q=a",
                    "/" + year + "/figures/closing?county=" + DEHUA,
                    "/" + year + "/figures/group-money-in")) {
                web.perform(get("/reports" + path + (path.contains("?") ? "&" : "?") + "lang=" + lang)
                                .with(signedIn(Role.POLICY_ADMIN, CITY)))
                        .andExpect(status().isOk());
            }
        }
        web.perform(get("/reports/" + year + "/figures/no-such").with(signedIn(Role.POLICY_ADMIN, CITY)))
                .andExpect(status().isNotFound());
        web.perform(get("/reports/" + (year + 1)).with(signedIn(Role.POLICY_ADMIN, CITY)))
                .andExpect(status().isNotFound());
    }

    @Test
    void theSnapshotPagesAreThere() throws Exception {
        SignedInAccount admin = admin(DEHUA);
        as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        newLoss(DEHUA);
        long id = as.call(admin, () -> snapshots.freeze(scope(DEHUA)));
        for (String path : List.of("", "?public", "/changes", "/figures/closing", "/report.xlsx")) {
            web.perform(get("/reports/snapshots/" + id + path).with(signedIn(Role.POLICY_ADMIN, DEHUA)))
                    .andExpect(status().isOk());
            web.perform(get("/reports/snapshots/" + id + path).with(signedIn(Role.POLICY_ADMIN, YONGCHUN)))
                    .andExpect(status().isNotFound());
        }
    }

    private ReportContent compute(String region) {
        return as.call(admin(region), () -> figures.compute(scope(region)));
    }

    private static long count(ReportContent content, String key) {
        Long count = new Report(content, false).total(key).count();
        return count == null ? -1 : count;
    }

    private ReportScope scope(String region) {
        return ReportScope.of(regions.byCode(region).path(), year, LocalDate.now(clock));
    }

    private SignedInAccount admin(String region) {
        return as.account(Role.POLICY_ADMIN, region);
    }

    private RequestPostProcessor signedIn(Role role, String region) {
        return as.signedIn(role, region);
    }

    private long stock(String county) {
        return as.caseworker(county, () -> families.register(TestFamilies.stock(village(county), "报阿土", "报阿花")));
    }

    private long newLoss(String county) {
        return as.caseworker(
                county,
                () -> families.register(TestFamilies.newLoss(
                        village(county), "报阿月", LocalDate.now(clock).minusDays(2))));
    }

    private String village(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(3)
                .path();
    }

    /** What the owner may: moves and damage that no page offers. */
    private void asOwner(String sql) {
        try (Connection owner = DriverManager.getConnection(
                        database.owner().url(),
                        database.owner().user(),
                        database.owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Statements that the work sends. */
    private long statements(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        ListAppender<ILoggingEvent> sent = new ListAppender<>();
        Level level = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(sent);
        sent.start();
        try {
            work.run();
        } finally {
            logger.setLevel(level);
            logger.detachAppender(sent);
        }
        return sent.list.stream()
                .filter(event -> event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }
}
