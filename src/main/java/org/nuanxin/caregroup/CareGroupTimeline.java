package org.nuanxin.caregroup;

import java.time.LocalDate;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.family.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On the timeline: the group begins, and what its money was spent on. */
@Component
class CareGroupTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final Formats formats;

    CareGroupTimeline(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    @Override
    public List<Entry> entries(long familyId) {
        String link = "/families/" + familyId + "/care-group";
        return jdbc.sql("""
                        select g.established_on, null::text, null::numeric from care_group g where g.family_id = :family
                        union all
                        select l.booked_on, l.purpose, -l.amount from group_ledger l
                        where l.family_id = :family and l.kind = 'EXPENSE'
                          and not exists (select 1 from group_ledger r where r.reverses_id = l.id)""")
                .param("family", familyId)
                .query((row, n) -> {
                    LocalDate on = row.getObject(1, LocalDate.class);
                    return row.getString(2) == null
                            ? new Entry(
                                    on,
                                    "file",
                                    "users-group",
                                    "caregroup.timeline.established",
                                    List.of(),
                                    null,
                                    null,
                                    link)
                            : new Entry(
                                    on,
                                    "benefit",
                                    "receipt",
                                    "caregroup.timeline.spent",
                                    List.of(formats.money(row.getBigDecimal(3))),
                                    null,
                                    row.getString(2),
                                    link);
                })
                .list();
    }
}
