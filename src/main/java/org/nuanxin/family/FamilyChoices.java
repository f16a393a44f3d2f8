package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the family list can be narrowed to, and what it is narrowed to now. */
@Component
class FamilyChoices {

    private static final int YEARS = 10;

    private final Regions regions;
    private final FamilyOptions options;
    private final List<FamilyCondition> conditions;
    private final MessageSource messages;
    private final Formats formats;

    FamilyChoices(
            Regions regions,
            FamilyOptions options,
            List<FamilyCondition> conditions,
            MessageSource messages,
            Formats formats) {
        this.regions = regions;
        this.options = options;
        this.conditions = conditions.stream()
                .sorted(Comparator.comparingInt(FamilyCondition::order))
                .toList();
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * A select of the filter bar.
     *
     * @param often whether it stands in the bar, or behind 更多筛选
     */
    public record Choice(String name, String label, boolean often, Map<String, String> options, String chosen) {}

    /** A filter that is set, and the address of the list without it. */
    public record Chip(String text, String remove) {}

    /** The selects, those asked for often first. */
    List<Choice> of(FamilyFilter filter, SignedInAccount account) {
        List<Choice> choices = new ArrayList<>();
        Map<String, String> townships = places(townships(account));
        if (!townships.isEmpty()) {
            choices.add(choice(filter, "township", true, townships));
        }
        if (!filter.get("township").isEmpty()) {
            choices.add(choice(filter, "village", true, places(regions.villagesOf(filter.get("township")))));
        }
        choices.add(choice(filter, "ability", true, options.abilityFilters()));
        choices.add(choice(filter, "age", true, options.ages()));
        choices.add(choice(filter, "status", true, options.statuses()));
        choices.add(choice(filter, "livelihood", false, options.livelihoodFilters()));
        choices.add(choice(filter, "origin", false, options.origins()));
        choices.add(choice(filter, "category", false, options.categories()));
        choices.add(choice(filter, "living", false, options.livingArrangements()));
        choices.add(choice(filter, "visits", false, options.visits()));
        choices.add(choice(filter, "elsewhere", false, Map.of("yes", options.label("flag", true))));
        for (FamilyCondition condition : conditions) {
            String name = FamilyFilter.WITH + condition.key();
            choices.add(new Choice(name, text(condition.label()), false, condition.options(), filter.get(name)));
        }
        choices.add(choice(filter, "exit", false, options.exits()));
        choices.add(choice(filter, "exit-year", false, years()));
        return choices;
    }

    /** What is set now, in words. */
    List<Chip> chips(FamilyFilter filter, List<Choice> choices) {
        Map<String, Choice> byName = choices.stream().collect(Collectors.toMap(Choice::name, Function.identity()));
        List<Chip> chips = new ArrayList<>();
        filter.active().forEach((name, value) -> {
            Choice choice = byName.get(name);
            String words = name.equals("q")
                    ? "“" + value + "”"
                    : choice == null ? value : choice.options().getOrDefault(value, value);
            String label =
                    choice == null ? options.label("by", name.startsWith("with.") ? "other" : name) : choice.label();
            chips.add(new Chip(label + text("family.colon") + words, filter.url(name)));
        });
        return chips;
    }

    private Choice choice(FamilyFilter filter, String name, boolean often, Map<String, String> values) {
        return new Choice(name, options.label("by", name), often, values, filter.get(name));
    }

    private List<Region> townships(SignedInAccount account) {
        return account.regionPath() == null
                ? List.of()
                : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP);
    }

    private Map<String, String> places(List<Region> found) {
        Map<String, String> places = new LinkedHashMap<>();
        found.forEach(region -> places.put(region.path(), regions.name(region)));
        return places;
    }

    private Map<String, String> years() {
        int now = formats.today().getYear();
        Map<String, String> years = new LinkedHashMap<>();
        IntStream.range(0, YEARS).mapToObj(back -> String.valueOf(now - back)).forEach(year -> years.put(year, year));
        return years;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
