package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A Care Group is filled, and its pages are pleasant at every width in both languages. */
@BrowserTest
class CareGroupBrowserTest {

    @Test
    void aVacantSeatIsFilledFromTheListOfGroups(Visitor visitor) {
        visitor.signIn("jingban").open("/care-groups").isPleasant("care-groups");
        visitor.open("/care-groups?state=NONE")
                .page()
                .locator("th.name a")
                .first()
                .click();
        visitor.isPleasant("care-group-none");

        visitor.click(AriaRole.LINK, "请人入席");
        visitor.click(AriaRole.BUTTON, "请人入席");
        visitor.page().locator(".error-summary").waitFor();
        assertThat(visitor.page().title()).startsWith("错误：");
        visitor.isPleasant("care-group-seat-errors");

        visitor.page().locator("#kind").selectOption("VILLAGE_DOCTOR");
        visitor.page().locator("#name").fill("郭志文");
        visitor.page().locator("#phone").fill("138 1234 5678");
        visitor.click(AriaRole.BUTTON, "请人入席");
        assertThat(visitor.page().locator(".notice").innerText()).contains("已入席");
        assertThat(visitor.page().locator("main").innerText()).contains("郭志文", "138****5678");
        visitor.isPleasant("care-group");
    }

    @Test
    void theOtherPagesArePleasantInBothLanguages(Visitor visitor) {
        visitor.signIn("jingban").open("/care-groups?lang=en").isPleasant("care-groups");
        visitor.open("/care-groups?q=zzzz").isPleasant("care-groups-noresult");
        visitor.open("/care-groups/seating").isPleasant("care-group-bulk");
        visitor.open("/care-groups?state=COMPLETE")
                .page()
                .locator("tr:has(td:has-text('¥')) th.name a")
                .first()
                .click();
        visitor.isPleasant("care-group-complete");
        visitor.page().locator("a[href*='/expenses/new']").first().click();
        visitor.isPleasant("care-group-expense");
    }
}
