package org.nuanxin.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads tasks with the names around them: one statement for the rows, one for the places. */
@Component
@Transactional(readOnly = true)
class TaskRows {

    /** Names of a family {@code f}: both parents, the contact first; whoever is there where no parent is. */
    static final String NAMES = """
            coalesce(nullif(array_to_string(array(
                select p.name from person p where p.family_id = f.id and p.active and p.role = 'PARENT'
                order by p.contact desc, p.id), '、'), ''),
              array_to_string(array(select p.name from person p where p.family_id = f.id order by p.id), '、'))""";

    private static final String COLUMNS = """
            select t.id, t.family_id, %s, f.residence_path, t.kind, t.reason, t.reason_on, t.due_on, t.limit_on,
                   t.assignee_id, a.display_name, t.planned_on, t.planned_at, t.last_met_on, t.status, t.done_on, t.visit_id,
                   f.form_of_address, f.women_only
            """.formatted(NAMES);

    private static final String JOINS =
            " join family f on f.id = t.family_id left join account a on a.id = t.assignee_id ";

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Formats formats;

    TaskRows(JdbcClient jdbc, Regions regions, Formats formats) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.formats = formats;
    }

    /** Tasks {@code t} of families {@code f} that meet the conditions; {@code :today} is given. */
    List<TaskRow> where(String conditions, Map<String, ?> parameters, String order, int limit) {
        return named(jdbc.sql(COLUMNS + " from care_task t" + JOINS + " where " + conditions + " order by " + order
                        + " limit " + limit)
                .param("today", formats.today())
                .params(parameters)
                .query(TaskRows::row)
                .list());
    }

    /** The most urgent open tasks of each kind, at most {@code each}. */
    List<TaskRow> urgent(List<TaskKind> kinds, int each) {
        return named(jdbc.sql(COLUMNS + """
                         from unnest(array[:kinds]) as k(kind)
                        cross join lateral (
                            select * from care_task o where o.status = 'OPEN' and o.kind = k.kind and o.opens_on <= :today
                            order by o.due_on, o.last_met_on nulls first, o.id limit :each) t""" + JOINS + " order by t.due_on, t.last_met_on nulls first, t.id")
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .param("today", formats.today())
                .param("each", each)
                .query(TaskRows::row)
                .list());
    }

    private List<TaskRow> named(List<TaskRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, String> places =
                regions.places(rows.stream().map(TaskRow::residencePath).toList());
        return rows.stream()
                .map(row -> row.at(places.getOrDefault(row.residencePath(), "")))
                .toList();
    }

    private static TaskRow row(ResultSet row, int n) throws SQLException {
        return new TaskRow(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                "",
                TaskKind.valueOf(row.getString(5)),
                TaskReason.valueOf(row.getString(6)),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                longOrNull(row, 10),
                row.getString(11),
                row.getObject(12, LocalDate.class),
                row.getObject(13, LocalTime.class),
                row.getObject(14, LocalDate.class),
                TaskStatus.valueOf(row.getString(15)),
                row.getObject(16, LocalDate.class),
                longOrNull(row, 17),
                row.getString(18),
                row.getBoolean(19));
    }

    private static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
