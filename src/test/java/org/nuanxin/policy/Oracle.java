package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two subsidies written down a second time, as plain code read off the Reply: a missing fact is filled with every
 * value it could have, and where the answers differ nobody knows.
 */
final class Oracle {

    private static final List<String> LIVELIHOODS =
            List.of("none", "low-income", "near-low-income", "hardship-by-expense", "extreme-hardship");
    private static final List<String> GRADES = List.of("intact", "mild", "moderate", "severe", "complete");
    private static final List<String> TIERS = List.of("self-care", "partly", "fully");
    private static final List<Boolean> BOTH = List.of(true, false);

    private Oracle() {}

    record Answer(Outcome outcome, int yuan) {}

    static Map<String, Object> randomPerson(Random random) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("filing_region", KnownFacts.ANXI + "350524100000/");
        maybe(random, facts, "alive", random.nextInt(20) > 0);
        maybe(random, facts, "born", LocalDate.of(1962, 1, 1).plusDays(random.nextInt(3000)));
        maybe(random, facts, "hukou_local", random.nextInt(6) > 0);
        maybe(random, facts, "in_institution", random.nextInt(3) > 0);
        maybe(random, facts, "in_concentrated_care", random.nextInt(5) == 0);
        maybe(random, facts, "family_confirmed", random.nextBoolean());
        maybe(random, facts, "livelihood", LIVELIHOODS.get(random.nextInt(5)));
        maybe(random, facts, "ability_grade", GRADES.get(random.nextInt(5)));
        maybe(random, facts, "reported_tier", TIERS.get(random.nextInt(3)));
        return facts;
    }

    private static void maybe(Random random, Map<String, Object> facts, String name, Object value) {
        if (random.nextInt(12) > 0) {
            facts.put(name, value);
        }
    }

    static Answer residentialCare(Map<String, Object> facts, LocalDate day) {
        Set<Integer> answers = new HashSet<>();
        for (boolean alive : booleans(facts, "alive")) {
            for (boolean old : old(facts, day)) {
                for (boolean local : booleans(facts, "hukou_local")) {
                    for (boolean inside : booleans(facts, "in_institution")) {
                        for (Object livelihood : values(facts, "livelihood", LIVELIHOODS)) {
                            for (Object tier : tiers(facts)) {
                                boolean entitled =
                                        alive && old && local && inside && !livelihood.equals("extreme-hardship");
                                answers.add(entitled ? sum(livelihood.equals("low-income"), tier) : 0);
                            }
                        }
                    }
                }
            }
        }
        return answer(answers);
    }

    static Answer nursingSubsidy(Map<String, Object> facts, LocalDate day) {
        Set<Integer> answers = new HashSet<>();
        for (boolean alive : booleans(facts, "alive")) {
            for (boolean old : old(facts, day)) {
                for (boolean local : booleans(facts, "hukou_local")) {
                    for (boolean elsewhere : booleans(facts, "in_concentrated_care")) {
                        for (boolean special : booleans(facts, "family_confirmed")) {
                            for (Object livelihood : values(facts, "livelihood", LIVELIHOODS)) {
                                for (Object grade : values(facts, "ability_grade", GRADES)) {
                                    boolean entitled = alive
                                            && old
                                            && local
                                            && !elsewhere
                                            && (special || livelihood.equals("low-income"))
                                            && grade.equals("complete");
                                    answers.add(entitled ? 200 : 0);
                                }
                            }
                        }
                    }
                }
            }
        }
        return answer(answers);
    }

    private static int sum(boolean lowIncome, Object tier) {
        int step = TIERS.indexOf(tier);
        return lowIncome ? 500 + 250 * step : 200 + 200 * step;
    }

    private static Answer answer(Set<Integer> answers) {
        if (answers.size() > 1) {
            return new Answer(Outcome.UNKNOWN, 0);
        }
        int yuan = answers.iterator().next();
        return new Answer(yuan == 0 ? Outcome.NOT_ELIGIBLE : Outcome.ELIGIBLE, yuan);
    }

    private static List<Boolean> old(Map<String, Object> facts, LocalDate day) {
        @Nullable LocalDate born = (LocalDate) facts.get("born");
        return born == null ? BOTH : List.of(!born.plusYears(60).isAfter(day));
    }

    private static List<Object> tiers(Map<String, Object> facts) {
        Object grade = facts.get("ability_grade");
        if (grade != null) {
            int step = GRADES.indexOf(grade);
            return List.of(step == 0 ? "self-care" : step <= 2 ? "partly" : "fully");
        }
        return values(facts, "reported_tier", TIERS);
    }

    private static List<Boolean> booleans(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Boolean value ? List.of(value) : BOTH;
    }

    private static List<Object> values(Map<String, Object> facts, String name, List<String> all) {
        Object value = facts.get(name);
        return value == null ? List.copyOf(all) : List.of(value);
    }
}
