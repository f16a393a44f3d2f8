package org.nuanxin.setting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what regions decided: in force at a place, and the line of values through time. */
@Service
@Transactional(readOnly = true)
class SettingReading {

    private static final String SELECT = """
            select s.id, s.applies_to, s.key, s.value, s.valid_from, s.valid_to, s.reason, s.end_reason, s.recorded_at,
                   a.display_name, s.superseded_at
            from setting s join account a on a.id = s.recorded_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SettingReading(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is in force today at the place by key, decided by the nearest region; without what is built in. */
    Map<String, SettingLine> inForce(String path) {
        Map<String, SettingLine> nearest = new HashMap<>();
        today(SELECT + """
                        where s.superseded_at is null and starts_with(:path, s.applies_to)
                          and s.valid_from <= :today and (s.valid_to is null or s.valid_to > :today)
                        order by length(s.applies_to)""", path).forEach(line -> nearest.put(line.key(), line));
        return nearest;
    }

    /** The next value to come at the place, by key. */
    Map<String, SettingLine> upcoming(String path) {
        Map<String, SettingLine> next = new HashMap<>();
        today(SELECT + """
                        where s.superseded_at is null and starts_with(:path, s.applies_to) and s.valid_from > :today
                        order by s.valid_from, length(s.applies_to) desc""", path).forEach(line -> next.putIfAbsent(line.key(), line));
        return next;
    }

    /** Every decision about a setting here and above, the nearest region and the newest first, superseded ones too. */
    List<SettingLine> line(String key, String path) {
        return jdbc.sql(SELECT + """
                        where s.key = :key and starts_with(:path, s.applies_to)
                        order by length(s.applies_to) desc, s.valid_from desc, s.id desc""")
                .param("key", key)
                .param("path", path)
                .query(SettingReading::line)
                .list();
    }

    /** Places below that decided for themselves and count today or later. */
    List<SettingLine> below(String key, String path) {
        return jdbc.sql(SELECT + """
                        where s.key = :key and s.superseded_at is null and starts_with(s.applies_to, :path)
                          and s.applies_to <> :path and (s.valid_to is null or s.valid_to > :today)
                        order by s.applies_to, s.valid_from limit 200""")
                .param("key", key)
                .param("path", path)
                .param("today", LocalDate.now(clock))
                .query(SettingReading::line)
                .list();
    }

    /** Throws {@link NotFound} for an unknown or superseded decision. */
    SettingLine byId(long id) {
        return jdbc.sql(SELECT + "where s.id = :id and s.superseded_at is null")
                .param("id", id)
                .query(SettingReading::line)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<SettingLine> today(String sql, String path) {
        return jdbc.sql(sql)
                .param("path", path)
                .param("today", LocalDate.now(clock))
                .query(SettingReading::line)
                .list();
    }

    private static SettingLine line(ResultSet row, int n) throws SQLException {
        @Nullable Timestamp superseded = row.getTimestamp(11);
        return new SettingLine(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                row.getString(10),
                superseded == null ? null : superseded.toInstant());
    }
}
