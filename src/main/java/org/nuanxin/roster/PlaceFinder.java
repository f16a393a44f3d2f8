package org.nuanxin.roster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds townships and villages by the names people use for them; answers are remembered for the next row. */
final class PlaceFinder {

    /** What became of a name. */
    sealed interface Found {
        record Here(Place place) implements Found {}

        record OutOfScope(Place place) implements Found {}

        record Elsewhere(String county) implements Found {}

        /** @param nearest the name it may have meant */
        record Unknown(@Nullable String nearest) implements Found {}

        record Ambiguous(String one, String other) implements Found {}
    }

    private static final Pattern TOWNSHIP_TAIL = Pattern.compile("(街道办事处|街道办|街道|镇政府|镇|乡政府|乡|办事处)$");
    private static final Pattern VILLAGE_TAIL =
            Pattern.compile("(社区居民委员会|社区居委会|社区居民会|社区村委会|村民委员会|居民委员会|村居委会|居委会|村委会|居民会|生活区|社区|行政村|村|居)$");

    private final Divisions divisions;
    private final Map<String, Found> townships = new HashMap<>();
    private final Map<String, Found> villages = new HashMap<>();

    PlaceFinder(Divisions divisions) {
        this.divisions = divisions;
    }

    String countyName() {
        return divisions.county().name();
    }

    Found township(String typed) {
        return townships.computeIfAbsent(Texts.tight(typed), this::findTownship);
    }

    Found village(Place township, String typed) {
        return villages.computeIfAbsent(
                township.path() + Texts.tight(typed), key -> findVillage(township, Texts.tight(typed)));
    }

    private Found findTownship(String typed) {
        String county = divisions.county().name();
        String local = withoutFront(withoutFront(typed, "福建省"), "泉州市");
        local = withoutFront(local, county);
        Found found = match(divisions.townships(), local, PlaceFinder::townshipCore);
        if (found instanceof Found.Here here && !divisions.inScope(here.place())) {
            return new Found.OutOfScope(here.place());
        }
        if (!(found instanceof Found.Unknown)) {
            return found;
        }
        Optional<Found> elsewhere = divisions.countyElsewhere(local).map(Found.Elsewhere::new);
        return elsewhere.orElse(found);
    }

    private Found findVillage(Place township, String typed) {
        List<Place> villages = divisions.villages(township);
        Found found = match(villages, typed, PlaceFinder::villageCore);
        String local = withoutFront(typed, township.name());
        return found instanceof Found.Unknown && !local.equals(typed)
                ? match(villages, local, PlaceFinder::villageCore)
                : found;
    }

    private static Found match(List<Place> places, String typed, UnaryOperator<String> core) {
        List<Place> same =
                places.stream().filter(place -> place.name().equals(typed)).toList();
        if (same.isEmpty()) {
            String wanted = core.apply(typed);
            same = places.stream()
                    .filter(place -> core.apply(place.name()).equals(wanted))
                    .toList();
            if (same.size() > 1) {
                List<Place> kind = same.stream()
                        .filter(place -> isVillage(place.name()) == isVillage(typed) && hasKind(typed))
                        .toList();
                same = kind.isEmpty() ? same : kind;
            }
        }
        if (same.size() == 1) {
            return new Found.Here(same.get(0));
        }
        return same.isEmpty()
                ? new Found.Unknown(nearest(places, typed, core))
                : new Found.Ambiguous(same.get(0).name(), same.get(1).name());
    }

    private static @Nullable String nearest(List<Place> places, String typed, UnaryOperator<String> core) {
        String wanted = core.apply(typed);
        return places.stream()
                .min(Comparator.comparingInt(place -> Texts.distance(wanted, core.apply(place.name()))))
                .filter(place -> Texts.distance(wanted, core.apply(place.name())) <= Math.max(1, wanted.length() / 2)
                        && wanted.chars().anyMatch(c -> core.apply(place.name()).indexOf(c) >= 0))
                .map(Place::name)
                .orElse(null);
    }

    private static String townshipCore(String name) {
        return cut(TOWNSHIP_TAIL, name);
    }

    private static String villageCore(String name) {
        return cut(VILLAGE_TAIL, name);
    }

    private static boolean hasKind(String name) {
        return name.contains("村") || name.contains("社区") || name.contains("居");
    }

    private static boolean isVillage(String name) {
        return name.contains("村") && !name.contains("社区") && !name.contains("居委");
    }

    private static String cut(Pattern tail, String name) {
        String core = tail.matcher(name).replaceFirst("");
        return core.isEmpty() ? name : core;
    }

    private static String withoutFront(String text, String front) {
        return text.startsWith(front) && text.length() > front.length() ? text.substring(front.length()) : text;
    }
}
