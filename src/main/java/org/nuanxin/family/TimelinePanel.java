package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All that happened, newest first, grouped by year. */
@Component
class TimelinePanel implements FamilyPanel {

    private final Timeline timeline;

    TimelinePanel(Timeline timeline) {
        this.timeline = timeline;
    }

    /** {@code kinds}: filters that have entries; {@code kind}: the one in use, or all. */
    record Years(List<String> kinds, String kind, List<Timeline.Year> years) {}

    @Override
    public String tab() {
        return "timeline";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "family/timeline-panel :: panel";
    }

    @Override
    public Years content(FamilyHead family, Map<String, String> parameters) {
        List<TimelineSource.Entry> all = timeline.of(family.id());
        String kind = parameters.getOrDefault("kind", "all");
        return new Years(
                Timeline.kinds(all),
                kind,
                Timeline.byYear(all.stream()
                        .filter(entry -> kind.equals("all") || entry.kind().equals(kind))
                        .toList()));
    }
}
