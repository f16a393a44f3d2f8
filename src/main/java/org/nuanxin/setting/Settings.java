package org.nuanxin.setting;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a region decided, or the nearest one above it, or else the setting's fallback. */
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
        @Nullable
        String decided = jdbc.sql("""
                        select value from setting
                        where key = :key and starts_with(:path, applies_to) and superseded_at is null
                          and valid_from <= :day and (valid_to is null or valid_to > :day)
                        order by length(applies_to) desc limit 1""")
                .param("key", setting.key())
                .param("path", regionPath)
                .param("day", day)
                .query(String.class)
                .optional()
                .orElse(null);
        return decided == null ? setting.fallback() : decided;
    }

    public int number(Setting setting, String regionPath) {
        return Integer.parseInt(value(setting, regionPath));
    }

    public boolean yes(Setting setting, String regionPath) {
        return Boolean.parseBoolean(value(setting, regionPath));
    }
}
