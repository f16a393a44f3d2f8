package org.nuanxin.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.nuanxin.common.Sex;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What one can choose on the pages of families, value to label in the language at hand; {@code @familyOptions}. */
@Component("familyOptions")
class FamilyOptions {

    private final MessageSource messages;

    FamilyOptions(MessageSource messages) {
        this.messages = messages;
    }

    public Map<String, String> abilities() {
        return labelled("ability", Stream.of("intact", "mild", "moderate", "severe", "complete"));
    }

    /** As rosters write it; never turned into a grade. */
    public Map<String, String> tiers() {
        return labelled("tier", Stream.of("self-care", "partly", "fully"));
    }

    public Map<String, String> livelihoods() {
        return labelled(
                "livelihood",
                Stream.of("none", "low-income", "near-low-income", "hardship-by-expense", "extreme-hardship"));
    }

    public Map<String, String> livelihoodFilters() {
        Map<String, String> classes = livelihoods();
        classes.put("unknown", label("by", "unknown"));
        return classes;
    }

    public Map<String, String> exits() {
        return labelled("exit", Stream.of("BIRTH", "ADOPTION", "LAST_MEMBER_DIED", "MOVED_OUT", "ERROR", "MERGED"));
    }

    /** A tier as rosters report it, said as such. */
    public String reported(String tier) {
        return messages.getMessage("family.reported", new Object[] {label("tier", tier)}, locale());
    }

    public Map<String, String> ages() {
        return labelled("age", Stream.of("0-48", "49-59", "60-69", "70-79", "80-150"));
    }

    public Map<String, String> abilityFilters() {
        Map<String, String> grades = abilities();
        grades.put("unknown", label("ability", "unknown"));
        return grades;
    }

    public Map<String, String> statuses() {
        return labelled("status", Stream.of(FamilyStatus.values()));
    }

    public Map<String, String> origins() {
        return labelled("origin", Stream.of(Origin.values()));
    }

    public Map<String, String> categories() {
        return labelled("category", Stream.of(Category.values()));
    }

    public Map<String, String> livingArrangements() {
        return labelled("living", Stream.of(LivingArrangement.values()));
    }

    public Map<String, String> channels() {
        return labelled("channel", Stream.of(ContactPreferences.Channel.values()));
    }

    public Map<String, String> visits() {
        return labelled("visits", Stream.of(ContactPreferences.Visits.values()));
    }

    public Map<String, String> roles() {
        return labelled("role", Stream.of(PersonRole.values()));
    }

    public Map<String, String> sexes() {
        return labelled("sex", Stream.of(Sex.values()));
    }

    public Map<String, String> precisions() {
        return labelled("precision", Stream.of(Child.Precision.values()));
    }

    /** The way of a file, for the stepper. */
    public List<String> way() {
        return Stream.of("LEAD", "REGISTERED", "REVIEWED", "CONFIRMED")
                .map(status -> label("status", status))
                .toList();
    }

    public String yesNo(boolean yes) {
        return label("flag", yes);
    }

    /** The name of the list. */
    public String title() {
        return messages.getMessage("family.list.title", null, locale());
    }

    /** The label of one value: {@code family.<kind>.<value>}. */
    public String label(String kind, Object value) {
        return messages.getMessage("family." + kind + "." + value, null, locale());
    }

    private Map<String, String> labelled(String kind, Stream<?> values) {
        Map<String, String> labels = new LinkedHashMap<>();
        values.forEach(value -> labels.put(value.toString(), label(kind, value)));
        return labels;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
