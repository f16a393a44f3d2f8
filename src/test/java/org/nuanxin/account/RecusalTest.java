package org.nuanxin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Recused;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Sex;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyFilter;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.FamilyList;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.Origin;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 回避: one's own or a relative's file can be counted, but neither opened nor changed; the database refuses too. */
@NuanxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecusalTest {

    private static final String COUNTY = "350503000000";
    private static final String ELSEWHERE = "350527000000";

    @Autowired
    As as;

    @Autowired
    MockMvc web;

    @Autowired
    RecusalKeeping recusals;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    FamilyList list;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private CitizenId uncle;
    private long relatives;
    private long others;
    private SignedInAccount nephew;

    @BeforeAll
    void aCaseworkerWithAnUncleInTheRegister() {
        today = jdbc.sql("select current_date").query(LocalDate.class).single();
        uncle = TestFamilies.citizenId(1950, Sex.MALE);
        String village = regions.within(new RegionPath(regions.byCode(COUNTY).path()), Region.Level.VILLAGE)
                .get(3)
                .path();
        relatives = as.caseworker(
                COUNTY,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK, village, null, List.of(TestFamilies.parent("叔阿土", true, uncle)))));
        others = as.caseworker(COUNTY, () -> families.register(TestFamilies.stock(village, "旁阿土", "旁阿花")));
        nephew = as.account(Role.APPROVER, COUNTY, "-nephew");
        as.run(nephew, () -> recusals.declare(nephew.id(), Relation.RELATIVE, uncle, DateRange.since(today)));
    }

    @Test
    void aRecusedFamilyDoesNotOpenOnAnyPage() throws Exception {
        for (String page : List.of("", "/timeline", "/care-group", "/history", "/steps/confirm", "/nowhere")) {
            web.perform(get("/families/" + relatives + page).with(user(nephew)))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("您已申报回避，请由同事办理")));
        }
        web.perform(post("/families/" + relatives + "/steps/confirm")
                        .with(csrf())
                        .with(user(nephew)))
                .andExpect(status().isForbidden());
        web.perform(get("/families/" + others).with(user(nephew))).andExpect(status().isOk());
        web.perform(get("/families/" + relatives).with(as.signedIn(Role.APPROVER, COUNTY)))
                .andExpect(status().isOk());
        // who tried stands in the history that the colleague reads
        web.perform(get("/families/" + relatives + "/history").with(as.signedIn(Role.APPROVER, COUNTY)))
                .andExpect(content().string(containsString("申报过回避，没有打开")));
    }

    @Test
    void outOfScopeStaysNotFoundSoThatNothingIsTold() throws Exception {
        SignedInAccount far = as.account(Role.CASEWORKER, ELSEWHERE, "-nephew");
        as.run(far, () -> recusals.declare(far.id(), Relation.RELATIVE, uncle, DateRange.since(today)));
        web.perform(get("/families/" + relatives).with(user(far))).andExpect(status().isNotFound());
    }

    @Test
    void theServiceRefusesAndTheListStillCounts() {
        assertThatThrownBy(() -> as.call(nephew, () -> heads.open(relatives))).isInstanceOf(Recused.class);
        FamilyFilter filter = FamilyFilter.of(Map.of());
        long his = as.call(nephew, () -> list.page(filter)).total();
        assertThat(his)
                .isEqualTo(as.approver(COUNTY, () -> list.page(filter)).total())
                .isPositive();
    }

    @Test
    void theDatabaseRefusesToWriteWhateverThePathThere() {
        assertThatThrownBy(() -> as.call(
                        nephew,
                        () -> jdbc.sql("update family set best_time = '上午' where id = ?")
                                .param(relatives)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("recusal_update");
        assertThatThrownBy(() ->
                        as.call(nephew, () -> jdbc.sql("""
                                        insert into care_group (id, family_id, region_path, established_on)
                                        select nextval('care_group_seq'), id, region_path, current_date from family where id = ?""").param(relatives).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("recusal_insert");
        assertThat(as.<Integer>call(
                        nephew,
                        () -> jdbc.sql("update family set best_time = '上午' where id = ?")
                                .param(others)
                                .update()))
                .isEqualTo(1);
    }

    @Test
    void confirmingManyLeavesItOut() {
        Lifecycle.Outcome outcome = as.call(nephew, () -> lifecycle.confirmAll(List.of(relatives, others)));
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.refusals()).containsExactly("family.reject.recused");
    }

    @Test
    void aBulkActOfTheListLeavesItOut() throws Exception {
        web.perform(get("/families/act")
                        .param("act", "/families/confirm")
                        .param("id", relatives + "," + others)
                        .with(user(nephew)))
                .andExpect(redirectedUrl("/families/confirm?id=" + others));
    }

    @Test
    void anEndedDeclarationNoLongerHoldsAndOneToComeNotYet() {
        SignedInAccount once = as.account(Role.APPROVER, COUNTY, "-once");
        as.run(
                once,
                () -> recusals.declare(once.id(), Relation.RELATIVE, uncle, new DateRange(today.minusDays(9), today)));
        assertThat(as.call(once, () -> heads.read(relatives)).id()).isEqualTo(relatives);
        as.run(once, () -> recusals.declare(once.id(), Relation.RELATIVE, uncle, DateRange.since(today.plusDays(1))));
        assertThat(as.call(once, () -> heads.read(relatives)).id()).isEqualTo(relatives);
        assertThatThrownBy(() -> as.run(
                        once,
                        () -> recusals.declare(once.id(), Relation.SELF, uncle, DateRange.since(today.plusDays(5)))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void nobodyReadsWhatAnotherDeclaredAndTheNumberIsNowhere() {
        assertThat(as.approver(
                        COUNTY,
                        () -> jdbc.sql("select count(*) from account_recusal")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThat(as.call(nephew, () -> recusals.of(nephew.id())).get(0).tail())
                .isEqualTo(uncle.value().substring(14));
        assertThat(as.call(
                        nephew,
                        () -> jdbc.sql("select count(*) from account_recusal r where r::text like '%' || ? || '%'")
                                .param(uncle.value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void aWrongNumberIsAskedForAgain() throws Exception {
        web.perform(post("/me/recusals")
                        .param("relation", "SELF")
                        .param("citizenId", "350502195506150011")
                        .param("from", today.toString())
                        .with(csrf())
                        .with(user(nephew)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("填写 18 位身份证号")));
    }
}
