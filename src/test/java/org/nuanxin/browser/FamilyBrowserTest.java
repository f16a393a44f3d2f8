package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** From the list to a family, a correction that somebody else was quicker with, a lead and its registration. */
@BrowserTest
class FamilyBrowserTest {

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @Test
    void familyPagesAreAccessibleAndFit(Visitor visitor) {
        visitor.signIn("jingban").open("/families?lang=zh");
        String family = firstFamily(visitor.page());
        for (String page : new String[] {
            "/families",
            "/families?q=zzzz&ability=mild",
            family,
            family + "/timeline",
            family + "/history",
            family + "/edit",
            family + "/members/new",
            family + "/children/new",
            "/leads/new",
            "/families/new"
        }) {
            String name = "family-"
                    + page.replaceFirst("/families/\\d+", "page")
                            .replaceAll("[^a-z]+", "-")
                            .replaceAll("^-|-$", "");
            visitor.open(page + (page.contains("?") ? "&" : "?") + "lang=zh").isPleasant(name);
            visitor.open(page + (page.contains("?") ? "&" : "?") + "lang=en").isPleasant(name);
        }
    }

    @Test
    void regionsAndBulkConfirmationAreAccessibleAndFit(Visitor visitor) {
        visitor.signIn("shenhe").open("/regions?lang=zh").isPleasant("regions");
        visitor.open("/regions?lang=en").isPleasant("regions");
        visitor.open("/families?lang=zh").isPleasant("families-approver");
        Page page = visitor.page();
        page.locator("tbody input[name=id]").all().stream().limit(3).forEach(box -> box.check());
        page.locator(".bulk button[value='/families/confirm']").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("成批确认");
        visitor.isPleasant("families-confirm");
    }

    @Test
    void aListIsSearchedAndTheSecondToSaveLosesNothing(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/families?lang=zh").page();
        String family = firstFamily(page);
        String name =
                page.locator("td.name a[href='" + family + "']").innerText().split("、")[0];
        page.locator("header ~ .topbar input[type=search], .topbar input[type=search]")
                .first()
                .fill(name);
        page.keyboard().press("Enter");
        page.waitForURL("**/families?q=*");
        assertThat(page.locator("td.name a[href='" + family + "']").count()).isEqualTo(1);
        page.locator("td.name a[href='" + family + "']").click();
        visitor.open(family + "/edit");
        Page other = page.context().newPage();
        other.navigate(page.url());
        save(other, "上午十点以后");
        save(page, "下午四点以后");
        page.locator("input[name=reload]").waitFor(ATTACHED);
        assertThat(page.locator("main").innerText()).contains("先改过了", "上午十点以后", "下午四点以后");
        visitor.isPleasant("family-conflict");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("带着我填的，回到表单"))
                .click();
        page.locator("[id='preferences.bestTime']").waitFor();
        assertThat(page.locator("[id='preferences.bestTime']").inputValue()).isEqualTo("下午四点以后");
        save(page, "下午四点以后");
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice").innerText()).contains("已保存");
        assertThat(page.locator("main").innerText()).contains("下午四点以后");
    }

    @Test
    void aLeadIsTakenWithTheVillagesFetchedAndThenRegistered(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/leads/new?lang=zh").page();
        page.locator("main form button.btn-p").click();
        page.locator(".error-summary:focus").waitFor();
        assertThat(page.title()).startsWith("错误：");
        visitor.isPleasant("lead-errors");
        page.locator("#name").fill("游览器");
        page.locator("[id='place.township']").selectOption(new SelectOption().setIndex(2));
        page.locator("[id='place.village'] option:nth-child(3)").waitFor(ATTACHED);
        page.locator("[id='place.village']").selectOption(new SelectOption().setIndex(2));
        page.locator("main form button.btn-p").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice").innerText()).contains("7 天内先去看望");
        assertThat(page.locator("h1").innerText()).contains("游览器", "线索");
        page.locator(".identity a.btn-p").first().click();
        page.locator("[id='parents[0].citizenId']").fill("350502 19560615 001");
        page.locator("main form .foot-bar button").click();
        page.locator(".error-summary").waitFor();
        assertThat(page.locator(".error-summary").innerText()).contains("填写18位身份证号");
        assertThat(page.locator("[id='parents[0].name']").inputValue()).isEqualTo("游览器");
        visitor.isPleasant("register-errors");
        page.locator("[id='parents[0].citizenId']").fill("");
        page.locator("main form .foot-bar button").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator("h1").innerText()).contains("游览器", "登记");
    }

    private static String firstFamily(Page page) {
        return page.locator("tr:has-text('已确认') td.name a").first().getAttribute("href");
    }

    private static void save(Page page, String time) {
        page.locator("[id='preferences.bestTime']").fill(time);
        page.locator("main form button.btn-p").click();
        page.waitForLoadState();
    }
}
