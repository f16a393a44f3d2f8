package org.nuanxin.merge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.family.TimelineSource;
import org.springframework.stereotype.Component;

/** 并档 and its undoing on the timeline of both files. */
@Component
class MergeTimeline implements TimelineSource {

    private final Merges merges;
    private final Clock clock;

    MergeTimeline(Merges merges, Clock clock) {
        this.merges = merges;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries(long familyId) {
        List<Entry> entries = new ArrayList<>();
        for (Merges.Done merge : merges.of(familyId)) {
            String link = "/merges/" + merge.id();
            if (merge.undoneAt() != null) {
                entries.add(new Entry(
                        LocalDate.ofInstant(merge.undoneAt(), clock.getZone()),
                        "file",
                        "arrow-back-up",
                        "audit.merge.undone",
                        List.of(),
                        merge.undoneBy(),
                        merge.undoReason(),
                        link));
            }
            entries.add(new Entry(
                    LocalDate.ofInstant(merge.at(), clock.getZone()),
                    "file",
                    "git-merge",
                    merge.familyId() == familyId ? "audit.merge.merged" : "audit.merge.merged-into",
                    List.of(),
                    merge.by(),
                    merge.reason(),
                    link));
        }
        return entries;
    }
}
