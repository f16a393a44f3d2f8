package org.nuanxin.advancecare;

import java.time.LocalDate;
import java.util.List;
import org.nuanxin.family.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That it was talked about, and with whom; never what was said. */
@Component
class AdvanceCareTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    AdvanceCareTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> entries(long familyId) {
        return jdbc.sql("""
                        select r.talked_on, r.stance, p.name, a.display_name
                        from advance_care_revision r join person p on p.id = r.person_id
                        left join account a on a.id = r.saved_by
                        where r.family_id = :family order by r.talked_on desc, r.id desc""")
                .param("family", familyId)
                .query((row, n) -> new Entry(
                        row.getObject(1, LocalDate.class),
                        "file",
                        "clipboard-heart",
                        "advancecare.timeline." + row.getString(2),
                        List.of(row.getString(3)),
                        row.getString(4),
                        null,
                        "/families/" + familyId + "/advance-care"))
                .list();
    }
}
