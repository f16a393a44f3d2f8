package org.nuanxin.care;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.KeysetPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks, the most urgent first. */
@Service
@Transactional(readOnly = true)
class TaskList {

    private static final int EXPORTED = 100_000;
    private static final int UNTAKEN = 10;

    private final TaskRows rows;
    private final JdbcClient jdbc;
    private final Formats formats;
    private final Audit audit;

    TaskList(TaskRows rows, JdbcClient jdbc, Formats formats, Audit audit) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.formats = formats;
        this.audit = audit;
    }

    KeysetPage<TaskRow> page(TaskFilter filter) {
        TaskFilter.Conditions asked = filter.conditions(formats.today(), Scope.actor());
        long total = jdbc.sql(
                        "select count(*) from (select 1 from care_task t join family f on f.id = t.family_id where "
                                + asked.sql() + " limit " + (KeysetPage.COUNTED + 1) + ") counted")
                .param("today", formats.today())
                .params(asked.parameters())
                .query(Long.class)
                .single();
        Map<String, Object> parameters = new HashMap<>(asked.parameters());
        boolean first = !filter.getAfter().matches("\\d{4}-\\d\\d-\\d\\d\\.\\d{1,18}");
        String conditions = asked.sql();
        if (!first) {
            conditions += " and (t.due_on, t.id) > (:afterDay, :afterId)";
            parameters.put("afterDay", LocalDate.parse(filter.getAfter().substring(0, 10)));
            parameters.put("afterId", Long.parseLong(filter.getAfter().substring(11)));
        }
        List<TaskRow> fetched = rows.where(conditions, parameters, "t.due_on, t.id", KeysetPage.SIZE + 1);
        return KeysetPage.of(fetched, row -> row.dueOn() + "." + row.id(), first, total);
    }

    /** All rows of the filter for a workbook; who took them out is recorded. */
    @Transactional
    public List<TaskRow> export(TaskFilter filter) {
        TaskFilter.Conditions asked = filter.conditions(formats.today(), Scope.actor());
        audit.record(Act.general("care.tasks-exported"));
        return rows.where(asked.sql(), asked.parameters(), "t.due_on, t.id", EXPORTED);
    }

    /** Open tasks of one family, those that open later too. */
    List<TaskRow> ofFamily(long familyId) {
        return rows.where(
                "t.status = 'OPEN' and t.family_id = :family", Map.of("family", familyId), "t.due_on, t.id", 50);
    }

    /** Tasks a visit closed. */
    List<TaskRow> closedBy(long visitId) {
        return rows.where("t.visit_id = :visit", Map.of("visit", visitId), "t.due_on, t.id", 50);
    }

    /** What one person goes out for: assigned to them, the most urgent first; then what nobody has taken yet. */
    List<TaskRow> mine(long accountId) {
        return rows.where(
                "t.status = 'OPEN' and t.opens_on <= :today and t.assignee_id = :me",
                Map.of("me", accountId),
                "t.due_on, t.id",
                KeysetPage.SIZE);
    }

    /** Ten families at most, each with its most urgent task. */
    List<TaskRow> untaken() {
        Set<Long> seen = new HashSet<>();
        return rows
                .where(
                        "t.status = 'OPEN' and t.opens_on <= :today and t.assignee_id is null",
                        Map.of(),
                        "t.due_on, t.id",
                        UNTAKEN * 4)
                .stream()
                .filter(row -> seen.add(row.familyId()))
                .limit(UNTAKEN)
                .toList();
    }

    /** Visits this person logged today. */
    long doneToday(long accountId) {
        return jdbc.sql("select count(*) from visit v where v.visitor_id = :me and v.on_date = :today")
                .param("me", accountId)
                .param("today", formats.today())
                .query(Long.class)
                .single();
    }
}
