package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Audit;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** 谁看过: who saw or changed what, when and why. */
@Component
class HistoryPanel implements FamilyPanel {

    private final Audit audit;
    private final Regions regions;

    HistoryPanel(Audit audit, Regions regions) {
        this.audit = audit;
        this.regions = regions;
    }

    /** {@code next}: the entry to continue after; {@code places}: words of the region paths among the changes. */
    record History(
            List<Audit.Entry> entries,
            @Nullable Long next,
            Audit.Which which,
            boolean first,
            Map<String, String> places) {}

    @Override
    public String tab() {
        return "history";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "family/history-panel :: panel";
    }

    @Override
    public History content(FamilyHead family, Map<String, String> parameters) {
        Audit.Which which = Audit.Which.of(parameters.get("which"));
        String after = parameters.getOrDefault("after", "");
        boolean first = !after.matches("\\d{1,18}");
        List<Audit.Entry> found =
                audit.ofFamily(family.id(), which, first ? Long.MAX_VALUE : Long.parseLong(after), Audit.PAGE + 1);
        boolean more = found.size() > Audit.PAGE;
        List<Audit.Entry> shown = more ? found.subList(0, Audit.PAGE) : found;
        return new History(
                shown, more ? shown.get(shown.size() - 1).id() : null, which, first, regions.words(paths(shown)));
    }

    private static List<String> paths(List<Audit.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.field().equals("family.residence"))
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
