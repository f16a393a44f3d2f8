package org.nuanxin.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail; always inside the transaction of the act: no trail, no act. */
@Service
public class Audit {

    private static final String INSERT = """
            insert into audit_event (id, actor_id, action, family_id, subject_kind, subject_id, reason, changes, address)
            values (nextval('audit_event_seq'), ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Audit(JdbcTemplate rows, JdbcClient jdbc, JsonMapper json) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An act as the history of a family shows it. */
    public record Entry(
            Instant at,
            @Nullable Long actorId,
            @Nullable String actor,
            String action,
            @Nullable String reason,
            List<Act.Change> changes) {}

    /** Records one act of the bound account. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Act act) {
        record(List.of(act));
    }

    /** Records many acts in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Act> acts) {
        long actor = Scope.actor();
        String address = address();
        rows.batchUpdate(INSERT, acts, 500, (row, act) -> {
            row.setLong(1, actor);
            row.setString(2, act.action());
            row.setObject(3, act.familyId());
            row.setString(4, act.subject() == null ? null : act.subject().kind().name());
            row.setObject(5, act.subject() == null ? null : act.subject().id());
            row.setString(6, act.reason());
            row.setString(7, json.writeValueAsString(act.changes()));
            row.setString(8, address);
        });
    }

    /** The newest acts on a family that this account may see, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Entry> ofFamily(long familyId, int limit) {
        return jdbc.sql("""
                        select e.at, e.actor_id, a.display_name, e.action, e.reason, e.changes
                        from audit_event e left join account a on a.id = e.actor_id
                        where e.family_id = :family order by e.at desc, e.id desc limit :limit""")
                .param("family", familyId)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getTimestamp(1).toInstant(),
                        row.getObject(2, Long.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        json.readValue(row.getString(6), new TypeReference<List<Act.Change>>() {})))
                .list();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
