package org.nuanxin.regionadmin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on a unit and all below it, in numbers: the system administrator sees no family. */
@Component
@Transactional(readOnly = true)
class Footprint {

    private final JdbcClient jdbc;

    Footprint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers by what they count. */
    record Numbers(Map<String, Long> of) {

        long families() {
            return of.getOrDefault("FAMILIES", 0L) + of.getOrDefault("RESIDENTS", 0L);
        }
    }

    Numbers of(String path) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        jdbc.sql("select what, number from region_footprint(:path)")
                .param("path", path)
                .query(row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                });
        return new Numbers(numbers);
    }
}
