package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.Statements;
import org.nuanxin.account.Role;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The busiest pages send as many statements for twenty-five families as for one. */
@NuanxinTest
@TestPropertySource(properties = "spring.application.name=family-statements")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyStatementsTest {

    private static final String ONE = "350525000000";
    private static final String MANY = "350524000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Regions regions;

    private long family;

    @BeforeAll
    void oneFamilyHereAndThirtyThere() {
        family = as.caseworker(ONE, () -> families.register(TestFamilies.stock(village(ONE, 0), "一户", "一妻")));
        List<NewFamily> wanted = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            wanted.add(TestFamilies.stock(village(MANY, i), "多户" + i, "多妻" + i));
        }
        as.caseworker(MANY, () -> families.registerAll(wanted));
    }

    @Test
    void theListSendsNoStatementForARow() {
        int forFew = sent("/families?q=一户", ONE);
        assertThat(sent("/families?q=多户", MANY)).isEqualTo(forFew).isLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline", "/history"})
    void theFamilyPageSendsFewStatements(String tab) {
        assertThat(sent("/families/" + family + tab, ONE)).isLessThanOrEqualTo(40);
    }

    private int sent(String uri, String county) {
        var account = as.signedIn(Role.CASEWORKER, county);
        mvc.get().uri(uri).with(account).exchange();
        List<String> statements = Statements.during(
                () -> assertThat(mvc.get().uri(uri).with(account).exchange()).hasStatusOk());
        return statements.size();
    }

    private String village(String county, int n) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(n)
                .path();
    }
}
