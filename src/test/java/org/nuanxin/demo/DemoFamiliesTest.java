package org.nuanxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.nuanxin.TestDatabase;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Scope;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What a demonstration starts with; the same application context as the browser tests'. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
@ActiveProfiles({"test", "demo"})
class DemoFamiliesTest {

    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{17}[\\dXx]");

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BlindIndex index;

    @Autowired
    private Clock clock;

    @Test
    void everyCaseworkerHasFamiliesInEveryState() {
        assertThat(statuses("jingban")).contains("LEAD", "REGISTERED", "RETURNED", "REVIEWED", "CONFIRMED");
        for (String username : List.of("anxi", "jinjiang", "nanan", "huian")) {
            assertThat(statuses(username)).contains("LEAD", "REGISTERED", "REVIEWED", "CONFIRMED");
        }
        assertThat(as("zhengce", () -> count("select count(*) from family"))).isGreaterThanOrEqualTo(110);
        assertThat(as("jisheng", () -> count("select count(*) from family"))).isGreaterThanOrEqualTo(8);
    }

    @Test
    void theirHistoryGoesBackYears() {
        LocalDate today = LocalDate.now(clock);
        assertThat(as(
                        "zhengce",
                        () -> jdbc.sql("select min(confirmed_on) from family")
                                .query(LocalDate.class)
                                .single()))
                .isBefore(today.minusYears(2));
        assertThat(as(
                        "jingban",
                        () -> count(
                                "select count(*) from family where status = 'LEAD' and known_on < current_date - 7")))
                .as("leads we should have visited by now")
                .isEqualTo(1);
    }

    /** Else the sample rosters could not be imported into a demonstration. */
    @Test
    void nobodyOfTheSampleRostersIsAmongThem() throws IOException {
        Set<String> citizenIds = new LinkedHashSet<>();
        for (String file : List.of("licheng-persons.xlsx", "anxi-couples.xlsx")) {
            try (Workbook workbook = WorkbookFactory.create(sample(file).toFile(), null, true)) {
                DataFormatter cells = new DataFormatter();
                workbook.forEach(sheet ->
                        sheet.forEach(row -> row.forEach(cell -> collect(cells.formatCellValue(cell), citizenIds))));
            }
        }
        collect(Files.readString(sample("jinjiang-persons.csv"), Charset.forName("GB18030")), citizenIds);
        assertThat(citizenIds).hasSizeGreaterThan(300);

        Set<String> demonstration = as(
                "zhengce",
                () -> jdbc.sql("""
                        select encode(p.citizen_id_index, 'hex') from person p join family f on f.id = p.family_id
                        where f.registered_on < current_date or f.status = 'LEAD'""").query(String.class).list().stream().collect(Collectors.toSet()));
        assertThat(citizenIds.stream().map(id -> HexFormat.of().formatHex(index.of(id))))
                .doesNotContainAnyElementsOf(demonstration);
    }

    private static void collect(String text, Set<String> citizenIds) {
        Matcher matcher = CITIZEN_ID.matcher(text);
        while (matcher.find()) {
            citizenIds.add(matcher.group().toUpperCase(Locale.ROOT));
        }
    }

    private static Path sample(String file) {
        return Path.of("docs", "samples", file);
    }

    private Set<String> statuses(String username) {
        return as(
                username,
                () -> Set.copyOf(jdbc.sql("select distinct status from family")
                        .query(String.class)
                        .list()));
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private <T> T as(String username, Supplier<T> work) {
        return Scope.call(accounts.find(username).orElseThrow().scope(), work);
    }
}
