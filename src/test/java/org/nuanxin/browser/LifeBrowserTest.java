package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A death is recorded after a look at what follows, seen on record, and taken back. */
@BrowserTest
class LifeBrowserTest {

    @Test
    void whatFollowsIsSaidFirstAndAMistakeIsTakenBack(Visitor visitor) {
        Page page = visitor.signIn("jingban")
                .open("/families?status=CONFIRMED&lang=zh")
                .page();
        String family = page.locator("td.name a").nth(2).getAttribute("href");
        visitor.open(family + "/life").isPleasant("life");
        visitor.open(family + "/life/death").isPleasant("life-death");
        page.locator("main form button.btn-p").click();
        page.locator(".error-summary").waitFor();
        assertThat(page.locator(".error-summary").innerText()).contains("选择是谁", "填写日期");
        page.locator("input[name=person]").first().check();
        page.locator("#on").fill("2026-10-02");
        page.locator("#source").fill("村里告知");
        page.locator("main form button.btn-p").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator("main").innerText()).contains("村里告知", "补记");
        visitor.isPleasant("life-recorded");
        page.locator("summary:has-text('登错了')").first().click();
        page.locator("input[name=reason]").first().fill("同名的人");
        page.locator("button:has-text('撤回')").first().click();
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice").innerText()).contains("已撤回");
        visitor.open(family + "/life/divorce?lang=en").isPleasant("life-divorce");
    }
}
