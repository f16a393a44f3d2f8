package org.nuanxin.life;

import java.util.ArrayList;
import java.util.List;
import org.nuanxin.family.TimelineSource;
import org.springframework.stereotype.Component;

/** What happened on the timeline, on its own day; what was recorded later, and what was taken back, is seen as such. */
@Component
class LifeTimeline implements TimelineSource {

    private final LifeEvents events;

    LifeTimeline(LifeEvents events) {
        this.events = events;
    }

    @Override
    public List<Entry> entries(long familyId) {
        List<Entry> entries = new ArrayList<>();
        for (LifeEvents.Recorded event : events.of(familyId)) {
            String state = event.withdrawnAt() != null ? ".withdrawn" : event.late() ? ".late" : "";
            entries.add(new Entry(
                    event.on(),
                    "file",
                    "leaf",
                    "life.timeline." + event.kind() + state,
                    List.of(event.person() == null ? "" : event.person()),
                    event.recordedBy(),
                    event.source(),
                    "/families/" + familyId + "/life"));
        }
        return entries;
    }
}
