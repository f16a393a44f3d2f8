package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.StepGuard;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Public notice before confirmation, the list of leads, reviews of many, and what waits on the worklist. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeTest {

    private static final String ANXI = "350524000000";
    private static final String HUIAN = "350521000000";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Notices notices;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String village;

    @BeforeAll
    void aCountyWithSevenDaysOfNotice() {
        String county = regions.byCode(ANXI).path();
        village = regions.within(new RegionPath(county), Region.Level.VILLAGE)
                .get(0)
                .path();
        as.run(
                clerk(),
                () -> jdbc.sql("""
                        insert into setting (id, applies_to, key, value, valid_from, reason, recorded_by)
                        values (nextval('setting_seq'), :path, 'intake.notice-days', '7', '2000-01-01', '测试', :actor)""")
                        .param("path", county)
                        .param("actor", clerk().id())
                        .update());
    }

    @Test
    void aNoticeThatEndsTomorrowStillStopsAndOneThatEndsTodayIsOver() {
        long family = reviewed();
        assertThat(refusal(family)).isEqualTo("intake.reject.notice");
        noticed(family, today().minusDays(6), today().plusDays(1));
        assertThat(refusal(family)).isEqualTo("intake.reject.running");
        long other = reviewed();
        noticed(other, today().minusDays(7), today());
        assertThat(refusal(other)).isNull();
        as.run(as.account(Role.APPROVER, ANXI), () -> lifecycle.confirm(other));
    }

    @Test
    void anOpenObjectionStopsTheConfirmationUntilItsOutcomeIsWritten() {
        long family = reviewed();
        long notice = noticed(family, today().minusDays(9), today().minusDays(2));
        UUID sent = UUID.randomUUID();
        as.run(clerk(), () -> notices.object(notice, sent, "王邻居", "他家还有一个孩子"));
        as.run(clerk(), () -> notices.object(notice, sent, "王邻居", "他家还有一个孩子"));
        assertThat(refusal(family)).isEqualTo("intake.reject.objection");
        byte[] stored = as.call(
                clerk(),
                () -> jdbc.sql("select raised_by || text from notice_objection where notice_id = ?")
                        .param(notice)
                        .query(byte[].class)
                        .single());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("王邻居", "孩子");
        long objection = as.call(
                clerk(),
                () -> jdbc.sql("select id from notice_objection where notice_id = ?")
                        .param(notice)
                        .query(Long.class)
                        .single());
        as.run(clerk(), () -> notices.close(objection, false, "核实过，没有"));
        assertThat(refusal(family)).isNull();
        as.run(clerk(), () -> notices.object(notice, UUID.randomUUID(), "李", "再看看"));
        long second = as.call(
                clerk(),
                () -> jdbc.sql("select max(id) from notice_objection where notice_id = ?")
                        .param(notice)
                        .query(Long.class)
                        .single());
        as.run(clerk(), () -> notices.close(second, true, "属实"));
        assertThat(refusal(family)).isEqualTo("intake.reject.upheld");
    }

    @Test
    void theListIsStartedOnceAndNamesNeitherChildNorLoss() {
        long family = reviewed();
        UUID batch = UUID.randomUUID();
        String[] form = {"id", String.valueOf(family), "batch", batch.toString(), "days", "7", "postedAt", "村务公开栏"};
        assertThat(get(clerk(), "/notices/new?id=" + family)).bodyText().contains("上名单", "不写孩子");
        assertThat(post(
                        clerk(),
                        "/notices",
                        "id",
                        String.valueOf(family),
                        "batch",
                        batch.toString(),
                        "days",
                        "0",
                        "postedAt",
                        "墙"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("1 到 60");
        assertThat(post(clerk(), "/notices", form)).hasStatus(HttpStatus.FOUND);
        assertThat(post(clerk(), "/notices", form)).hasStatus(HttpStatus.FOUND);
        assertThat(as.call(clerk(), () -> notices.lines(batch))).hasSize(1);
        assertThat(get(clerk(), "/notices/" + batch))
                .hasStatusOk()
                .bodyText()
                .contains("温某", "公示")
                .doesNotContain("温公示", "志鹏", "和平路", "离世");
        assertThat(get(clerk(), "/notices/" + batch + "/export")).hasStatusOk();
        assertThat(get(clerk(), "/notices?state=running")).bodyText().contains("村务公开栏");
        assertThat(get(as.account(Role.CASEWORKER, HUIAN), "/notices/" + batch)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(as.account(Role.FPA_STAFF, ANXI), "/notices/new")).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> as.run(clerk(), () -> notices.start(UUID.randomUUID(), List.of(family), 7, "墙")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void familyNamesOfTwoCharactersStayWhole() {
        assertThat(Notices.masked("欧阳建国、林秀英")).isEqualTo("欧阳某、林某");
    }

    @Test
    void leadsAreListedByHowLongTheyAreKnown() {
        as.run(
                clerk(),
                () -> families.takeLead(
                        new Families.Lead(UUID.randomUUID(), village, "温线索", null, today().minusDays(12), "邻居阿婆")));
        assertThat(get(clerk(), "/leads?q=温线")).hasStatusOk().bodyText().contains("温线索", "12 天前", "邻居阿婆");
        assertThat(get(clerk(), "/leads?q=没有这个人")).bodyText().contains("没有符合这些条件的家庭");
        assertThat(get(clerk(), "/leads?after=2026-99-99.1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(clerk(), "/leads/export")).hasStatusOk();
        assertThat(get(as.account(Role.CASEWORKER, HUIAN), "/leads")).bodyText().doesNotContain("温线索");
        assertThat(get(as.account(Role.POLICY_ADMIN, ANXI), "/leads")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void manyAreReviewedAtOnceAndTheWorklistSaysWhatWaits() {
        long one = registered();
        long done = reviewed();
        assertThat(get(clerk(), "/families/review?id=" + one + "," + done))
                .hasStatusOk()
                .bodyText()
                .contains("还缺 5 份", "不在等初审");
        assertThat(get(clerk(), "/")).bodyText().contains("待初审", "待确认");
        assertThat(post(clerk(), "/families/review", "id", String.valueOf(one), "id", String.valueOf(done)))
                .hasStatus(HttpStatus.FOUND)
                .flash()
                .containsEntry("noticeArgs", List.of(1, 1));
        assertThat(post(as.account(Role.FPA_STAFF, ANXI), "/families/review")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private String refusal(long family) {
        SignedInAccount approver = as.account(Role.APPROVER, ANXI);
        return as.call(approver, () -> lifecycle.refusals(StepGuard.Step.CONFIRM, List.of(family)))
                .get(family);
    }

    private long noticed(long family, LocalDate from, LocalDate to) {
        return as.call(
                clerk(),
                () -> jdbc.sql("""
                        insert into family_notice (id, batch, family_id, region_path, starts_on, ends_on, posted_at, started_by)
                        select nextval('family_notice_seq'), gen_random_uuid(), id, region_path, :from, :to, '墙', :actor
                        from family where id = :family returning id""")
                        .param("from", from)
                        .param("to", to)
                        .param("actor", clerk().id())
                        .param("family", family)
                        .query(Long.class)
                        .single());
    }

    private long registered() {
        return as.call(
                clerk(),
                () -> families.register(
                        TestFamilies.newLoss(village, "温公示" + SERIAL.incrementAndGet(), today().minusDays(20))));
    }

    private long reviewed() {
        long family = registered();
        as.run(clerk(), () -> lifecycle.review(family));
        return family;
    }

    private SignedInAccount clerk() {
        return as.account(Role.CASEWORKER, ANXI);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private MvcTestResult get(SignedInAccount who, String url) {
        return mvc.get().uri(url).with(user(who)).exchange();
    }

    private MvcTestResult post(SignedInAccount who, String url, String... pairs) {
        var request = mvc.post().uri(url).with(user(who)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return request.exchange();
    }
}
