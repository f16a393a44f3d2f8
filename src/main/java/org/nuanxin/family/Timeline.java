package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers a family's entries from every feature, newest first. */
@Component
class Timeline {

    private static final List<String> ORDER = List.of("visit", "benefit", "medical", "group", "file");

    private final List<TimelineSource> sources;

    Timeline(List<TimelineSource> sources) {
        this.sources = sources;
    }

    /** Entries of one calendar year. */
    record Year(int year, List<TimelineSource.Entry> entries) {}

    List<TimelineSource.Entry> of(long familyId) {
        return sources.stream()
                .flatMap(source -> source.entries(familyId).stream())
                .sorted(Comparator.comparing(TimelineSource.Entry::on).reversed())
                .toList();
    }

    /** Kinds that occur, in the order of the filters. */
    static List<String> kinds(List<TimelineSource.Entry> entries) {
        List<String> found =
                entries.stream().map(TimelineSource.Entry::kind).distinct().toList();
        return Stream.concat(
                        ORDER.stream().filter(found::contains), found.stream().filter(kind -> !ORDER.contains(kind)))
                .toList();
    }

    static List<Year> byYear(List<TimelineSource.Entry> newestFirst) {
        List<Year> years = new ArrayList<>();
        for (TimelineSource.Entry entry : newestFirst) {
            int year = entry.on().getYear();
            if (years.isEmpty() || years.get(years.size() - 1).year() != year) {
                years.add(new Year(year, new ArrayList<>()));
            }
            years.get(years.size() - 1).entries().add(entry);
        }
        return years;
    }
}
