package org.nuanxin.setting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a region decided, or the nearest one above it, or else the setting's fallback. The rule itself is the database's
 * function {@code setting_value(key, path, day, fallback)}, so that statements over many families use the same one.
 */
@Service
@Transactional(readOnly = true)
public class Settings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Settings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In force today. */
    public String value(Setting setting, String regionPath) {
        return value(setting, regionPath, LocalDate.now(clock));
    }

    /** In force on a day, as it is known now. */
    public String value(Setting setting, String regionPath, LocalDate day) {
        return jdbc.sql("select setting_value(:key, :path, :day, :fallback)")
                .param("key", setting.key())
                .param("path", regionPath)
                .param("day", day)
                .param("fallback", setting.fallback())
                .query(String.class)
                .single();
    }

    /** In force today at many places, by path, in one statement. */
    public Map<String, String> values(Setting setting, Collection<String> regionPaths) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("select place, setting_value(:key, place, :day, :fallback) from unnest(:paths) place")
                .param("key", setting.key())
                .param("day", LocalDate.now(clock))
                .param("fallback", setting.fallback())
                .param("paths", regionPaths.toArray(String[]::new))
                .query(row -> {
                    values.put(row.getString(1), row.getString(2));
                });
        return values;
    }

    public int number(Setting setting, String regionPath) {
        return Integer.parseInt(value(setting, regionPath));
    }

    public boolean yes(Setting setting, String regionPath) {
        return Boolean.parseBoolean(value(setting, regionPath));
    }
}
