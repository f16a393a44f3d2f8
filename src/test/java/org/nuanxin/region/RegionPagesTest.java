package org.nuanxin.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tree of regions to look at, and the villages of a picker. */
@NuanxinTest
class RegionPagesTest {

    private static final String CITY = "350500000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Regions regions;

    @Test
    void theCityHasItsCountiesWithCountsAndJinmenIsMarked() {
        assertThat(get("/regions"))
                .hasStatusOk()
                .bodyText()
                .contains("175 个乡镇街道", "2,573 个村社区", "鲤城区", "金门县", "未启用", "数据不含金门县");
    }

    @Test
    void aTownshipListsItsVillagesByTheNamePeopleUse() {
        String township = regions.byCode("350524108000").path();
        assertThat(get("/regions?in=" + township))
                .hasStatusOk()
                .bodyText()
                .contains("石山村<")
                .doesNotContain("石山村委会");
    }

    @Test
    void aSearchFindsByNameAndByCodeAndSaysSoWhenThereIsNone() {
        assertThat(get("/regions?q=浮桥")).bodyText().contains("浮桥街道");
        assertThat(get("/regions?q=350583000000")).bodyText().contains("南安市");
        assertThat(get("/regions?q=没有这里")).bodyText().contains("没有找到");
        assertThat(get("/regions?lang=en")).bodyText().contains("175 townships", "Not in use");
    }

    @Test
    void thePickerFetchesTheVillagesOfTheChosenTownship() {
        String township = regions.byCode("350524108000").path();
        assertThat(get("/regions/villages?field=place&place.township=" + township))
                .hasStatusOk()
                .bodyText()
                .contains("<option", "石山村")
                .doesNotContain("<html");
        assertThat(get("/regions/villages?field=place&place.township="))
                .bodyText()
                .doesNotContain("石山村");
    }

    @Test
    void anUnknownRegionIsNotFoundAndNobodyLooksWithoutSigningIn() {
        assertThat(get("/regions?in=1/2/")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/regions").exchange()).hasStatus3xxRedirection();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(as.signedIn(Role.POLICY_ADMIN, CITY)).exchange();
    }
}
