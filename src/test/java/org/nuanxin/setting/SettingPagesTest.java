package org.nuanxin.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of settings and of word lists: who sees, who decides, what is said where something is wrong. */
@NuanxinTest
class SettingPagesTest {

    private static final String CITY = "350500000000";
    private static final String SHISHI = "350581000000";
    private static final String JINJIANG = "350582000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Regions regions;

    @Autowired
    Clock clock;

    @Test
    void theListShowsWhatIsInForceAndWhereItComesFrom() {
        String shishi = regions.byCode(SHISHI).path();
        String today = LocalDate.now(clock).toString();
        assertThat(get(Role.POLICY_ADMIN, SHISHI, "/settings"))
                .hasStatusOk()
                .bodyText()
                .contains("第一次上门", "7 天", "内置", "口径待定");
        assertThat(post(
                        Role.POLICY_ADMIN,
                        SHISHI,
                        "/settings/care.first-visit-days",
                        "in",
                        shishi,
                        "value",
                        "５",
                        "day",
                        today,
                        "reason",
                        "石民〔2026〕3号"))
                .hasStatus3xxRedirection();
        assertThat(get(Role.POLICY_ADMIN, SHISHI, "/settings?which=DECIDED"))
                .bodyText()
                .contains("第一次上门", "5 天", "本地定的")
                .doesNotContain("每月联系");
        assertThat(get(Role.POLICY_ADMIN, SHISHI, "/settings/care.first-visit-days"))
                .bodyText()
                .contains("石民〔2026〕3号", "更正", "石狮市另定");
        assertThat(get(Role.SYSTEM_ADMIN, CITY, "/settings/care.first-visit-days?in=" + shishi))
                .hasStatusOk()
                .bodyText()
                .contains("5 天", "这里只能看")
                .doesNotContain("石狮市另定");
        assertThat(get(Role.POLICY_ADMIN, JINJIANG, "/settings/care.first-visit-days?in=" + shishi))
                .bodyText()
                .contains("这里只能看");
        assertThat(get(Role.POLICY_ADMIN, SHISHI, "/settings?q=没有这样的"))
                .bodyText()
                .contains("没有这样的设置");
        assertThat(get(Role.POLICY_ADMIN, SHISHI, "/settings?lang=en"))
                .bodyText()
                .contains("First visit", "Decided here");
    }

    @Test
    void aValueOutOfRangeIsSaidAndNothingTypedIsLost() {
        String jinjiang = regions.byCode(JINJIANG).path();
        assertThat(post(
                        Role.POLICY_ADMIN,
                        JINJIANG,
                        "/settings/care.festival-window-days",
                        "in",
                        jinjiang,
                        "value",
                        "45",
                        "day",
                        "",
                        "reason",
                        "想早一点"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("填 1 到 20 之间的整数", "填写日期", "想早一点", "45");
        assertThat(post(
                        Role.POLICY_ADMIN,
                        JINJIANG,
                        "/settings/care.dragon-boat",
                        "in",
                        jinjiang,
                        "value",
                        "",
                        "day",
                        "2020-01-01",
                        "reason",
                        ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("选一个", "写明为什么");
        assertThat(post(
                        Role.POLICY_ADMIN,
                        JINJIANG,
                        "/settings/care.dragon-boat",
                        "in",
                        regions.byCode(SHISHI).path(),
                        "value",
                        "false",
                        "day",
                        LocalDate.now(clock).toString(),
                        "reason",
                        "别的县"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(Role.POLICY_ADMIN, JINJIANG, "/settings/care.unknown")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void caseworkersDoNotSeeSettingsAndOnlyPolicyAdministratorsDecide() {
        assertThat(get(Role.CASEWORKER, SHISHI, "/settings")).hasStatus(HttpStatus.FORBIDDEN);
        for (Role role : List.of(Role.CASEWORKER, Role.APPROVER, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            assertThat(post(role, CITY, "/settings/care.dragon-boat", "in", "350500000000/", "value", "false"))
                    .as(role.name())
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void aWordIsAddedOfferedRenamedAndRetiredWithItsHistory() {
        String shishi = regions.byCode(SHISHI).path();
        assertThat(post(Role.POLICY_ADMIN, SHISHI, "/dictionaries", "kind", "BANK", "nameZh", "石狮农商银行", "in", shishi))
                .hasStatus3xxRedirection();
        String form = body(get(Role.CASEWORKER, SHISHI, "/families/new"));
        assertThat(form).contains("石狮农商银行", "农业银行", "<datalist");
        assertThat(body(get(Role.CASEWORKER, JINJIANG, "/families/new")))
                .contains("农业银行")
                .doesNotContain("石狮农商银行");
        String list = body(get(Role.POLICY_ADMIN, SHISHI, "/dictionaries?kind=BANK&q=石狮"));
        String id = list.replaceAll("(?s).*href=\"/dictionaries/(\\d+)\"[^>]*>石狮农商银行.*", "$1");
        assertThat(post(
                        Role.POLICY_ADMIN,
                        SHISHI,
                        "/dictionaries/" + id,
                        "nameZh",
                        "石狮农村商业银行",
                        "position",
                        "1",
                        "version",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(post(Role.POLICY_ADMIN, SHISHI, "/dictionaries/" + id + "/state", "version", "1", "reason", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("写明为什么");
        assertThat(post(Role.POLICY_ADMIN, JINJIANG, "/dictionaries/" + id + "/state", "version", "1", "reason", "别的县"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(
                        Role.POLICY_ADMIN,
                        SHISHI,
                        "/dictionaries/" + id + "/state",
                        "version",
                        "1",
                        "reason",
                        "并入泉州农商行"))
                .hasStatus3xxRedirection();
        assertThat(get(Role.SYSTEM_ADMIN, CITY, "/dictionaries/" + id))
                .bodyText()
                .contains("石狮农村商业银行", "石狮农商银行", "并入泉州农商行", "恢复推荐");
        assertThat(body(get(Role.CASEWORKER, SHISHI, "/families/new"))).doesNotContain("石狮农村商业银行");
    }

    @Test
    void aWordTwiceOrOfAnotherCountyIsRefusedAndOtherRolesKeepNone() {
        assertThat(post(
                        Role.SYSTEM_ADMIN,
                        CITY,
                        "/dictionaries",
                        "kind",
                        "BANK",
                        "nameZh",
                        "农业银行",
                        "in",
                        "350500000000/"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("已经有“农业银行”");
        assertThat(post(
                        Role.POLICY_ADMIN,
                        JINJIANG,
                        "/dictionaries",
                        "kind",
                        "BANK",
                        "nameZh",
                        "越界银行",
                        "in",
                        regions.byCode(SHISHI).path()))
                .hasStatus(HttpStatus.NOT_FOUND);
        for (Role role : List.of(Role.CASEWORKER, Role.APPROVER, Role.AUDITOR)) {
            assertThat(get(role, CITY, "/dictionaries")).as(role.name()).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(Role role, String region, String uri) {
        return mvc.get().uri(uri).with(as.signedIn(role, region)).exchange();
    }

    private MvcTestResult post(Role role, String region, String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(as.signedIn(role, region)).with(csrf());
        for (int n = 0; n < parameters.length; n += 2) {
            request = request.param(parameters[n], parameters[n + 1]);
        }
        return request.exchange();
    }
}
