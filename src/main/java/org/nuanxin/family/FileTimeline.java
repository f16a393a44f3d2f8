package org.nuanxin.family;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of the file on the timeline: the days it keeps itself, and what its trail adds. */
@Component
class FileTimeline implements TimelineSource {

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("family.lead-taken", "message"),
            Map.entry("family.registered", "file-text"),
            Map.entry("family.reviewed", "file-search"),
            Map.entry("family.confirmed", "file-check"),
            Map.entry("family.returned", "file-alert"),
            Map.entry("family.resubmitted", "arrow-back-up"),
            Map.entry("family.member-added", "user-plus"),
            Map.entry("family.fact-recorded", "clipboard-check"),
            Map.entry("family.fact-corrected", "pencil"),
            Map.entry("family.fact-listed", "list-check"),
            Map.entry("family.fact-ended", "clipboard-text"));

    /** Acts that leave no day in the file. */
    private static final List<String> FROM_TRAIL = List.of(
            "family.returned",
            "family.resubmitted",
            "family.member-added",
            "family.fact-recorded",
            "family.fact-corrected",
            "family.fact-listed",
            "family.fact-ended");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    FileTimeline(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Entry> entries(long familyId) {
        Stream<Entry> steps = jdbc
                .sql("""
                        select step.action, step.day, a.display_name
                        from family f
                        cross join lateral (values
                            (4, 'family.confirmed', f.confirmed_on, f.confirmed_by),
                            (3, 'family.reviewed', f.reviewed_on, f.reviewed_by),
                            (2, 'family.registered', f.registered_on, f.registered_by),
                            (1, 'family.lead-taken', f.known_on, f.created_by)) as step (n, action, day, account_id)
                        left join account a on a.id = step.account_id
                        where f.id = :family and step.day is not null order by step.n desc""")
                .param("family", familyId)
                .query((row, n) -> entry(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), null))
                .list()
                .stream();
        Stream<Entry> acts = audit.ofFamily(familyId, FROM_TRAIL).stream()
                .map(act ->
                        entry(act.action(), LocalDate.ofInstant(act.at(), clock.getZone()), act.actor(), act.reason()));
        return Stream.concat(steps, acts).toList();
    }

    private static Entry entry(String action, LocalDate on, @Nullable String who, @Nullable String text) {
        return new Entry(
                on, "file", ICONS.getOrDefault(action, "file-text"), "audit." + action, List.of(), who, text, null);
    }
}
