package org.nuanxin.advancecare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.Families;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.Lifecycle;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** What they fear most: written down once, encrypted, asked again only when it is time. */
@NuanxinTest
class AdvanceCareTest {

    private static final String ANXI = "350524000000";
    private static final String JINJIANG = "350582000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    FamilyHeads heads;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    AdvanceCards cards;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private long family;
    private FamilyHead.Member husband;
    private FamilyHead.Member wife;

    @BeforeEach
    void aCouple() {
        String village = regions.within(new RegionPath(regions.byCode(ANXI).path()), Region.Level.VILLAGE)
                .get(2)
                .path();
        family = as.caseworker(ANXI, () -> families.register(TestFamilies.stock(village, "谢托付", "谢托妻")));
        List<FamilyHead.Member> members =
                as.caseworker(ANXI, () -> heads.read(family).members());
        husband = members.get(0);
        wife = members.get(1);
    }

    @Test
    void whatIsToldIsCiphertextInTheDatabase() {
        save(-1, told(card("林志明")));
        byte[] stored = as.caseworker(
                ANXI,
                () -> jdbc.sql("select content from advance_care where person_id = :person")
                        .param("person", husband.id())
                        .query(byte[].class)
                        .single());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("林志明", "13859501234", "海");
        assertThat(as.caseworker(ANXI, () -> cards.of(family, husband.id())))
                .get()
                .satisfies(card -> {
                    assertThat(card.card().signer().name()).isEqualTo("林志明");
                    assertThat(card.card().complete()).isTrue();
                    assertThat(card.reviewOn()).isEqualTo(card.talkedOn().plusDays(365));
                });
    }

    @Test
    void theTrailCarriesNoNameNoPhoneAndNoWish() {
        save(-1, told(card("林志明")));
        save(0, told(card("吴小芳")));
        String trail = as.caseworker(
                ANXI,
                () -> String.join(
                        " ",
                        jdbc.sql(
                                        "select changes::text from audit_event where family_id = :family and action like 'advancecare%'")
                                .param("family", family)
                                .query(String.class)
                                .list()));
        assertThat(trail).contains("林**", "吴**", "138****1234").doesNotContain("林志明", "吴小芳", "13859501234", "撒到海里");
    }

    @Test
    void theSameSubmitTwiceIsOneTellingAndAnOldVersionIsRefused() {
        AdvanceCards.Told told = told(card("林志明"));
        save(-1, told);
        save(-1, told);
        assertThat(revisions()).isEqualTo(1);
        assertThatThrownBy(() -> save(-1, told(card("别人")))).isInstanceOf(AdvanceCards.Stale.class);
        save(0, told(card("吴小芳")));
        assertThatThrownBy(() -> save(0, told(card("又一个")))).isInstanceOf(AdvanceCards.Stale.class);
        assertThat(revisions()).isEqualTo(2);
    }

    @Test
    void notWantingToTalkIsAnAnswerAndKeepsWhatWasTold() {
        save(-1, told(card("林志明")));
        LocalDate today = LocalDate.now();
        save(0, new AdvanceCards.Told(UUID.randomUUID(), StoredCard.Stance.NOT_NOW, Card.EMPTY, today, "电话里说的", null));
        StoredCard stored =
                as.caseworker(ANXI, () -> cards.of(family, husband.id())).orElseThrow();
        assertThat(stored.card().signer().name()).isEqualTo("林志明");
        assertThat(stored.reviewOn()).isEqualTo(today.plusDays(180));
        assertThat(stored.reviewReason()).isEqualTo(StoredCard.ReviewReason.ASK_AGAIN);
        assertThat(page(Role.FPA_STAFF)).hasStatusOk().bodyText().contains("现在不想谈，我们尊重", "还没有谈过");
    }

