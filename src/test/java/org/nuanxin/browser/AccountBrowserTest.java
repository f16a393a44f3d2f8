package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The pages of accounts are pleasant at every width. */
@BrowserTest
class AccountBrowserTest {

    @Test
    void accountsAreKeptOnPleasantPages(Visitor visitor) {
        visitor.signIn("xitong").open("/admin/accounts").isPleasant("accounts");
        visitor.open("/admin/accounts?q=庄").click(AriaRole.LINK, "庄晓燕");
        visitor.click(AriaRole.LINK, "离任交接");
        visitor.isPleasant("account-leave");
        visitor.open("/admin/accounts?q=庄").click(AriaRole.LINK, "庄晓燕");
        visitor.click(AriaRole.LINK, "加一个区域");
        visitor.click(AriaRole.BUTTON, "保存");
        visitor.page().locator(".error-summary").waitFor();
        visitor.isPleasant("account-grant-errors");
        visitor.page().locator("#region-unit").selectOption("350500000000/350583000000/");
        visitor.page().locator("#reason").fill("兼管南安");
        visitor.click(AriaRole.BUTTON, "保存");
        assertThat(visitor.page().locator(".notice").innerText()).contains("区域已加上");
        visitor.isPleasant("account-page");
        visitor.open("/admin/accounts?lang=en").isPleasant("accounts");
        visitor.open("/admin/accounts?lang=zh");

        visitor.signIn("jinjiang")
                .open("/families")
                .page()
                .locator(".scope-choice summary")
                .click();
        visitor.picture("account-scope-choice");
        visitor.open("/me/recusals").isPleasant("account-recusals");
        visitor.open("/me/password").isPleasant("account-password");
    }
}
