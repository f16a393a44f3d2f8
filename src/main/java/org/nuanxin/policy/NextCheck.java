package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When an answer may change without anybody recording anything. */
final class NextCheck {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private NextCheck() {}

    /**
     * The first day of a period after {@code asOf}; where an age condition is what stands in the way, the first day of a
     * period at the age it names. Never the birthday itself: beside a masked citizen ID it would give the ID away.
     */
    static LocalDate of(
            Program program,
            RuleVersion rule,
            List<Decision.Condition> conditions,
            Map<String, Fact> known,
            LocalDate asOf) {
        LocalDate period = program.cadence().nextPeriod(asOf);
        LocalDate end = rule.valid().to();
        LocalDate next = end != null && end.isBefore(period) ? end : period;
        Fact born = known.get(Vocabulary.BORN);
        if (born == null) {
            return next;
        }
        return conditions.stream()
                .filter(condition -> condition.fact().equals(Vocabulary.AGE) && condition.state() == Tri.NO)
                .map(condition -> reached((LocalDate) born.value(), condition.test(), program, asOf))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(next);
    }

    private static @Nullable LocalDate reached(LocalDate born, String test, Program program, LocalDate asOf) {
        return NUMBER.matcher(test)
                .results()
                .map(MatchResult::group)
                .map(years -> born.plusYears(Long.parseLong(years)))
                .filter(birthday -> birthday.isAfter(asOf))
                .min(LocalDate::compareTo)
                .map(birthday -> program.cadence().nextPeriod(birthday.minusDays(1)))
                .orElse(null);
    }
}
