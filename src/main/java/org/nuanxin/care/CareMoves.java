package org.nuanxin.care;

import java.util.ArrayList;
import java.util.List;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamilyChange;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What we owe a family goes with it: open tasks are for the new side to assign, visits stay on record. */
@Component
class CareMoves implements Consequences {

    /** Who goes is asked anew where they live elsewhere, and where the file leaves the one named behind. */
    private static final String OPEN = """
            t.family_id = :family and t.status = 'OPEN' and (:home or not exists (
                select 1 from account_grant g join family f on f.id = t.family_id
                where g.account_id = t.assignee_id and (starts_with(f.residence_path, g.region_path) or starts_with(:to, g.region_path))))""";

    private final JdbcClient jdbc;
    private final Audit audit;

    CareMoves(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> foresee(FamilyChange change) {
        if (!moves(change)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        long open = bound("select count(*) from care_task t where " + OPEN, change)
                .query(Long.class)
                .single();
        if (open > 0) {
            lines.add(Line.of("clipboard-list", "care.move.tasks", open));
        }
        lines.add(Line.of("history", "care.move.visits"));
        return lines;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(FamilyChange change) {
        if (moves(change)) {
            int changed = bound(
                            "update care_task t set assignee_id = null, planned_on = null, planned_at = null, version = version + 1"
                                    + " where (t.assignee_id is not null or t.planned_on is not null) and " + OPEN,
                            change)
                    .update();
            if (changed > 0) {
                audit.record(Act.of("care.tasks-unassigned", change.familyId()));
            }
        }
    }

    private JdbcClient.StatementSpec bound(String sql, FamilyChange change) {
        return jdbc.sql(sql)
                .param("family", change.familyId())
                .param("home", change.kind() == FamilyChange.Kind.RESIDENCE_MOVED)
                .param("to", change.toPath());
    }

    private static boolean moves(FamilyChange change) {
        return change.kind() == FamilyChange.Kind.RESIDENCE_MOVED || change.kind() == FamilyChange.Kind.FILING_MOVED;
    }
}
