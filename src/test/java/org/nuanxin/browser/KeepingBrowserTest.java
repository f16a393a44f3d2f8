package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Regions kept by the system administrator, settings and word lists by the policy administrator. */
@BrowserTest
class KeepingBrowserTest {

    @Test
    void theSystemAdministratorSeesWhatGoesAlongBeforeATownshipMoves(Visitor visitor) {
        visitor.signIn("xitong").open("/regions").isPleasant("regions-keeping");
        Page page = visitor.page();
        visitor.open("/regions?q=浮桥街道");
        page.locator("td.r a.btn").first().click();
        visitor.isPleasant("region-unit");
        visitor.click(AriaRole.LINK, "划转");
        assertThat(page.locator("main").innerText()).contains("一起过去的", "留在鲤城区的");
        visitor.click(AriaRole.BUTTON, "全部划转");
        page.locator(".error-summary").waitFor();
        visitor.isPleasant("region-move");
    }

    @Test
    void thePolicyAdministratorDecidesASetting(Visitor visitor) {
        visitor.signIn("zhengce").open("/settings").isPleasant("settings");
        Page page = visitor.page();
        visitor.open("/settings/care.first-visit-days");
        page.locator("#value").fill("5");
        page.locator("#reason").fill("局务会议决定");
        visitor.click(AriaRole.BUTTON, "定下来");
        assertThat(page.locator(".notice").innerText()).contains("已定下来");
        visitor.isPleasant("setting");
        visitor.open("/settings/care.first-visit-days?lang=en").isPleasant("setting");
        visitor.open("/dictionaries?lang=zh").isPleasant("dictionaries");
        page.locator("th.name a").first().click();
        visitor.isPleasant("dictionary-entry");
    }
}
