package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Length counts, and nobody has thought of it before. */
class PasswordRuleTest {

    private final PasswordRule rule = new PasswordRule();

    @Test
    void elevenCharactersAreTooFewAndTwelveWillDo() {
        assertThat(rule.fault("blue-rivers", "chen")).contains("account.error.password-short");
        assertThat(rule.fault("blue-rivers2", "chen")).isEmpty();
    }

    @Test
    void commonOnesAndTheUsernameAreRefusedInAnyCase() {
        assertThat(rule.fault("Password1234", "chen")).contains("account.error.password-common");
        assertThat(rule.fault("aaaaaaaaaaaaaaa", "chen")).contains("account.error.password-common");
        assertThat(rule.fault("mr-Chen-and-more", "chen")).contains("account.error.password-username");
        assertThat(rule.fault("长".repeat(30), "chen")).contains("account.error.password-long");
    }

    @Test
    void theOnesWeMakeAreGoodAndDiffer() {
        String one = rule.random();
        assertThat(one).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(rule.random());
        assertThat(rule.fault(one, "chen")).isEmpty();
    }
}
