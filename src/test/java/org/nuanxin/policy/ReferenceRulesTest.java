package org.nuanxin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.Money;
import org.nuanxin.common.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The four programs with rules, as the reference data ship them, at their boundaries. */
@NuanxinTest
@Transactional
class ReferenceRulesTest {

    static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final Subject PERSON = Subject.person(1);

    @Autowired
    Rules rules;

    @Autowired
    Adoptions adoptions;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"0, NOT_ELIGIBLE", "1, ELIGIBLE", "2, ELIGIBLE"})
    void springFestivalNeedsAConfirmedFamilyWithAParentAlive(int living, Outcome expected) {
        Map<String, Object> facts = family(true, living);
        Decision decision = decide("spring-festival", Subject.family(1), facts, DAY);
        assertThat(decision.outcome()).isEqualTo(expected);
        if (expected == Outcome.ELIGIBLE) {
            assertThat(decision.amounts())
                    .extracting(Decision.Payment::funder, Decision.Payment::money)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("city-fpa", Money.yuan(1000)));
        }
        assertThat(decide("spring-festival", Subject.family(1), family(false, 2), DAY)
                        .outcome())
                .isEqualTo(Outcome.NOT_ELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({
        "low-income, intact, 500",
        "low-income, mild, 750",
        "low-income, moderate, 750",
        "low-income, severe, 1000",
        "low-income, complete, 1000",
        "none, intact, 200",
        "none, mild, 400",
        "near-low-income, moderate, 400",
        "hardship-by-expense, severe, 600",
        "none, complete, 600"
    })
    void residentialCarePaysByLivelihoodAndTier(String livelihood, String grade, int yuan) {
        adopted(true);
        Map<String, Object> facts = resident();
        facts.put("livelihood", livelihood);
        facts.put("ability_grade", grade);
        Decision decision = decide("residential-care", PERSON, facts, DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(decision.total()).isEqualTo(Money.yuan(yuan));
        assertThat(decision.amounts().get(0).assumption()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"self-care, 500", "partly, 750", "fully, 1000"})
    void residentialCareTakesTheReportedTierWhereNobodyAssessed(String tier, int yuan) {
        adopted(true);
        Map<String, Object> facts = resident();
        facts.remove("ability_grade");
        facts.put("reported_tier", tier);
        assertThat(decide("residential-care", PERSON, facts, DAY).total()).isEqualTo(Money.yuan(yuan));
    }

    @Test
    void extremeHardshipIsSupportedElsewhere() {
        adopted(true);
        Map<String, Object> facts = resident();
        facts.put("livelihood", "extreme-hardship");
        Decision decision = decide("residential-care", PERSON, facts, DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(decision.reason()).isEqualTo(Decision.Reason.ROW_EXCLUDES);
        assertThat(decision.rowReason()).isNotNull();
    }

    @Test
    void sixtyIsReachedOnTheBirthdayAndCheckedFromTheMonthAfter() {
        adopted(true);
        Map<String, Object> facts = resident();
        facts.put("born", LocalDate.of(1966, 10, 12));
        assertThat(decide("residential-care", PERSON, facts, DAY).outcome()).isEqualTo(Outcome.ELIGIBLE);
        facts.put("born", LocalDate.of(1966, 10, 13));
        Decision tooYoung = decide("residential-care", PERSON, facts, DAY);
        assertThat(tooYoung.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(tooYoung.nextCheck()).isEqualTo(LocalDate.of(2026, 11, 1));
        facts.put("born", LocalDate.of(1967, 5, 1));
        assertThat(decide("residential-care", PERSON, facts, DAY).nextCheck()).isEqualTo(LocalDate.of(2027, 5, 1));
    }

    @Test
    void adoptionIsThreeValued() {
        Decision nobodyLooked = decide("residential-care", PERSON, resident(), DAY);
        assertThat(nobodyLooked.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(nobodyLooked.reason()).isEqualTo(Decision.Reason.ADOPTION_NOT_VERIFIED);
        adopted(false);
        Decision refused = decide("residential-care", PERSON, resident(), DAY);
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(refused.reason()).isEqualTo(Decision.Reason.NOT_ADOPTED);
        adopted(true);
        assertThat(decide("residential-care", PERSON, resident(), DAY).outcome())
                .isEqualTo(Outcome.ELIGIBLE);
        // the day before the county's adoption is as unverified as ever
        assertThat(decide("residential-care", PERSON, resident(), LocalDate.of(2025, 12, 31))
                        .reason())
                .isEqualTo(Decision.Reason.ADOPTION_NOT_VERIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "complete, none, true, ELIGIBLE",
        "complete, low-income, false, ELIGIBLE",
        "complete, none, false, NOT_ELIGIBLE",
        "severe, low-income, true, NOT_ELIGIBLE"
    })
    void nursingSubsidyIsForTheCompletelyDependent(
            String grade, String livelihood, boolean confirmed, Outcome expected) {
        Map<String, Object> facts = dependent();
        facts.put("ability_grade", grade);
        facts.put("livelihood", livelihood);
        facts.put("family_confirmed", confirmed);
        Decision decision = decide("nursing-subsidy", PERSON, facts, DAY);
        assertThat(decision.outcome()).isEqualTo(expected);
        if (expected == Outcome.ELIGIBLE) {
            assertThat(decision.total()).isEqualTo(Money.yuan(200));
        }
    }

    @Test
    void aReportedTierIsNeverTurnedIntoAGrade() {
        Map<String, Object> facts = dependent();
        facts.remove("ability_grade");
        facts.put("reported_tier", "fully");
        Decision decision = decide("nursing-subsidy", PERSON, facts, DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.missing()).containsExactly("ability_grade");
        assertThat(decision.total()).isEqualTo(Money.yuan(200));
    }

    @Test
    void lowIncomeOrConfirmedFamilyIsToldAsOneConditionWithTwoWays() {
        Decision decision = decide("nursing-subsidy", PERSON, dependent(), DAY);
        assertThat(decision.conditions())
                .filteredOn(condition -> !condition.anyOf().isEmpty())
                .singleElement()
                .satisfies(either -> {
                    assertThat(either.state()).isEqualTo(Tri.YES);
                    assertThat(either.anyOf())
                            .extracting(Decision.Condition::fact, Decision.Condition::state)
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple("family_confirmed", Tri.YES),
                                    org.assertj.core.groups.Tuple.tuple("livelihood", Tri.NO));
                });
    }

    @Test
    void whoIsLowIncomeNeedsNoConfirmation() {
        Map<String, Object> facts = dependent();
        facts.put("livelihood", "low-income");
        facts.remove("family_confirmed");
        assertThat(decide("nursing-subsidy", PERSON, facts, DAY).outcome()).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void concentratedCareTakesThePlaceOfTheNursingSubsidy() {
        Map<String, Object> facts = dependent();
        facts.put("in_concentrated_care", true);
        Decision decision = decide("nursing-subsidy", PERSON, facts, DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(decision.conditions())
                .filteredOn(condition -> condition.state() == Tri.NO)
                .extracting(Decision.Condition::fact)
                .containsExactly("in_concentrated_care");
    }

    @ParameterizedTest
    @CsvSource({"true, 4, ELIGIBLE", "true, 3, NOT_ELIGIBLE", "false, 4, NOT_ELIGIBLE"})
    void theCareGroupFundNeedsAGroupWithItsFourSeats(boolean established, int seats, Outcome expected) {
        Decision decision = decide("care-group-fund", Subject.careGroup(1), group(established, seats), DAY);
        assertThat(decision.outcome()).isEqualTo(expected);
        if (expected == Outcome.ELIGIBLE) {
            assertThat(decision.total()).isEqualTo(Money.yuan(1000));
            assertThat(decision.nextCheck()).isEqualTo(LocalDate.of(2027, 1, 1));
        }
    }

    @Test
    void theDayBeforeAVersionStartsNothingIsKnown() {
        Subject family = Subject.family(1);
        assertThat(decide("spring-festival", family, family(true, 2), LocalDate.of(2025, 1, 1))
                        .outcome())
                .isEqualTo(Outcome.ELIGIBLE);
        Decision before = decide("spring-festival", family, family(true, 2), LocalDate.of(2024, 12, 31));
        assertThat(before.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(before.reason()).isEqualTo(Decision.Reason.NO_RULE);
    }

    @Test
    void aDraftDecidesNothing() {
        Decision decision = decide("special-assistance", PERSON, dependent(), DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.reason()).isEqualTo(Decision.Reason.ONLY_A_DRAFT);
        assertThat(decision.amounts()).isEmpty();
    }

    @Test
    void whatStartsWithAnEventIsOnRequestAndNeverARefusal() {
        List<Decision> decisions = decisions(Subject.family(1), family(true, 2), DAY);
        assertThat(decisions)
                .filteredOn(decision -> decision.outcome() == Outcome.ON_REQUEST)
                .extracting(decision -> decision.program().code())
                .containsExactly("bereavement-grant", "prenatal-check", "assisted-reproduction", "ivf-et");
    }

    static Stream<Arguments> everyFactOfEveryRow() {
        ReferenceRulesTest test = new ReferenceRulesTest();
        Stream.Builder<Arguments> cases = Stream.builder();
        one(cases, "spring-festival", Subject.family(1), test.family(true, 1));
        one(cases, "care-group-fund", Subject.careGroup(1), test.group(true, 4));
        Map<String, Object> confirmed = test.dependent();
        one(cases, "nursing-subsidy", PERSON, confirmed, "livelihood");
        Map<String, Object> lowIncome = test.dependent();
        lowIncome.put("family_confirmed", false);
        lowIncome.put("livelihood", "low-income");
        one(cases, "nursing-subsidy", PERSON, lowIncome, "family_confirmed");
        for (String livelihood : List.of("low-income", "none")) {
            for (String grade : List.of("intact", "mild", "complete")) {
                Map<String, Object> facts = test.resident();
                facts.put("livelihood", livelihood);
                facts.put("ability_grade", grade);
                one(cases, "residential-care", PERSON, facts);
            }
        }
        return cases.build();
    }

    private static void one(
            Stream.Builder<Arguments> cases,
            String program,
            Subject subject,
            Map<String, Object> facts,
            String... notAsked) {
        facts.keySet().stream()
                .filter(name -> !name.equals(Vocabulary.FILING_REGION)
                        && !List.of(notAsked).contains(name))
                .forEach(name -> cases.add(Arguments.of(program, subject, facts, name)));
    }

    @ParameterizedTest(name = "{0} without {3}")
    @MethodSource("everyFactOfEveryRow")
    void withoutAnyOneFactTheAnswerIsUnknown(
            String program, Subject subject, Map<String, Object> facts, String without) {
        adopted(true);
        assertThat(decide(program, subject, facts, DAY).outcome()).isEqualTo(Outcome.ELIGIBLE);
        Map<String, Object> fewer = new HashMap<>(facts);
        fewer.remove(without);
        Decision decision = decide(program, subject, fewer, DAY);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.missing())
                .allSatisfy(missing ->
                        assertThat(Vocabulary.get(missing).suppliedBy()).contains(without))
                .isNotEmpty();
    }

    @Test
    void tenThousandProfilesGetTheSumAnIndependentOracleGives() {
        adopted(true);
        Random random = new Random(67);
        KnownFacts known = new KnownFacts();
        Map<Subject, Map<String, Object>> people = new LinkedHashMap<>();
        for (int i = 1; i <= 10_000; i++) {
            Map<String, Object> facts = Oracle.randomPerson(random);
            people.put(Subject.person(i), facts);
            known.know(Subject.person(i), facts);
        }
        Map<Outcome, Integer> seen = new HashMap<>();
        for (Decision decision : decisions(known, List.copyOf(people.keySet()), DAY)) {
            Map<String, Object> facts = people.get(decision.subject());
            Oracle.Answer expected = switch (decision.program().code()) {
                case "residential-care" -> Oracle.residentialCare(facts, DAY);
                case "nursing-subsidy" -> Oracle.nursingSubsidy(facts, DAY);
                default -> null;
            };
            if (expected != null) {
                seen.merge(decision.outcome(), 1, Integer::sum);
                assertThat(decision.outcome())
                        .as("%s of %s", decision.program().code(), facts)
                        .isEqualTo(expected.outcome());
                if (expected.outcome() == Outcome.ELIGIBLE) {
                    assertThat(decision.total()).as("%s", facts).isEqualTo(Money.yuan(expected.yuan()));
                }
            }
        }
        assertThat(seen.keySet()).contains(Outcome.ELIGIBLE, Outcome.NOT_ELIGIBLE, Outcome.UNKNOWN);
    }

    @Test
    void theSameDateGivesTheSameBytesWhateverWasPublishedSince() {
        adopted(true);
        Receipt first = decide("residential-care", PERSON, resident(), DAY).receipt();
        jdbc.sql("""
                        insert into rule_version (id, program_code, jurisdiction, number, valid)
                        values (77, 'residential-care', :anxi, 1, '[2027-01-01,)')""").param("anxi", KnownFacts.ANXI).update();
        jdbc.sql("""
                        insert into rule_input values (77, 1, 'alive');
                        insert into rule_row values (77, 1, 'ELIGIBLE');
                        insert into rule_cell values (77, 1, 1, 'true');
                        insert into rule_amount values (77, 1, 'county-finance', '888.885');
                        update rule_version set status = 'PUBLISHED', published_at = now(), published_by = 'test' where id = 77""").update();
        Receipt again = decide("residential-care", PERSON, resident(), DAY).receipt();
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.number()).isEqualTo(first.number()).matches("JD-20261012-[0-9A-F]{12}");
        // and from its first day on the nearest jurisdiction wins
        Decision later = decide("residential-care", PERSON, resident(), LocalDate.of(2027, 1, 1));
        assertThat(later.total().yuan()).isEqualByComparingTo("888.89");
        assertThat(later.receipt().json()).doesNotContain("1958");
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheNumberOfSubjects() {
        AtomicInteger statements = new AtomicInteger();
        JdbcClient counting = (JdbcClient) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    statements.incrementAndGet();
                    return method.invoke(jdbc, arguments);
                });
        KnownFacts known = new KnownFacts();
        List<Subject> many =
                LongStream.rangeClosed(1, 2000).mapToObj(Subject::person).toList();
        many.forEach(subject -> known.know(subject, dependent()));
        Decisions decisions =
                new Decisions(new Facts(List.of(known), counting), new Rules(counting), new Adoptions(counting));
        assertThat(decisions.decide(many.subList(0, 1), DAY)).isNotEmpty();
        int cold = statements.getAndSet(0);
        assertThat(decisions.decide(many, DAY)).hasSizeGreaterThan(10_000);
        int warm = statements.get();
        assertThat(cold).isEqualTo(7);
        assertThat(warm).isEqualTo(4);
    }

    private Map<String, Object> family(boolean confirmed, int living) {
        return CompiledTableTest.facts(
                "filing_region", KnownFacts.LICHENG, "family_confirmed", confirmed, "living_members", living);
    }

    private Map<String, Object> group(boolean established, int seats) {
        return CompiledTableTest.facts(
                "filing_region",
                KnownFacts.LICHENG,
                "family_confirmed",
                true,
                "group_established",
                established,
                "statutory_seats",
                seats);
    }

    /** 68, low income, self-care, living in an institution in the county of the hukou. */
    private Map<String, Object> resident() {
        return CompiledTableTest.facts(
                "filing_region",
                KnownFacts.ANXI + "350524100000/",
                "born",
                LocalDate.of(1958, 3, 8),
                "alive",
                true,
                "hukou_local",
                true,
                "in_institution",
                true,
                "livelihood",
                "low-income",
                "ability_grade",
                "intact");
    }

    /** 68, no low income, confirmed family, completely dependent at home. */
    private Map<String, Object> dependent() {
        return CompiledTableTest.facts(
                "filing_region",
                KnownFacts.LICHENG,
                "born",
                LocalDate.of(1958, 3, 8),
                "alive",
                true,
                "hukou_local",
                true,
                "livelihood",
                "none",
                "ability_grade",
                "complete",
                "family_confirmed",
                true,
                "in_concentrated_care",
                false);
    }

    private void adopted(boolean adopted) {
        adoptions.record("residential-care", KnownFacts.ANXI, adopted, LocalDate.of(2026, 1, 1), "测试", true, "test");
    }

    private Decision decide(String program, Subject subject, Map<String, Object> facts, LocalDate day) {
        return decisions(subject, facts, day).stream()
                .filter(decision -> decision.program().code().equals(program))
                .findFirst()
                .orElseThrow();
    }

    private List<Decision> decisions(Subject subject, Map<String, Object> facts, LocalDate day) {
        return decisions(new KnownFacts().know(subject, facts), List.of(subject), day);
    }

    private List<Decision> decisions(KnownFacts known, List<Subject> subjects, LocalDate day) {
        return new Decisions(new Facts(List.of(known), jdbc), rules, adoptions).decide(subjects, day);
    }
}
