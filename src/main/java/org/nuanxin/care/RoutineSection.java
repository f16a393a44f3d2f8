package org.nuanxin.care;

import java.util.List;
import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 日常联系: who is to be called this month and visited this quarter, and who was never visited. */
@Component
@Transactional(readOnly = true)
class RoutineSection implements WorklistSection {

    private final JdbcClient jdbc;
    private final Formats formats;

    RoutineSection(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    record Routine(long toCall, long toVisit, long never) {}

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER, Role.POLICY_ADMIN);
    }

    @Override
    public String template() {
        return "care/worklist-strips :: routine";
    }

    @Override
    public Shown content(SignedInAccount account) {
        Routine routine = jdbc.sql("""
                        select count(*) filter (where t.kind = 'ROUTINE_CONTACT'),
                               count(*) filter (where t.kind = 'HOME_VISIT' and t.reason <> 'NEVER_VISITED'),
                               count(*) filter (where t.reason = 'NEVER_VISITED')
                        from care_task t
                        where t.status = 'OPEN' and t.opens_on <= :today and t.kind in ('ROUTINE_CONTACT', 'HOME_VISIT')""")
                .param("today", formats.today())
                .query((row, n) -> new Routine(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        return new Shown(routine, List.of(), routine.toCall() + routine.toVisit() + routine.never());
    }
}
