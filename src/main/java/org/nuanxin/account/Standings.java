package org.nuanxin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads an account as it stands, in one statement. */
@Service
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(boolean enabled, int version, int stamp, boolean mustChange, Standing.@Nullable Grant grant) {}

    /** Empty where there is no such account. */
    Optional<Standing> of(long accountId) {
        List<Row> rows = jdbc.sql("""
                        select a.enabled, a.version, a.session_stamp, a.must_change_password,
                               g.id, g.region_path, away.display_name
                        from account a
                        left join account_grant g on g.account_id = a.id
                             and g.valid_from <= current_date and (g.valid_to is null or g.valid_to > current_date)
                        left join account_absence s on s.id = g.absence_id
                        left join account away on away.id = s.account_id
                        where a.id = :id order by g.id""")
                .param("id", accountId)
                .query((row, n) -> new Row(
                        row.getBoolean(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getBoolean(4),
                        row.getObject(5) == null
                                ? null
                                : new Standing.Grant(row.getLong(5), row.getString(6), row.getString(7))))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Standing.Grant> grants = new ArrayList<>();
        for (Row row : rows) {
            if (row.grant() != null) {
                grants.add(row.grant());
            }
        }
        Row first = rows.get(0);
        return Optional.of(
                new Standing(first.enabled(), first.version(), first.stamp(), first.mustChange(), List.copyOf(grants)));
    }
}
