package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Policy pages and the benefits tab, in both languages and at three widths; a missing fact supplied by hand. */
@BrowserTest
class PolicyBrowserTest {

    @Test
    void policyPagesAreAccessibleAndFit(Visitor visitor) {
        visitor.signIn("jingban");
        for (String page : new String[] {
            "/policy",
            "/policy/programs/residential-care",
            "/policy/programs/medical-aid",
            "/policy/rules/3",
            "/policy/documents",
            "/policy/documents/1",
            "/policy/assumptions"
        }) {
            String name = page.substring(1).replace('/', '-');
            visitor.open(page + "?lang=zh").isPleasant(name);
            visitor.open(page + "?lang=en").isPleasant(name);
        }
    }

    @Test
    void supplyingTheMissingFactsTurnsToBeVerifiedIntoEligible(Visitor visitor) {
        visitor.signIn("jingban").open("/families?lang=zh");
        String family = waitingForAnAssessment(visitor);
        visitor.open(family + "/benefits");
        Page page = visitor.page();
        Locator waiting = page.locator("tr[id^=nursing-subsidy]:has(.t-warn)").first();
        String line = waiting.getAttribute("id");
        waiting.locator(".answer a").click();
        assertThat(page.locator(".why h3").first().innerText()).startsWith("为什么待核");
        visitor.isPleasant("benefits-why");
        supply(page, "完全失能", "能力评估报告");
        supply(page, "没有享受集中照护", "养老台账");
        assertThat(page.url()).endsWith("#" + line);
        assertThat(page.locator(".why h3").first().innerText()).startsWith("为什么可享");
        assertThat(page.locator("[id='" + line + "'] .amount").innerText()).contains("¥200.00");
        visitor.language("en").isPleasant("benefits-why");
    }

    /** Opens families until one has a member whose nursing subsidy waits for facts. */
    private static String waitingForAnAssessment(Visitor visitor) {
        Page page = visitor.page();
        for (String family : page.locator("main tbody a[href^='/families/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList()) {
            visitor.open(family + "/benefits?show=unknown");
            Locator rows = page.locator("tr[id^=nursing-subsidy]:has-text('缺：能力等级、集中照护')");
            if (rows.count() > 0) {
                return family;
            }
        }
        throw new AssertionError("no family of the demonstration waits for an assessment");
    }

    private static void supply(Page page, String value, String source) {
        page.locator(".why tr.missing a.btn").first().click();
        page.getByText(value, new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#source").fill(source);
        page.locator("main form button[type=submit]").click();
        page.waitForLoadState();
    }
}
