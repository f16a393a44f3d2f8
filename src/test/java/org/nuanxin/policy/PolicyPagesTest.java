package org.nuanxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The policy pages as people open them. */
@NuanxinTest
class PolicyPagesTest {

    private static final String LICHENG = "350502000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/policy|养老机构入住补贴|Subsidy for living in a care institution",
                "/policy/programs/residential-care|数据不含金门县|Jinmen County is not included",
                "/policy/programs/medical-aid|住院或患重大疾病|At a hospital stay",
                "/policy/programs/special-assistance|这是草稿|This is a draft",
                "/policy/rules/3|完全失能|Completely dependent",
                "/policy/documents|泉民函〔2025〕67号|Reply to proposal 20254084",
                "/policy/documents/1|市财政给予每个|Voluntary service",
                "/policy/documents/2|条文待补|Text to be supplied",
                "/policy/assumptions|口径待定|Readings to be settled"
            })
    void everyPageSpeaksBothLanguages(String path, String zh, String en) {
        assertThat(get(path + "?lang=zh")).hasStatusOk().bodyText().contains(zh).doesNotContain("??");
        assertThat(get(path + "?lang=en")).hasStatusOk().bodyText().contains(en).doesNotContain("??");
    }

    @Test
    void theListIsSearchedAndFiltered() {
        assertThat(get("/policy?q=关爱")).bodyText().contains("关爱小组活动经费").doesNotContain("春节慰问金");
        assertThat(get("/policy?state=DRAFT")).bodyText().contains("特别扶助金").doesNotContain("春节慰问金");
        assertThat(get("/policy?q=没有这样的")).hasStatusOk().bodyText().contains("没有找到这样的项目");
    }

    @Test
    void aRuleReadsAsPeopleSpeak() {
        assertThat(get("/policy/rules/2"))
                .bodyText()
                .contains("60周岁及以上", "不是低保、特困", "¥1,000.00", "不可享：特困人员由特困供养保障", "待补", "口径待定");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/policy/programs/nothing", "/policy/rules/999999", "/policy/documents/999999"})
    void whatDoesNotExistIsNotFound(String path) {
        assertThat(get(path)).hasStatus(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEM_ADMIN", "AUDITOR"})
    void whoHasNoBusinessWithPolicyIsRefused(Role role) {
        assertThat(mvc.get().uri("/policy").with(as.signedIn(role, LICHENG)).exchange())
                .hasStatus(403);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(as.signedIn(Role.CASEWORKER, LICHENG)).exchange();
    }
}
