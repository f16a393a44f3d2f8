package org.nuanxin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every component in every state, and the pages around the application, in both languages and at three widths. */
@BrowserTest
class StyleguideBrowserTest {

    @Test
    void everyComponentIsAccessibleAndFitsAtEveryWidth(Visitor visitor) {
        visitor.signIn("jingban").open("/styleguide").isPleasant("styleguide");
        visitor.language("en").isPleasant("styleguide");
    }

    @Test
    void theSignInPageIsAccessibleAndFits(Visitor visitor) {
        visitor.open("/sign-in").isPleasant("sign-in");
        visitor.open("/sign-in?error&lang=en").isPleasant("sign-in-error");
    }

    @Test
    void aDemonstrationAccountFillsTheFormAtOnePress(Visitor visitor) {
        visitor.open("/sign-in").page().locator("[data-username=jingban]").click();
        assertThat(visitor.page().locator("#username").inputValue()).isEqualTo("jingban");
        visitor.page().locator("form:has(#password) button[type=submit]").click();
        assertThat(visitor.page().url()).doesNotContain("/sign-in");
    }

    @Test
    void aPageThatIsNotThereSaysWhatToDo(Visitor visitor) {
        visitor.signIn("jingban").open("/families/999999999").isPleasant("not-found");
        assertThat(visitor.page().locator("h1").innerText()).isEqualTo("没有这一页");
    }

    @Test
    void theSlashKeyGoesToTheSearch(Visitor visitor) {
        visitor.signIn("jingban").open("/styleguide").page().keyboard().press("/");
        assertThat(visitor.page().evaluate("() => document.activeElement.name")).isEqualTo("q");
    }
}