    @Test
    void aDeathAsksToLookAgainAtTheCardThatNamesTheDead() {
        as.run(as.account(Role.CASEWORKER, ANXI), () -> cards.save(family, wife.id(), -1, told(card(husband.name()))));
        LocalDate day = LocalDate.now().minusDays(3);
        happened(FamilyChange.of(FamilyChange.Kind.PARENT_DIED, family, day).ofPerson(husband.id()));
        StoredCard stored =
                as.caseworker(ANXI, () -> cards.of(family, wife.id())).orElseThrow();
        assertThat(stored.reviewReason()).isEqualTo(StoredCard.ReviewReason.NAMED_DIED);
        assertThat(stored.reviewOn()).isEqualTo(day);
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/?lang=zh").with(as.signedIn(Role.CASEWORKER, ANXI))))
                .hasStatusOk()
                .bodyText()
                .contains("该看一看的托付卡", "卡上写的人离世了");
        as.run(
                as.account(Role.CASEWORKER, ANXI),
                () -> cards.confirm(family, wife.id(), stored.version(), UUID.randomUUID(), "当面看过"));
        assertThat(as.caseworker(ANXI, () -> cards.of(family, wife.id()))
                        .orElseThrow()
                        .reviewReason())
                .isEqualTo(StoredCard.ReviewReason.YEARLY);
    }

