package org.nuanxin.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.common.Subject;
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
            long id,
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
        record(Scope.actor(), acts);
    }

    /** Records acts of an account that no scope is bound to yet: the one that sets the portal up. */
    void record(long actor, List<Act> acts) {
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

    /** Entries of a page of a history. */
    public static final int PAGE = 25;

    private static final String ENTRIES = """
            select e.id, e.at, e.actor_id, a.display_name, e.action, e.reason, e.changes
            from audit_event e left join account a on a.id = e.actor_id
            where\s""";

    private static final String SELECT = ENTRIES + "e.family_id = :family";

    /** Which acts of a history: all, only looks, or only what changed something. */
    public enum Which {
        ALL("true"),
        SAW("e.action ~ '(viewed|revealed|exported|printed)$'"),
        CHANGED("e.action !~ '(viewed|revealed|exported|printed)$'");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        /** By its name in an address; {@link #ALL} for anything else. */
        public static Which of(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(which -> which.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** Acts on a family that this account may see, newest first, older than the entry with the id {@code before}. */
    @Transactional(readOnly = true)
    public List<Entry> ofFamily(long familyId, Which which, long before, int limit) {
        return jdbc.sql(SELECT + " and e.id < :before and " + which.condition + " order by e.id desc limit :limit")
                .param("family", familyId)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** All acts of some kinds on a family, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> ofFamily(long familyId, Collection<String> actions) {
        return jdbc.sql(SELECT + " and e.action in (:actions) order by e.id desc")
                .param("family", familyId)
                .param("actions", actions)
                .query(this::entry)
                .list();
    }

    /** Acts on an account, newest first, older than the entry with the id {@code before}. */
    @Transactional(readOnly = true)
    List<Entry> ofAccount(long accountId, long before, int limit) {
        return jdbc.sql(ENTRIES + """
                        e.subject_kind = 'ACCOUNT' and e.subject_id = :account and e.id < :before
                        order by e.id desc limit :limit""")
                .param("account", accountId)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    /** The newest acts on something the office keeps that is no family, for those who keep or audit it. */
    @Transactional(readOnly = true)
    public List<Entry> ofSubject(Subject subject, int limit) {
        return jdbc.sql(ENTRIES + """
                        e.subject_kind = :kind and e.subject_id = :id and e.family_id is null
                        order by e.id desc limit :limit""")
                .param("kind", subject.kind().name())
                .param("id", subject.id())
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getObject(3, Long.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                json.readValue(row.getString(7), new TypeReference<List<Act.Change>>() {}));
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
