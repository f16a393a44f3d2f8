package org.nuanxin.move;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamilyChange;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What the pages of moves have in common: places, choices, and what a move will do. */
@Component
class MovePages {

    /** A move is written down at most so long before it is true. */
    static final int AHEAD_DAYS = 60;

    private final Regions regions;
    private final List<Consequences> consequences;
    private final MessageSource messages;
    private final Formats formats;

    MovePages(Regions regions, List<Consequences> consequences, MessageSource messages, Formats formats) {
        this.regions = regions;
        this.consequences = consequences.stream()
                .sorted(Comparator.comparingInt(Consequences::order))
                .toList();
        this.messages = messages;
        this.formats = formats;
    }

    List<Consequences.Line> foresee(Collection<FamilyChange> changes) {
        return consequences.stream()
                .flatMap(feature -> changes.stream().flatMap(change -> feature.foresee(change).stream()))
                .distinct()
                .toList();
    }

    Map<String, List<Region>> within(@Nullable String path) {
        return path == null ? Map.of() : regions.townshipsByCounty(new RegionPath(path));
    }

    Map<String, List<Region>> anywhere() {
        return within(regions.city().path());
    }

    /** The names of both ends of many moves. */
    Map<String, String> places(Collection<MoveRequest> moves) {
        return regions.words(moves.stream()
                .flatMap(move -> Stream.of(move.fromPath(), move.toPath()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    String place(String path) {
        return regions.words(List.of(path)).getOrDefault(path, "");
    }

    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(MoveForm.What.values()).forEach(what -> kinds.put(what.name(), say("move.what." + what)));
        return kinds;
    }

    void check(MoveForm form, Errors errors, @Nullable String within) {
        String path = form.getTo().path();
        if (path == null || (within != null && !path.startsWith(within))) {
            errors.rejectValue("to.village", "move.error.village");
        }
        LocalDate on = form.getOn();
        if (on != null && on.isAfter(formats.today().plusDays(AHEAD_DAYS))) {
            errors.rejectValue("on", "move.error.too-far", new Object[] {AHEAD_DAYS}, null);
        }
    }

    String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    LocalDate today() {
        return formats.today();
    }

    /** The first month the new county pays, where it were accepted today. */
    LocalDate paidFrom(LocalDate on) {
        LocalDate last = on.minusDays(1).isAfter(today()) ? on.minusDays(1) : today();
        return last.withDayOfMonth(1).plusMonths(1);
    }
}
