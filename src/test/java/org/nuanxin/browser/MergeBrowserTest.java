package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A family registered twice: found, looked at side by side, merged, and the merge undone. */
@BrowserTest
class MergeBrowserTest {

    @Test
    void twoFilesBecomeOneAndTwoAgain(Visitor visitor) {
        Page page = visitor.signIn("jingban").open("/duplicates?lang=zh").page();
        visitor.isPleasant("duplicates");
        page.locator("tbody a.btn").first().click();
        page.locator("#reason").waitFor();
        visitor.isPleasant("merge-compare");
        page.locator("main form .foot-bar button.btn-p").click();
        page.locator(".error-summary").waitFor();
        assertThat(page.locator(".error-summary").innerText()).contains("写一句为什么说是同一户");
        page.locator("#reason").fill("花名册和窗口各登记了一次");
        page.locator("main form .foot-bar button.btn-p").click();
        page.locator("text=并档会怎样").first().waitFor();
        visitor.isPleasant("merge-preview");
        page.locator("main form button.btn-p").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice").innerText()).contains("已经并成一份");
        page.locator("a[href^='/merges/']").first().click();
        page.locator("#reason").fill("看错了");
        page.locator("main form button").click();
        page.locator(".notice").waitFor();
        assertThat(page.locator(".notice").innerText()).contains("并档已撤回");
        visitor.open("/duplicates?lang=en").isPleasant("duplicates");
    }
}
