package org.nuanxin.family;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was ever said about the members of a family, and what became of it. */
@Service
@Transactional(readOnly = true)
public class FactHistory {

    /** Days after which an entry counts as made up for (补记). */
    static final int LATE_DAYS = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    FactHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A statement: what was true {@code [from, to)}.
     *
     * @param recordedAt when it was said first; a later end does not change that
     * @param late recorded long after it became true (补记)
     * @param supersededAt when it stopped being what we hold true, null while it is
     * @param reason why it was corrected or ended
     */
    public record Statement(
            long id,
            long personId,
            String name,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate nextDue,
            String source,
            Instant recordedAt,
            @Nullable String recordedBy,
            boolean late,
            @Nullable Instant supersededAt,
            @Nullable String supersededBy,
            @Nullable String reason) {

        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }

        public boolean current() {
            return supersededAt == null;
        }
    }

    private static final String SELECT = """
            select d.id, d.person_id, d.name, d.value, d.valid_from, d.valid_to, d.next_due, d.source,
                   coalesce(o.recorded_at, d.recorded_at), a.display_name, d.superseded_at, s.display_name,
                   coalesce(d.superseded_reason, (
                       select e.superseded_reason from dated_fact e
                       where e.family_id = d.family_id and e.superseded_at = d.recorded_at
                         and (e.id = d.restates or e.restates = d.restates) limit 1))
            from dated_fact d
            left join dated_fact o on o.id = d.restates
            left join account a on a.id = coalesce(o.recorded_by, d.recorded_by)
            left join account s on s.id = d.superseded_by
            where d.family_id = :family and d.person_id is not null""";

    /**
     * Statements about all members, the newest of each fact first. A statement that only got an end is one statement,
     * not two.
     */
    public List<Statement> of(long familyId) {
        return jdbc.sql(SELECT + """
                         and not exists (select 1 from dated_fact r
                                         where r.family_id = d.family_id and r.recorded_at = d.superseded_at
                                           and (r.restates = d.id or r.restates = d.restates))
                        order by d.person_id, d.name, d.valid_from desc, d.recorded_at desc""")
                .param("family", familyId)
                .query((row, n) -> {
                    LocalDate from = row.getObject(5, LocalDate.class);
                    Instant recorded = row.getTimestamp(9).toInstant();
                    Timestamp superseded = row.getTimestamp(11);
                    return new Statement(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            from,
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, LocalDate.class),
                            row.getString(8),
                            recorded,
                            row.getString(10),
                            LocalDate.ofInstant(recorded, clock.getZone()).isAfter(from.plusDays(LATE_DAYS)),
                            superseded == null ? null : superseded.toInstant(),
                            row.getString(12),
                            row.getString(13));
                })
                .list();
    }

    /** One that is held true now, or was. Throws {@link NotFound}. */
    public Statement one(long familyId, long id) {
        return of(familyId).stream()
                .filter(statement -> statement.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
