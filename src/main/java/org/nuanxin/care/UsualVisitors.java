package org.nuanxin.care;

import java.util.List;
import org.nuanxin.family.FamilyVisitors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who goes to see a family: whoever its open tasks name, then who visited it in the last year. */
@Component
class UsualVisitors implements FamilyVisitors {

    private static final int NAMED = 3;

    private final JdbcClient jdbc;

    UsualVisitors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> visitors(long familyId) {
        return jdbc.sql("""
                        select a.display_name from (
                            select t.assignee_id as who, 1 as rank, 1 as times from care_task t
                            where t.family_id = :family and t.status = 'OPEN' and t.assignee_id is not null
                            union all
                            select v.visitor_id, 2, 1 from visit v
                            where v.family_id = :family and v.on_date > current_date - 365) w
                        join account a on a.id = w.who
                        group by a.id, a.display_name order by min(w.rank), sum(w.times) desc, a.id limit :limit""")
                .param("family", familyId)
                .param("limit", NAMED)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
