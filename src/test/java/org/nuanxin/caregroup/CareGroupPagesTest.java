package org.nuanxin.caregroup;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.family.Families;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of a funded group, and who may not use them. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CareGroupPagesTest {

    private static final String COUNTY = "350505000000";
    private static final String ELSEWHERE = "350526000000";

    @Autowired
    As as;

    @Autowired
    MockMvc web;

    @Autowired
    Families families;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    CareGroups groups;

    @Autowired
    GroupLedger ledger;

    @Autowired
    CareGroupReader reader;

    @Autowired
    Regions regions;

    @Autowired
    Clock clock;

    private long family;
    private long entry;
    private long seat;

    @BeforeAll
    void aFundedGroup() {
        String village = regions.within(new RegionPath(regions.byCode(COUNTY).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        family = as.caseworker(COUNTY, () -> families.register(TestFamilies.stock(village, "连阿土", "连阿花")));
        as.approver(COUNTY, () -> {
            lifecycle.confirm(family);
            return family;
        });
        entry = as.caseworker(COUNTY, () -> {
            for (SeatKind kind : SeatKind.theFour()) {
                seat = groups.seat(
                        family,
                        new CareGroups.Seating(
                                kind, "某某" + kind.ordinal(), null, "13812345678", null, LocalDate.of(2025, 3, 1)));
            }
            ledger.allocate(family, UUID.randomUUID(), "经费");
            long group = reader.ofFamily(family).orElseThrow().groupId();
            return ledger.entries(group, LocalDate.now(clock).getYear()).get(0).id();
        });
    }

    @Test
    void everyPageOfAFundedGroupIsThereInBothLanguages() throws Exception {
        for (String lang : List.of("zh", "en")) {
            for (String path : List.of(
                    "/families/" + family,
                    "/families/" + family + "/care-group",
                    "/families/" + family + "/timeline",
                    "/families/" + family + "/care-group/seats/new",
                    "/families/" + family + "/care-group/seats/" + seat + "/end",
                    "/families/" + family + "/care-group/expenses/new",
                    "/families/" + family + "/care-group/entries/" + entry + "/reversal",
                    "/care-groups",
                    "/care-groups?q=某某&state=COMPLETE",
                    "/care-groups/seating")) {
                web.perform(get(path).param("lang", lang).with(as.signedIn(Role.CASEWORKER, COUNTY)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("13812345678"))));
            }
        }
        web.perform(get("/families/" + family).with(as.signedIn(Role.CASEWORKER, COUNTY)))
                .andExpect(content().string(containsString("余 ¥1,000.00 / ¥1,000.00")));
    }

    @Test
    void anIncompleteFormKeepsItsInput() throws Exception {
        web.perform(post("/families/" + family + "/care-group/expenses")
                        .param("token", UUID.randomUUID().toString())
                        .param("amount", "１，２０")
                        .param("purpose", "端午")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, COUNTY)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("端午")));
        web.perform(post("/families/" + family + "/care-group/seats")
                        .with(csrf())
                        .with(as.signedIn(Role.CASEWORKER, COUNTY)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void nobodyOutOfScopeFindsThePages() throws Exception {
        for (String path : List.of("", "/seats/new", "/seats/" + seat + "/end", "/expenses/new")) {
            web.perform(get("/families/" + family + "/care-group" + path).with(as.signedIn(Role.CASEWORKER, ELSEWHERE)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void whoOnlyReadsCannotSeatOrSpend() throws Exception {
        for (Role role : List.of(Role.APPROVER, Role.POLICY_ADMIN, Role.FINANCE, Role.AUDITOR)) {
            for (String path : List.of("/seats", "/expenses", "/allocations")) {
                web.perform(post("/families/" + family + "/care-group" + path)
                                .param("token", UUID.randomUUID().toString())
                                .with(csrf())
                                .with(as.signedIn(role, COUNTY)))
                        .andExpect(status().isForbidden());
            }
            web.perform(post("/care-groups/seating")
                            .param("village", "/")
                            .with(csrf())
                            .with(as.signedIn(role, COUNTY)))
                    .andExpect(status().isForbidden());
        }
        for (Role role : List.of(Role.FINANCE, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            web.perform(get("/care-groups").with(as.signedIn(role, COUNTY))).andExpect(status().isForbidden());
        }
    }

    @Test
    void theListIsExported() throws Exception {
        web.perform(get("/care-groups.xlsx").with(as.signedIn(Role.CASEWORKER, COUNTY)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }
}
