package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Lists kept under a name, columns in the order somebody chose, and the files opened lately. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewsTest {

    private static final String HERE = "350521000000";
    private static final String THERE = "350503000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    SavedViews views;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private long family;

    @BeforeAll
    void aFamily() {
        String village = regions.within(new RegionPath(regions.byCode(HERE).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        family = as.caseworker(HERE, () -> families.register(TestFamilies.stock(village, "存名单", "存妻")));
    }

    @Test
    void aViewKeepsFiltersColumnsAndOrderButNeverTheWordsSearchedFor() {
        SignedInAccount me = as.account(Role.CASEWORKER, HERE, "keeps");
        assertThat(save(me, "q=13859507788&age=80-150&cols=number,place&sort=place", "高龄", false))
                .hasStatus3xxRedirection();
        assertThat(as.call(me, () -> views.of(me)))
                .singleElement()
                .satisfies(view -> assertThat(view.query()).isEqualTo("age=80-150&cols=number%2Cplace&sort=place"));
        assertThat(save(me, "age=80-150", "高龄", false))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("同名");
        assertThat(save(me, "age=80-150", "13859507788", false)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aSharedViewReachesTheCountyAndNobodyElse() {
        SignedInAccount me = as.account(Role.CASEWORKER, HERE, "shares");
        assertThat(save(me, "living=ALONE", "独居", true)).hasStatus3xxRedirection();
        SignedInAccount colleague = as.account(Role.APPROVER, HERE);
        SignedInAccount stranger = as.account(Role.APPROVER, THERE);
        assertThat(as.call(colleague, () -> views.of(colleague)))
                .anySatisfy(view -> assertThat(view.name()).isEqualTo("独居"));
        assertThat(as.call(stranger, () -> views.of(stranger))).isEmpty();
        long view = as.call(me, () -> views.of(me)).get(0).id();
        assertThat(post(colleague, "/families/views/" + view + "/retire")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(me, "/families/views/" + view + "/retire")).hasStatus3xxRedirection();
        assertThat(as.call(colleague, () -> views.of(colleague))).isEmpty();
        assertThat(jdbc.sql("select count(*) from saved_view where id = :id")
                        .param("id", view)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void staffKeepViewsForThemselvesOnlyAndFinanceNone() {
        SignedInAccount staff = as.account(Role.FPA_STAFF, HERE);
        assertThat(save(staff, "age=80-150", "我的高龄", true)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(save(staff, "age=80-150", "我的高龄", false)).hasStatus3xxRedirection();
        assertThat(save(as.account(Role.FINANCE, HERE), "age=80-150", "财务", false))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theListOpensWithTheDefaultView() {
        SignedInAccount me = as.account(Role.CASEWORKER, HERE, "opens");
        save(me, "age=70-79", "七十多岁", false);
        long view = as.call(me, () -> views.of(me)).get(0).id();
        assertThat(mvc.get().uri("/families").with(user(me))).hasStatusOk();
        post(me, "/families/views/default?id=" + view);
        assertThat(mvc.get().uri("/families").with(user(me))).hasRedirectedUrl("/families?age=70-79");
        assertThat(mvc.get().uri("/families?status=OPEN").with(user(me))).hasStatusOk();
        post(me, "/families/views/default");
        assertThat(mvc.get().uri("/families").with(user(me))).hasStatusOk();
    }

    @Test
    void columnsStandInTheChosenOrder() {
        SignedInAccount me = as.account(Role.CASEWORKER, HERE);
        assertThat(mvc.get()
                        .uri("/families/columns?q=存名单&column=place&column=number&place.place=2&place.number=1")
                        .with(user(me)))
                .hasRedirectedUrl("/families?q=%E5%AD%98%E5%90%8D%E5%8D%95&cols=number%2Cplace");
        String page = text("/families?q=存名单&cols=number,place", me);
        String head = page.substring(page.indexOf("<thead>"), page.indexOf("</thead>"));
        assertThat(head.indexOf("户编号")).isPositive().isLessThan(head.indexOf("乡镇"));
        assertThat(head).doesNotContain("能力等级");
    }

    @Test
    void filesOpenedLatelyAreMineAndInScope() {
        SignedInAccount me = as.account(Role.CASEWORKER, HERE, "recent");
        assertThat(text("/families/recent", me)).doesNotContain("存名单");
        as.call(me, () -> heads.open(family));
        assertThat(text("/families/recent", me)).contains("存名单");
        assertThat(text("/families?status=OPEN", me)).contains("最近打开过");
        assertThat(text("/families/recent", as.account(Role.CASEWORKER, HERE, "other")))
                .doesNotContain("存名单");
    }

    private String text(String uri, SignedInAccount account) {
        byte[] body =
                mvc.get().uri(uri).with(user(account)).exchange().getResponse().getContentAsByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }

    private MvcTestResult save(SignedInAccount account, String query, String name, boolean share) {
        return mvc.post()
                .uri("/families/views?" + query)
                .param("name", name)
                .param("share", String.valueOf(share))
                .with(user(account))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(SignedInAccount account, String uri) {
        return mvc.post().uri(uri).with(user(account)).with(csrf()).exchange();
    }
}
