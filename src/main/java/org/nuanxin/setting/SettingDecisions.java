package org.nuanxin.setting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a region decides about a setting. Cadences and limits are business: the policy administrator decides them for the
 * own region and everything below it, nobody else does; the system administrator sees them. A stored decision is never
 * changed: what replaces it is written beside it.
 */
@Service
@Transactional
public class SettingDecisions {

    private final JdbcClient jdbc;
    private final SettingCatalogue catalogue;
    private final SettingReading reading;
    private final Audit audit;
    private final Clock clock;

    SettingDecisions(JdbcClient jdbc, SettingCatalogue catalogue, SettingReading reading, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the bound account may decide for the place. */
    @Transactional(readOnly = true)
    public boolean mayDecide(String path) {
        return jdbc.sql("""
                        select starts_with(:path, current_setting('nuanxin.low', true))
                               and current_setting('nuanxin.low', true) <> ''
                               and exists (select from region where path = :path)""").param("path", path).query(Boolean.class).single();
    }

    /**
     * A value from a day on, until the next one already decided. What was in force that day ends there.
     *
     * @throws NotFound out of scope
     * @throws Rejected for no value of the setting, a day before today, or a day from which a value is decided already
     */
    public void decide(String key, String path, String value, LocalDate from, String reason) {
        Setting setting = lock(key, path);
        require(setting, value);
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Rejected("setting.reject.past");
        }
        List<SettingLine> current = current(key, path);
        if (current.stream().anyMatch(line -> line.from().equals(from))) {
            throw new Rejected("setting.reject.same-day");
        }
        current.stream().filter(line -> line.inForceOn(from)).forEach(line -> {
            supersede(line);
            insert(line, line.value(), from, line.reason(), null);
        });
        LocalDate until = current.stream()
                .map(SettingLine::from)
                .filter(next -> next.isAfter(from))
                .min(LocalDate::compareTo)
                .orElse(null);
        insert(key, path, value, from, until, reason, null);
        record("setting.decided", setting, null, value, reason);
    }

    /** Another value for the same time: it was written wrong. */
    public void correct(long id, String value, String reason) {
        SettingLine line = reading.byId(id);
        Setting setting = lock(line.key(), line.appliesTo());
        require(setting, value);
        supersede(line);
        insert(line, value, line.to(), reason, line.endReason());
        record("setting.corrected", setting, line.value(), value, reason);
    }

    /** Ends a value; the region above counts from then on. One that has not begun is withdrawn altogether. */
    public void end(long id, LocalDate to, String reason) {
        SettingLine line = reading.byId(id);
        Setting setting = lock(line.key(), line.appliesTo());
        LocalDate today = LocalDate.now(clock);
        LocalDate before = line.to();
        boolean future = line.future(today);
        if (!future && (!to.isAfter(today.minusDays(1)) || !to.isAfter(line.from()))) {
            throw new Rejected("setting.reject.end-past");
        }
        if (before != null && to.isAfter(before)) {
            throw new Rejected("setting.reject.end-late");
        }
        supersede(line);
        if (to.isAfter(line.from())) {
            insert(line, line.value(), to, line.reason(), reason);
        }
        record("setting.ended", setting, line.value(), null, reason);
    }

    /** One decision of a region about a setting at a time. */
    private Setting lock(String key, String path) {
        Setting setting = catalogue.byKey(key);
        if (!mayDecide(path)) {
            throw new NotFound();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key || ' ' || :path, 0))")
                .param("key", key)
                .param("path", path)
                .query(row -> {});
        return setting;
    }

    private static void require(Setting setting, String value) {
        if (!setting.accepts(value)) {
            throw new Rejected("setting.reject.value", setting.least(), setting.most());
        }
    }

    private List<SettingLine> current(String key, String path) {
        return reading.line(key, path).stream()
                .filter(line -> line.supersededAt() == null && line.appliesTo().equals(path))
                .toList();
    }

    /** Throws {@link NotFound} where somebody was quicker. */
    private void supersede(SettingLine line) {
        int changed = jdbc.sql("""
                        update setting set superseded_at = now(), superseded_by = :actor
                        where id = :id and superseded_at is null""")
                .param("actor", Scope.actor())
                .param("id", line.id())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
    }

    private void insert(
            SettingLine line, String value, @Nullable LocalDate to, String reason, @Nullable String endReason) {
        insert(line.key(), line.appliesTo(), value, line.from(), to, reason, endReason);
    }

    private void insert(
            String key,
            String path,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            String reason,
            @Nullable String endReason) {
        jdbc.sql("""
                        insert into setting (id, applies_to, key, value, valid_from, valid_to, reason, end_reason, recorded_by)
                        values (nextval('setting_seq'), :path, :key, :value, :from, :to, :reason, :endReason, :actor)""")
                .param("path", path)
                .param("key", key)
                .param("value", value)
                .param("from", from)
                .param("to", to, java.sql.Types.DATE)
                .param("reason", reason)
                .param("endReason", endReason, java.sql.Types.VARCHAR)
                .param("actor", Scope.actor())
                .update();
    }

    private void record(
            String action, Setting setting, @Nullable String before, @Nullable String after, String reason) {
        audit.record(Act.general(action).because(reason).changing(Act.Change.of(setting.key(), before, after)));
    }
}
