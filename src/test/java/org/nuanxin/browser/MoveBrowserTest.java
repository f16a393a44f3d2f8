package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A family moves from one county to another: what one side is told, what the other sees, and the letter between them. */
@BrowserTest
class MoveBrowserTest {

    @Test
    void fromOneCountyToTheOther(Visitor visitor) {
        visitor.signIn("jingban").open("/families?lang=zh");
        Page page = visitor.page();
        page.locator("main td.name a").nth(2).click();
        String family = page.url().replaceFirst(".*/families/(\\d+).*", "$1");
        visitor.open("/families/" + family + "/handover").isPleasant("move-letter-write");
        page.locator("main form .btn-p").click();
        visitor.open("/families/" + family + "/move");
        page.locator("input[name=what][value=BOTH]").locator("xpath=..").click();
        page.locator("[id='to.township']")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption()
                                .setValue(
                                        (String)
                                                page.evaluate(
                                                        "[...document.querySelectorAll(\"[id='to.township'] option\")].find(o => o.value.includes('/350524000000/')).value")));
        page.locator("[id='to.village'] option")
                .nth(1)
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.locator("[id='to.village']").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("#reason").fill("投靠女儿，户口已迁");
        visitor.isPleasant("move-form");
        page.locator("main form .btn-p").click();
        visitor.isPleasant("move-consequences");
        page.locator("main form .btn-p").click();
        String move = page.url().replaceFirst(".*/moves/(\\d+).*", "$1");
        visitor.isPleasant("move-asked");
        visitor.signIn("anxi").open("/moves").isPleasant("move-list");
        visitor.open("/moves/" + move).isPleasant("move-request");
        visitor.open("/moves/" + move + "?lang=en").isPleasant("move-request-en");
        visitor.open("/moves/" + move + "?lang=zh");
        page.locator("form[action$='/accept'] button").click();
        visitor.open("/families/" + family).isPleasant("move-arrived");
        visitor.open("/families/" + family + "/handover").isPleasant("move-letter-read");
        visitor.open("/").picture("move-worklist");
        visitor.signIn("jingban").open("/families/" + family);
        assertThat(page.locator("main h1").innerText()).doesNotContain("、");
        visitor.open("/moves/ask").isPleasant("move-ask");
    }
}
