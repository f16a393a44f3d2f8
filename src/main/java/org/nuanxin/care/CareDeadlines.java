package org.nuanxin.care;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when care is due, as the county of the family decided for today. What is open already keeps its day. */
@Component
@Transactional(readOnly = true)
class CareDeadlines {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Settings settings;
    private final Clock clock;

    CareDeadlines(JdbcClient jdbc, EntityManager entities, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate firstVisit(long familyId, LocalDate knownOn) {
        return knownOn.plusDays(days(CareSettings.FIRST_VISIT, familyId));
    }

    LocalDate timelyCare(long familyId, LocalDate knownOn) {
        return knownOn.plusDays(days(CareSettings.TIMELY_CARE, familyId));
    }

    /** The festival whose window is open at the place today, where it is visited there. */
    Optional<Festival.Window> festival(@Nullable String path, LocalDate today) {
        if (path == null) {
            return Festival.openOn(today);
        }
        return Festival.openOn(today, settings.number(CareSettings.FESTIVAL_WINDOW, path))
                .filter(window -> settings.yes(CareSettings.of(window.festival()), path));
    }

    private int days(Setting setting, long familyId) {
        entities.flush();
        return jdbc.sql(
                        "select setting_value(:key, f.region_path, :today, :fallback) from family f where f.id = :family")
                .param("key", setting.key())
                .param("today", LocalDate.now(clock))
                .param("fallback", setting.fallback())
                .param("family", familyId)
                .query(String.class)
                .optional()
                .map(Integer::parseInt)
                .orElseGet(() -> Integer.parseInt(setting.fallback()));
    }
}
