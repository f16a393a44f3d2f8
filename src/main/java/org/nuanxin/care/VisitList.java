package org.nuanxin.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits, the newest first: one statement for the page, one for its total, one for the places. */
@Service
@Transactional(readOnly = true)
class VisitList {

    private static final int EXPORTED = 100_000;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Audit audit;

    VisitList(JdbcClient jdbc, Regions regions, Audit audit) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.audit = audit;
    }

    /** A row; notes stay on the visit's own page. */
    public record Row(
            long id,
            long familyId,
            String names,
            String residencePath,
            String place,
            LocalDate on,
            @Nullable LocalTime at,
            Channel channel,
            boolean met,
            @Nullable NotMetReason notMetReason,
            String visitor,
            boolean safetyWorry,
            long closed,
            String receiptNumber) {}

    KeysetPage<Row> page(VisitFilter filter) {
        TaskFilter.Conditions asked = filter.conditions(Scope.actor());
        long total = jdbc.sql("select count(*) from (select 1 from visit v join family f on f.id = v.family_id where "
                        + asked.sql() + " limit " + (KeysetPage.COUNTED + 1) + ") counted")
                .params(asked.parameters())
                .query(Long.class)
                .single();
        Map<String, Object> parameters = new HashMap<>(asked.parameters());
        String conditions = asked.sql();
        boolean first = !filter.getAfter().matches("\\d{4}-\\d\\d-\\d\\d\\.\\d{1,18}");
        if (!first) {
            conditions += " and (v.on_date, v.id) < (:afterDay, :afterId)";
            parameters.put("afterDay", LocalDate.parse(filter.getAfter().substring(0, 10)));
            parameters.put("afterId", Long.parseLong(filter.getAfter().substring(11)));
        }
        return KeysetPage.of(
                rows(conditions, parameters, KeysetPage.SIZE + 1), row -> row.on() + "." + row.id(), first, total);
    }

    /** All rows of the filter for a workbook; who took them out is recorded. */
    @Transactional
    public List<Row> export(VisitFilter filter) {
        TaskFilter.Conditions asked = filter.conditions(Scope.actor());
        audit.record(Act.general("care.visits-exported"));
        return rows(asked.sql(), asked.parameters(), EXPORTED);
    }

    private List<Row> rows(String conditions, Map<String, Object> parameters, int limit) {
        List<Row> rows = jdbc.sql("""
                        select v.id, v.family_id, %s, f.residence_path, v.on_date, v.at_time, v.channel, v.met, v.not_met_reason,
                               a.display_name, v.safety_worry,
                               (select count(*) from care_task t where t.visit_id = v.id), v.receipt_number
                        from visit v join family f on f.id = v.family_id join account a on a.id = v.visitor_id
                        where %s order by v.on_date desc, v.id desc limit %d""".formatted(TaskRows.NAMES, conditions, limit))
                .params(parameters)
                .query(VisitList::row)
                .list();
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, String> places =
                regions.places(rows.stream().map(Row::residencePath).toList());
        List<Row> named = new ArrayList<>(rows.size());
        for (Row row : rows) {
            named.add(new Row(
                    row.id(),
                    row.familyId(),
                    row.names(),
                    row.residencePath(),
                    places.getOrDefault(row.residencePath(), ""),
                    row.on(),
                    row.at(),
                    row.channel(),
                    row.met(),
                    row.notMetReason(),
                    row.visitor(),
                    row.safetyWorry(),
                    row.closed(),
                    row.receiptNumber()));
        }
        return named;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String why = row.getString(9);
        return new Row(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                "",
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalTime.class),
                Channel.valueOf(row.getString(7)),
                row.getBoolean(8),
                why == null ? null : NotMetReason.valueOf(why),
                row.getString(10),
                row.getBoolean(11),
                row.getLong(12),
                row.getString(13));
    }
}
