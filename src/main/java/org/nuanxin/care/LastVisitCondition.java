package org.nuanxin.care;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyCondition;
import org.springframework.stereotype.Component;

/** 多久没见到: families nobody has met for so many days, or never. */
@Component
class LastVisitCondition implements FamilyCondition {

    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final String NEVER = "never";

    private final Words words;

    LastVisitCondition(Words words) {
        this.words = words;
    }

    @Override
    public String key() {
        return "last-visit";
    }

    @Override
    public String label() {
        return "care.filter.lastVisit";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        DAYS.forEach(days -> options.put(String.valueOf(days), words.say("filter.notFor", days)));
        options.put(NEVER, words.say("never"));
        return options;
    }

    @Override
    public @Nullable Where where(String option, LocalDate today) {
        if (NEVER.equals(option)) {
            return new Where("not exists (select 1 from visit v where v.family_id = f.id and v.met)", Map.of());
        }
        return DAYS.stream()
                .filter(days -> String.valueOf(days).equals(option))
                .findFirst()
                .map(days -> new Where(
                        "not exists (select 1 from visit v where v.family_id = f.id and v.met and v.on_date > :lastVisitSince)",
                        Map.of("lastVisitSince", today.minusDays(days))))
                .orElse(null);
    }
}
