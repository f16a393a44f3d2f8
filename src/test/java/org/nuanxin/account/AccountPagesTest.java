package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.DateRange;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of accounts, who may open them, and what happens to a session when its account changes. */
@NuanxinTest
class AccountPagesTest {

    private static final String CITY = "350500000000";
    private static final String COUNTY = "350521000000";
    private static final String OTHER = "350526000000";

    @Autowired
    As as;

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    GrantKeeping grants;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private SignedInAccount admin() {
        return as.account(Role.SYSTEM_ADMIN, CITY, "-pages");
    }

    private SignedInAccount worker(String which) {
        return as.account(Role.CASEWORKER, COUNTY, which);
    }

    @Test
    void everyPageIsThereInBothLanguages() throws Exception {
        long id = worker("-looked-at").id();
        long grant = jdbc.sql("select id from account_grant where account_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        String page = "/admin/accounts/" + id;
        for (String lang : List.of("zh", "en")) {
            for (String path : List.of(
                    "/admin/accounts",
                    "/admin/accounts?q=没有这个人",
                    "/admin/accounts?role=CASEWORKER&department=CIVIL_AFFAIRS&state=ENABLED&region="
                            + regions.byCode(COUNTY).path(),
                    "/admin/accounts/new",
                    page,
                    page + "/edit",
                    page + "/disable",
                    page + "/password",
                    page + "/grants/new",
                    page + "/grants/" + grant + "/end",
                    page + "/grants/" + grant + "/correct",
                    page + "/absences/new",
                    page + "/leave",
                    "/admin/accounts/" + admin().id(),
                    "/me/password")) {
                web.perform(get(path).param("lang", lang).with(user(admin()))).andExpect(status().isOk());
            }
            web.perform(get("/me/recusals").param("lang", lang).with(user(worker("-looked-at"))))
                    .andExpect(status().isOk());
        }
        web.perform(get("/admin/accounts/export").with(user(admin()))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM_ADMIN")
    void nobodyElseKeepsAccounts(Role role) throws Exception {
        long id = worker("").id();
        for (String path : List.of(
                "/admin/accounts",
                "/admin/accounts/new",
                "/admin/accounts/export",
                "/admin/accounts/" + id,
                "/admin/accounts/" + id + "/leave")) {
            web.perform(get(path).with(as.signedIn(role, COUNTY))).andExpect(status().isForbidden());
        }
        web.perform(post("/admin/accounts/" + id + "/disable")
                        .param("reason", "不该")
                        .with(csrf())
                        .with(as.signedIn(role, COUNTY)))
                .andExpect(status().isForbidden());
    }

    @Test
    void theAdministratorOpensNoFamilyAndDeclaresNoRecusal() throws Exception {
        web.perform(get("/families").with(user(admin()))).andExpect(status().isForbidden());
        web.perform(get("/me/recusals").with(user(admin()))).andExpect(status().isForbidden());
    }

    @Test
    void anAbsentAccountIsNotFound() throws Exception {
        web.perform(get("/admin/accounts/999999999").with(user(admin()))).andExpect(status().isNotFound());
    }

    @Test
    void aRefusedFormKeepsItsInput() throws Exception {
        web.perform(post("/admin/accounts/new")
                        .param("displayName", "留下的名字")
                        .param("username", "Bad Name")
                        .param("roles", "SYSTEM_ADMIN", "CASEWORKER")
                        .with(csrf())
                        .with(user(admin())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("留下的名字")))
                .andExpect(content().string(containsString("不能兼任")));
    }

    @Test
    void theInitialPasswordIsShownOnceAndChangedFirst() throws Exception {
        String shown = web.perform(post("/admin/accounts/new")
                        .param("displayName", "新来的")
                        .param("username", "xinlai")
                        .param("department", "FPA")
                        .param("roles", "CASEWORKER")
                        .param("region", regions.byCode(COUNTY).path())
                        .param("from", LocalDate.now().toString())
                        .param("reason", "入职")
                        .with(csrf())
                        .with(user(admin())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher once = Pattern.compile("id=\"once\">([a-z0-9-]{19})<").matcher(shown);
        assertThat(once.find()).isTrue();
        String initial = once.group(1);
        long id = accounts.find("xinlai").orElseThrow().id();
        web.perform(get("/admin/accounts/" + id).with(user(admin())))
                .andExpect(content().string(not(containsString(initial))));

        Cookie session = web.perform(formLogin("/sign-in").user("xinlai").password(initial))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
        web.perform(get("/families").cookie(session)).andExpect(redirectedUrl("/me/password"));
        web.perform(change(session, initial, "nuanxin-2026"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("太常见")));
        web.perform(change(session, initial, "short"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("至少 12 个字符")));
        web.perform(change(session, initial, "xinlai-and-more")).andExpect(status().isUnprocessableContent());
        web.perform(change(session, "wrong-password", "a quiet river 42")).andExpect(status().isUnprocessableContent());
        web.perform(change(session, initial, "a quiet river 42")).andExpect(redirectedUrl("/"));
        web.perform(get("/families").cookie(session)).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder change(Cookie session, String current, String wanted) {
        return post("/me/password")
                .param("current", current)
                .param("wanted", wanted)
                .param("again", wanted)
                .with(csrf())
                .cookie(session);
    }

    private Cookie signIn(String username) throws Exception {
        return web.perform(formLogin("/sign-in").user(username).password("Test-2026-password"))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie("SESSION");
    }

    @Test
    void aDisabledAccountIsOutAtItsNextRequest() throws Exception {
        SignedInAccount account = worker("-disabled");
        Cookie session = signIn(account.getUsername());
        web.perform(get("/families").cookie(session)).andExpect(status().isOk());

        as.run(admin(), () -> keeping.disable(account.id(), "停职"));

        web.perform(get("/families").cookie(session)).andExpect(redirectedUrl("/sign-in?changed"));
        web.perform(get("/families").cookie(session)).andExpect(redirectedUrl("/sign-in"));
        web.perform(formLogin("/sign-in").user(account.getUsername()).password("Test-2026-password"))
                .andExpect(redirectedUrl("/sign-in?error"));
        as.run(admin(), () -> keeping.enable(account.id(), "复职"));
        signIn(account.getUsername());
    }

    @Test
    void aResetPasswordEndsTheSession() throws Exception {
        SignedInAccount account = worker("-reset");
        Cookie session = signIn(account.getUsername());
        as.run(admin(), () -> keeping.resetPassword(account.id(), "忘了"));
        web.perform(get("/families").cookie(session)).andExpect(redirectedUrl("/sign-in?changed"));
    }

    @Test
    void anotherRoleCountsAtTheNextRequest() throws Exception {
        SignedInAccount account = worker("-role");
        Cookie session = signIn(account.getUsername());
        web.perform(get("/families").cookie(session)).andExpect(status().isOk());
        int version = jdbc.sql("select version from account where id = ?")
                .param(account.id())
                .query(Integer.class)
                .single();
        as.run(
                admin(),
                () -> keeping.edit(account.id(), version, "转岗", Department.FINANCE, Set.of(Role.FINANCE), "转岗"));
        web.perform(get("/families").cookie(session)).andExpect(status().isForbidden());
    }

    @Test
    void whoHoldsTwoRegionsWorksInOneAtATime() throws Exception {
        SignedInAccount account = worker("-two");
        as.run(
                admin(),
                () -> grants.grant(account.id(), regions.byCode(OTHER).path(), DateRange.since(LocalDate.now()), "兼管"));
        Cookie session = signIn(account.getUsername());
        web.perform(get("/families").cookie(session))
                .andExpect(content().string(containsString("惠安县")))
                .andExpect(content().string(containsString("德化县")))
                .andExpect(content().string(containsString("name=\"grant\"")));
        List<Long> held = jdbc.sql("select id from account_grant where account_id = ? order by id")
                .param(account.id())
                .query(Long.class)
                .list();
        web.perform(post("/scope")
                        .param("grant", held.get(1).toString())
                        .with(csrf())
                        .cookie(session))
                .andExpect(redirectedUrl("/"));
        web.perform(get("/families").cookie(session)).andExpect(content().string(containsString("<b>德化县</b>")));
        web.perform(post("/scope").param("grant", "1").with(csrf()).cookie(session))
                .andExpect(status().isNotFound());
    }

    @Test
    void theSetUpPageIsGone() throws Exception {
        admin();
        web.perform(get("/set-up")).andExpect(status().isNotFound());
        web.perform(post("/set-up").with(csrf())).andExpect(status().isNotFound());
    }
}
