package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The last five things that happened, on the overview. */
@Component
class RecentPanel implements FamilyPanel {

    private static final int SHOWN = 5;

    private final Timeline timeline;

    RecentPanel(Timeline timeline) {
        this.timeline = timeline;
    }

    /** {@code total}: all there are. */
    record Recent(List<TimelineSource.Entry> entries, int total) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String template() {
        return "family/timeline-panel :: recent";
    }

    @Override
    public Recent content(FamilyHead family, Map<String, String> parameters) {
        List<TimelineSource.Entry> all = timeline.of(family.id());
        return new Recent(all.stream().limit(SHOWN).toList(), all.size());
    }
}
