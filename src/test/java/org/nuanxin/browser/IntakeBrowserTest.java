package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** From lead to confirmation, in the office and on the phone. */
@BrowserTest
class IntakeBrowserTest {

    @Test
    void aFileOnItsWayShowsWhatItLacks(Visitor visitor) {
        visitor.signIn("anxi").open("/families?status=REGISTERED");
        Page page = visitor.page();
        String family = page.locator("td.name a").first().getAttribute("href");
        visitor.open(family).isPleasant("intake-family");
        assertThat(page.locator("main").innerText()).contains("材料和条件", "还缺");
        visitor.open(family + "/papers").isPleasant("intake-papers");
        visitor.open(family + "/attachments").isPleasant("intake-attachments");
        visitor.open("/leads").isPleasant("intake-leads");
        visitor.open(page.locator("td.name a").first().getAttribute("href"));
        visitor.open("/families?status=REVIEWED");
        String id = page.locator("td.name a").first().getAttribute("href").replaceAll("\\D", "");
        visitor.open("/notices/new?id=" + id);
        page.locator("#postedAt").fill("村务公开栏");
        page.locator("main form button.btn-p").click();
        visitor.isPleasant("intake-notice");
        visitor.open("/notices").isPleasant("intake-notices");
        visitor.open("/families/" + id + "/steps/return").isPleasant("intake-return");
    }

    @Test
    void aLeadIsTakenAndRegisteredOnThePhone(Visitor visitor) {
        visitor.signIn("anxi").open("/m/leads/new").isPleasant("phone-lead");
        visitor.open("/leads");
        String lead = visitor.page().locator("td.name a").first().getAttribute("href");
        visitor.open("/m" + lead + "/register").isPleasant("phone-register");
    }
}
