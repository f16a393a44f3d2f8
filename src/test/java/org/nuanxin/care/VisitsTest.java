package org.nuanxin.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A visit is logged once, closes what it fulfils, keeps what it said, and is seen by nobody else. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsTest {

    private static final String DEHUA = "350526000000";
    private static final String ANXI = "350524000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    CareTasks tasks;

    @Autowired
    Visits visits;

    @Autowired
    VisitReading reading;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MockMvcTester mvc;

    private String village;
    private LocalDate today;
    private SignedInAccount worker;

    @BeforeAll
    void county() {
        village = regions.within(new RegionPath(regions.byCode(DEHUA).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        today = LocalDate.now(clock);
        worker = as.account(Role.CASEWORKER, DEHUA);
    }

    private long lead() {
        return as.call(
                worker,
                () -> families.takeLead(
                        new Families.Lead(UUID.randomUUID(), village, "郭阿珠", null, today.minusDays(3), null)));
    }

    private long confirmedStock() {
        long id = as.call(worker, () -> families.register(TestFamilies.stock(village, "郭水生", "赖阿治")));
        as.run(as.account(Role.APPROVER, DEHUA), () -> lifecycle.confirm(id));
        return id;
    }

    private String status(long family, TaskKind kind) {
        return as.call(
                worker,
                () -> jdbc.sql("select status from care_task where family_id = ? and kind = ? order by id limit 1")
                        .param(family)
                        .param(kind.name())
                        .query(String.class)
                        .single());
    }

    private long count(String sql, Object parameter) {
        return as.call(
                worker, () -> jdbc.sql(sql).param(parameter).query(Long.class).single());
    }

    private Visits.Receipt log(long family, NewVisit visit) {
        return as.call(worker, () -> visits.log(family, visit));
    }

    private NewVisit at(Channel channel, boolean met) {
        return TestVisits.of(worker.id(), today, channel, met);
    }

    @Test
    void aHomeVisitClosesTheFirstVisitAndACallDoesNot() {
        long family = lead();
        log(family, at(Channel.PHONE, true));
        assertThat(status(family, TaskKind.FIRST_VISIT)).isEqualTo("OPEN");
        log(family, at(Channel.HOME, true));
        assertThat(status(family, TaskKind.FIRST_VISIT)).isEqualTo("DONE");
    }

    @Test
    void notMetIsKeptAndClosesNothing() {
        long family = lead();
        log(family, at(Channel.HOME, false));
        assertThat(status(family, TaskKind.FIRST_VISIT)).isEqualTo("OPEN");
        assertThat(count("select count(*) from visit where family_id = ?", family))
                .isEqualTo(1);
    }

    @Test
    void aVisitRecordedLateEndsNeverVisited() {
        long family = confirmedStock();
        log(family, TestVisits.of(worker.id(), today.minusDays(40), Channel.HOME, true));
        assertThat(status(family, TaskKind.HOME_VISIT)).isEqualTo("DONE");
    }

    @Test
    void aWorryAboutSafetyOpensTimelyCareThatTheVisitItselfDoesNotClose() {
        long family = lead();
        log(family, TestVisits.of(worker.id(), TestVisits.content(today, Channel.HOME, true, null, true)));
        assertThat(status(family, TaskKind.TIMELY_CARE)).isEqualTo("OPEN");
    }

    @Test
    void twentyTimesTheSameAtOnceIsOneVisitWithOneReceipt() throws Exception {
        long family = lead();
        NewVisit visit = at(Channel.HOME, true);
        ExecutorService people = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Visits.Receipt>> presses = java.util.Collections.nCopies(20, () -> log(family, visit));
            Set<Visits.Receipt> receipts = new HashSet<>();
            for (Future<Visits.Receipt> receipt : people.invokeAll(presses)) {
                receipts.add(receipt.get());
            }
            assertThat(receipts).hasSize(1);
        } finally {
            people.shutdown();
        }
        assertThat(count("select count(*) from visit where family_id = ?", family))
                .isEqualTo(1);
        assertThat(log(family, visit).number()).as("a replay, later").startsWith("ZF");
        assertThat(count("select count(*) from visit where family_id = ?", family))
                .isEqualTo(1);
    }

    @Test
    void theSameFormUnderAnotherFamilyIsRefused() {
        NewVisit visit = at(Channel.HOME, true);
        log(lead(), visit);
        long other = lead();
        assertThatThrownBy(() -> log(other, visit)).isInstanceOf(Rejected.class);
    }

    @Test
    void aCorrectionKeepsTheOldWordsAndOpensNoTask() {
        long family = lead();
        long id = log(family, TestVisits.of(worker.id(), TestVisits.content(today, Channel.HOME, true, "带药来", false)))
                .visitId();
        long before = count("select count(*) from care_task where family_id = ?", family);
        as.run(
                worker,
                () -> visits.correct(id, 0, "写错了", TestVisits.content(today, Channel.HOME, false, "带血压计来", true)));
        VisitReading.Read read = as.call(worker, () -> reading.read(id));
        assertThat(read.content().promise()).isEqualTo("带血压计来");
        assertThat(read.earlier()).singleElement().satisfies(earlier -> {
            assertThat(earlier.content().promise()).isEqualTo("带药来");
            assertThat(earlier.reason()).isEqualTo("写错了");
        });
        assertThat(status(family, TaskKind.FIRST_VISIT)).as("not reopened").isEqualTo("DONE");
        assertThat(count("select count(*) from care_task where family_id = ?", family))
                .isEqualTo(before);
    }

    @Test
    void twoCorrectionsAtOnceTheSecondIsTold() {
        long id = log(lead(), at(Channel.HOME, true)).visitId();
        NewVisit.Content wanted = TestVisits.content(today, Channel.HOME, true, "甲", false);
        as.run(worker, () -> visits.correct(id, 0, "改", wanted));
        assertThatThrownBy(() -> as.run(worker, () -> visits.correct(id, 0, "改", wanted)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void notesAreCiphertextAtRest() {
        long id = log(lead(), TestVisits.of(worker.id(), TestVisits.content(today, Channel.HOME, true, "膝盖药", false)))
                .visitId();
        byte[] stored = as.call(
                worker,
                () -> jdbc.sql("select promise from visit where id = ?")
                        .param(id)
                        .query(byte[].class)
                        .single());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("膝盖");
    }

    @Test
    void theDatabaseRefusesAVisitInTheFuture() {
        long family = lead();
        NewVisit future = TestVisits.of(worker.id(), today.plusDays(1), Channel.HOME, true);
        assertThatThrownBy(() -> log(family, future)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anotherCountyFindsNothing() {
        long family = lead();
        long id = log(family, at(Channel.HOME, true)).visitId();
        assertThatThrownBy(() -> as.caseworker(ANXI, () -> reading.read(id))).isInstanceOf(NotFound.class);
        var stranger = user(as.account(Role.CASEWORKER, ANXI));
        for (String path : List.of(
                "/visits/" + id,
                "/visits/" + id + "/edit",
                "/visits/" + id + "/receipt",
                "/m/visits/" + id + "/receipt",
                "/families/" + family + "/visits/new",
                "/m/families/" + family,
                "/families/" + family + "/care/new")) {
            assertThat(mvc.get().uri(path).with(stranger)).as(path).hasStatus(404);
        }
        assertThat(mvc.post()
                        .uri("/families/" + family + "/visits")
                        .with(stranger)
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void whoLogsNoVisitsIsRefused() {
        long family = lead();
        for (Role role : List.of(Role.APPROVER, Role.FINANCE)) {
            assertThat(mvc.get().uri("/families/" + family + "/visits/new").with(as.signedIn(role, DEHUA)))
                    .as(role.name())
                    .hasStatus(403);
        }
        assertThat(mvc.get().uri("/visits").with(as.signedIn(Role.FINANCE, DEHUA)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/visits").with(as.signedIn(Role.APPROVER, DEHUA)))
                .hasStatus(200);
    }

    @Test
    void accountsWithoutFamiliesGetAQuietHome() {
        assertThat(mvc.get().uri("/").with(as.signedIn(Role.AUDITOR, "350500000000")))
                .hasStatus(200)
                .bodyText()
                .contains("你的账号不看家庭资料");
    }

    @Test
    void anIncompleteFormKeepsWhatWasTyped() {
        long family = lead();
        assertThat(mvc.post()
                        .uri("/families/" + family + "/visits")
                        .with(user(worker))
                        .with(csrf())
                        .param("on", today.plusDays(1).toString())
                        .param("channel", "HOME")
                        .param("met", "false")
                        .param("note", "早上去溪边走路"))
                .hasStatus(422)
                .bodyText()
                .contains("日期不能晚于今天", "选一个没见到的原因", "早上去溪边走路");
    }

    @Test
    void hurtfulWordsAreAStepAndNoRefusal() {
        long family = lead();
        Map<String, String> typed = Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "on",
                today.toString(),
                "channel",
                "HOME",
                "met",
                "true",
                "note",
                "祝阖家安好");
        var first = mvc.post()
                .uri("/families/" + family + "/visits")
                .with(user(worker))
                .with(csrf());
        var second = mvc.post()
                .uri("/families/" + family + "/visits")
                .with(user(worker))
                .with(csrf());
        typed.forEach((name, value) -> {
            first.param(name, value);
            second.param(name, value);
        });
        assertThat(first).hasStatus(422).bodyText().contains("阖家");
        assertThat(count("select count(*) from visit where family_id = ?", family))
                .isZero();
        assertThat(second.param("wordsMeant", "true")).hasStatus3xxRedirection();
        assertThat(count("select count(*) from visit where family_id = ?", family))
                .isEqualTo(1);
    }

    @Test
    void exportsAreWorkbooks() {
        log(lead(), at(Channel.HOME, true));
        for (String path : List.of("/visits/export", "/visits/tasks/export")) {
            assertThat(mvc.get().uri(path).with(user(worker)))
                    .as(path)
                    .hasStatus(200)
                    .satisfies(result -> assertThat(result.getResponse().getContentAsByteArray())
                            .startsWith('P', 'K'));
        }
    }

    @Test
    void theWorklistAsksAConstantNumberOfQuestions() {
        lead();
        int few = statements("/");
        for (int i = 0; i < 12; i++) {
            lead();
        }
        assertThat(statements("/")).isEqualTo(few);
        int list = statements("/visits/tasks");
        for (int i = 0; i < 5; i++) {
            log(lead(), at(Channel.HOME, false));
        }
        assertThat(statements("/visits/tasks")).isEqualTo(list);
        assertThat(few).isPositive().isLessThan(40);
    }

    /** Statements of a request, as the data layer announces them. */
    private int statements(String path) {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        List<Logger> loggers =
                List.of((Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate"), (Logger)
                        LoggerFactory.getLogger("org.hibernate.SQL"));
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        });
        try {
            assertThat(mvc.get().uri(path).with(user(worker))).hasStatus(200);
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(heard);
                logger.setAdditive(true);
                logger.setLevel(null);
            });
        }
        return (int) heard.list.stream()
                .filter(event -> event.getLoggerName().equals("org.hibernate.SQL")
                        || event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }
}
