package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From ticked rows, or from a filter, to the page of an act. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkActTest {

    private static final String HERE = "350503000000";
    private static final String THERE = "350502000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Regions regions;

    private List<Long> mine;
    private long theirs;

    @BeforeAll
    void threeFamiliesHereAndOneThere() {
        String here = village(HERE);
        mine = as.caseworker(
                HERE,
                () -> families.registerAll(List.of(
                        TestFamilies.stock(here, "勾选甲", "甲妻"),
                        TestFamilies.stock(here, "勾选乙", "乙妻"),
                        TestFamilies.stock(here, "勾选丙", "丙妻"))));
        theirs = as.caseworker(THERE, () -> families.register(TestFamilies.stock(village(THERE), "勾选丁", "丁妻")));
    }

    @Test
    void whoHasAnActSeesBoxesForEveryFamilyAndItsButton() {
        assertThat(mvc.get().uri("/families?q=勾选").with(as.signedIn(Role.APPROVER, HERE)))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"id\" value=\"" + mine.get(0) + "\"", "value=\"/families/confirm\"")
                .doesNotContain("name=\"id\" value=\"" + theirs + "\"");
    }

    @Test
    void tickedFamiliesReachThePageOfTheAct() {
        assertThat(mvc.get()
                        .uri("/families/act?act=/families/confirm&id={a}&id={b}", mine.get(0), mine.get(1))
                        .with(as.signedIn(Role.APPROVER, HERE)))
                .hasRedirectedUrl("/families/confirm?id=" + mine.get(0) + "," + mine.get(1));
        assertThat(mvc.get()
                        .uri("/families/confirm?id=" + mine.get(0) + "," + mine.get(1))
                        .with(as.signedIn(Role.APPROVER, HERE)))
                .bodyText()
                .contains("勾选甲", "勾选乙")
                .doesNotContain("勾选丙");
    }

    @Test
    void allOfAFilterAreThoseInScopeOnly() {
        String address = mvc.get()
                .uri("/families/act?act=/families/confirm&all=true&q=勾选")
                .with(as.signedIn(Role.APPROVER, HERE))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(List.of(address.substring(address.indexOf('=') + 1).split(",")))
                .containsExactlyInAnyOrderElementsOf(
                        mine.stream().map(String::valueOf).toList());
    }

    @Test
    void anActOfAnotherRoleOrAnUnknownOneIsNotThere() {
        assertThat(mvc.get()
                        .uri("/families/act?act=/families/confirm&id={a}", mine.get(0))
                        .with(as.signedIn(Role.CASEWORKER, HERE)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/families/act?act=//elsewhere.example").with(as.signedIn(Role.APPROVER, HERE)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/families/act?act=/families/confirm").with(as.signedIn(Role.FINANCE, HERE)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private String village(String county) {
        return regions.within(new RegionPath(regions.byCode(county).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
    }
}
