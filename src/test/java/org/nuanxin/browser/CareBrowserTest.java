package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** From a lead on the worklist to the visit that closes it, in the office and on the phone. */
@BrowserTest
class CareBrowserTest {

    private static final String STRIP = "section[aria-labelledby=must-1]";

    @Test
    void aLeadStandsOnTheWorklistUntilItIsVisited(Visitor visitor) {
        visitor.signIn("anxi").open("/").isPleasant("my-day");
        Page page = visitor.page();
        Locator first = page.locator(STRIP + " td.name a").first();
        String family = first.getAttribute("href");
        String name = first.innerText();
        visitor.open(family + "/visits/new").isPleasant("visit-form");
        page.locator("#promise").fill("下周带血压计来");
        page.locator("form.visit button[type=submit]").click();
        assertThat(page.locator("main").innerText()).contains("回执号", "第一次上门", "今天不好受");
        visitor.isPleasant("visit-receipt");
        visitor.open("/");
        assertThat(page.locator(STRIP).innerText()).doesNotContain(name);
        visitor.open(family).isPleasant("family-after-visit");
        assertThat(page.locator("main").innerText()).contains("上门");
        visitor.open(family + "/visits/new");
        assertThat(page.locator("main").innerText())
                .as("the promise comes first")
                .contains("下周带血压计来");
    }

    @Test
    void aPhoneShowsOneStepAtATimeAndTheReceipt(Visitor visitor) {
        visitor.signIn("jingban").width(390).open("/m");
        visitor.isPleasant("phone-today");
        Page page = visitor.width(390).page();
        String family = page.locator("a[href^='/m/families/']").first().getAttribute("href");
        visitor.open(family).isPleasant("phone-before");
        visitor.width(390).open(family + "/visits/new");
        assertThat(page.locator("[data-step='2']").isVisible()).isFalse();
        page.locator("[data-step-next]").click();
        assertThat(page.locator("[data-step='2']").isVisible()).isTrue();
        visitor.isPleasant("phone-visit");
        page.locator("[data-step-next]").click();
        page.locator("[data-step-next]").click();
        page.locator("[data-step-save]").click();
        assertThat(page.locator("main").innerText()).contains("回执号");
        visitor.isPleasant("phone-receipt");
    }

    @Test
    void theListsAreAccessibleInBothLanguages(Visitor visitor) {
        visitor.signIn("jingban").open("/visits").isPleasant("visits");
        visitor.open("/visits/tasks").isPleasant("tasks");
        visitor.open("/visits/tasks?q=zzzz").isPleasant("tasks-none");
        visitor.open("/visits/tasks?lang=en").isPleasant("tasks");
        visitor.open("/").isPleasant("my-day");
        visitor.open("/m").isPleasant("phone-today");
        visitor.open("/m/me").isPleasant("phone-me");
    }

    @Test
    void accountsWithoutFamiliesHaveAQuietHome(Visitor visitor) {
        visitor.signIn("xitong").open("/").isPleasant("my-day-quiet");
    }
}
