package org.nuanxin.reverification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads campaigns that the account's region lies in, above or below. */
@Component
@Transactional(readOnly = true)
class CampaignReader {

    private static final String SELECT = """
            select c.id, c.region_path, c.year, c.opens_on, c.ends_on, c.checks, a.display_name, c.matched_at, c.closed_at,
                   c.version from reverification_campaign c join account a on a.id = c.opened_by
            """;

    private final JdbcClient jdbc;

    CampaignReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Campaign> all() {
        return jdbc.sql(SELECT + "order by c.year desc, c.region_path")
                .query((row, n) -> campaign(row))
                .list();
    }

    /** Throws {@link NotFound} out of scope. */
    Campaign find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Those that newcomers still join and data are matched for: not closed, and not over on that day. */
    List<Campaign> running(LocalDate today) {
        return jdbc.sql(SELECT + "where c.closed_at is null and c.ends_on > :today order by c.year, c.id")
                .params(Map.of("today", today))
                .query((row, n) -> campaign(row))
                .list();
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        Array checks = row.getArray(6);
        return new Campaign(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                Stream.of((String[]) checks.getArray()).map(CheckKind::valueOf).toList(),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                row.getInt(10));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
