package org.nuanxin.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nuanxin.audit.Audit;
import org.springframework.stereotype.Component;

/** The steps of the file on the timeline, from its trail. */
@Component
class FileTimeline implements TimelineSource {

    private static final Map<String, String> ICONS = Map.of(
            "family.lead-taken", "message",
            "family.registered", "file-text",
            "family.reviewed", "file-search",
            "family.confirmed", "file-check",
            "family.returned", "file-alert",
            "family.resubmitted", "arrow-back-up",
            "family.member-added", "user-plus",
            "family.fact-recorded", "clipboard-check");

    private final Audit audit;
    private final Clock clock;

    FileTimeline(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries(long familyId) {
        return audit.ofFamily(familyId, ICONS.keySet()).stream()
                .map(act -> new Entry(
                        LocalDate.ofInstant(act.at(), clock.getZone()),
                        "file",
                        ICONS.getOrDefault(act.action(), "file-text"),
                        "audit." + act.action(),
                        List.of(),
                        act.actor(),
                        act.reason(),
                        null))
                .toList();
    }
}