    @Test
    void anotherChangeAsksForALookAndAMoveDoesNot() {
        save(-1, told(card("林志明")));
        happened(FamilyChange.of(FamilyChange.Kind.RESIDENCE_MOVED, family, LocalDate.now()));
        assertThat(as.caseworker(ANXI, () -> cards.of(family, husband.id()))
                        .orElseThrow()
                        .reviewReason())
                .isEqualTo(StoredCard.ReviewReason.YEARLY);
        happened(FamilyChange.of(FamilyChange.Kind.REMARRIED, family, LocalDate.now()));
        assertThat(as.caseworker(ANXI, () -> cards.of(family, husband.id()))
                        .orElseThrow()
                        .reviewReason())
                .isEqualTo(StoredCard.ReviewReason.FAMILY_CHANGED);
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhatToType() {
        assertThat(mvc.perform(post("").param("signer.phone", "１３８x").param("wishes", "撒到海里")))
                .hasStatus(422)
                .bodyText()
                .contains("选一项：谈了", "撒到海里", "怎么知道的");
        String once = UUID.randomUUID().toString();
        assertThat(mvc.perform(filled("-1", "林志明").param("clientId", once))).hasStatus3xxRedirection();
        assertThat(mvc.perform(filled("-1", "林志明").param("clientId", once))).hasStatus3xxRedirection();
        assertThat(revisions()).isEqualTo(1);
        assertThat(as.caseworker(ANXI, () -> cards.of(family, husband.id()))
                        .orElseThrow()
                        .card()
                        .signer()
                        .phone())
                .isEqualTo("13859501234");
        assertThat(mvc.perform(filled("-1", "别家人"))).hasStatus(409).bodyText().contains("林**", "别**");
        assertThat(page(Role.CASEWORKER)).hasStatusOk().bodyText().contains("林志明", "138****1234", "海里");
        assertThat(mvc.perform(get("/" + husband.id(), Role.CASEWORKER))).hasStatusOk();
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "?lang=zh")
                        .with(as.signedIn(Role.CASEWORKER, ANXI))))
                .hasStatusOk()
                .bodyText()
                .contains("签字：林志明");
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/timeline?lang=zh")
                        .with(as.signedIn(Role.CASEWORKER, ANXI))))
                .bodyText()
                .contains("和谢托付谈了托付卡");
    }

    @Test
    void theHospitalCardHasFullNumbersNoWishesAndIsRecorded() {
        save(-1, told(card("林志明")));
        assertThat(mvc.perform(post("/card")))
                .hasStatusOk()
                .bodyText()
                .contains("林志明", "13859501234")
                .doesNotContain("撒到海里");
        assertThat(as.caseworker(
                        ANXI,
                        () -> jdbc.sql(
                                        "select count(*) from audit_event where family_id = :family and action = 'advancecare.printed'")
                                .param("family", family)
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void anotherCountyFindsNothingAndFinanceMayNot() {
        save(-1, told(card("林志明")));
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/families/" + family + "/advance-care")
                        .with(as.signedIn(Role.CASEWORKER, JINJIANG))))
                .hasStatus(404);
        assertThat(mvc.perform(
                        MockMvcRequestBuilders.post("/families/" + family + "/advance-care/" + husband.id() + "/card")
                                .with(as.signedIn(Role.FPA_STAFF, JINJIANG))
                                .with(csrf())))
                .hasStatus(404);
        for (Role role : List.of(Role.FINANCE, Role.POLICY_ADMIN, Role.SYSTEM_ADMIN, Role.AUDITOR)) {
            assertThat(mvc.perform(get("", role))).as(role.name()).hasStatus(403);
        }
        assertThat(mvc.perform(get("/" + husband.id(), Role.APPROVER))).hasStatus(403);
        assertThatThrownBy(() -> as.run(
                        as.account(Role.CASEWORKER, JINJIANG),
                        () -> cards.save(family, husband.id(), 0, told(card("别人")))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theReportCountsFamiliesByHowFarTheirCardsAre() {
        as.run(as.account(Role.APPROVER, ANXI), () -> lifecycle.confirm(family));
        assertThat(figure("not-asked")).contains(family);
        save(-1, told(card("林志明")));
        assertThat(figure("not-asked")).doesNotContain(family);
        assertThat(figure("partly")).contains(family);
        as.run(as.account(Role.CASEWORKER, ANXI), () -> cards.save(family, wife.id(), -1, told(card("林志明"))));
        assertThat(figure("complete")).contains(family);
    }

    private List<Long> figure(String told) {
        String rows = new AdvanceCareIndicators()
                .indicators().stream()
                        .filter(indicator -> indicator.key().equals("advance-care-" + told))
                        .findFirst()
                        .orElseThrow()
                        .rows();
        return as.caseworker(
                ANXI,
                () -> jdbc.sql("select r.id from (" + rows + ") r")
                        .param("from", LocalDate.now().withDayOfYear(1))
                        .param("asOf", LocalDate.now())
                        .query(Long.class)
                        .list());
    }

    private void happened(FamilyChange change) {
        as.run(
                as.account(Role.CASEWORKER, ANXI),
                () -> transaction.executeWithoutResult(status -> events.publishEvent(change)));
    }

    private long revisions() {
        return as.caseworker(
                ANXI,
                () -> jdbc.sql("select count(*) from advance_care_revision where person_id = :person")
                        .param("person", husband.id())
                        .query(Long.class)
                        .single());
    }

    private void save(int version, AdvanceCards.Told told) {
        as.run(as.account(Role.CASEWORKER, ANXI), () -> cards.save(family, husband.id(), version, told));
    }

    private static AdvanceCards.Told told(Card card) {
        return new AdvanceCards.Told(
                UUID.randomUUID(), StoredCard.Stance.TALKED, card, LocalDate.now(), "上门时本人说的", null);
    }

    private static Card card(String name) {
        Someone someone = new Someone(name, "外甥", "13859501234");
        return new Card(
                someone,
                someone,
                Card.Guardianship.NOT_WANTED,
                Someone.NOBODY,
                null,
                null,
                someone,
                Someone.NOBODY,
                "撒到海里",
                "卧室抽屉");
    }

    private MockHttpServletRequestBuilder filled(String version, String signer) {
        return post("").param("version", version)
                .param("stance", "TALKED")
                .param("signer.name", signer)
                .param("signer.phone", "１３８ ５９５０ １２３４")
                .param("wishes", "撒到海里")
                .param("talkedOn", LocalDate.now().toString())
                .param("source", "上门时本人说的");
    }

    private MockHttpServletRequestBuilder post(String path) {
        return MockMvcRequestBuilders.post("/families/" + family + "/advance-care/" + husband.id() + path)
                .with(as.signedIn(Role.CASEWORKER, ANXI))
                .with(csrf())
                .param("lang", "zh");
    }

    private MockHttpServletRequestBuilder get(String path, Role role) {
        return MockMvcRequestBuilders.get("/families/" + family + "/advance-care" + path)
                .with(as.signedIn(role, ANXI))
                .param("lang", "zh");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult page(Role role) {
        return mvc.perform(get("", role));
    }
}
