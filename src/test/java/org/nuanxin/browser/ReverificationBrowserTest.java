package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A running re-verification: its progress, the list behind a number, and the questions at the door. */
@BrowserTest
class ReverificationBrowserTest {

    @Test
    void fromTheNumberToTheDoor(Visitor visitor) {
        visitor.signIn("shenhe").open("/reverification").isPleasant("reverification");
        Page page = visitor.page();
        page.locator("main th a").first().click();
        visitor.isPleasant("reverification-progress");
        visitor.open("/reverification/new").isPleasant("reverification-new");
        visitor.signIn("jingban").open("/reverification");
        page.locator("main th a").first().click();
        page.locator(".tile[href*='state=OPEN']").click();
        visitor.isPleasant("reverification-list");
        page.locator("main th.name a").first().click();
        visitor.isPleasant("reverification-family");
        String family = page.url().replaceFirst(".*/families/(\\d+)/.*", "$1");
        page.locator("main td a").last().click();
        visitor.isPleasant("reverification-settle");
        visitor.width(390).open("/m/families/" + family + "/visits/new");
        page.locator("[data-step-next]").click();
        page.locator("[data-step-next]").click();
        page.locator(".visit-check input[value=CHANGED]")
                .first()
                .locator("xpath=..")
                .click();
        assertThat(page.locator(".visit-check .said").first().isVisible()).isTrue();
        visitor.isPleasant("reverification-phone");
        visitor.open("/families/" + family + "?lang=en").isPleasant("reverification-panel");
    }
}
