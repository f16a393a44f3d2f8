package org.nuanxin.family;

import java.util.Comparator;
import java.util.List;
import org.nuanxin.account.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files somebody opened lately, as the trail says; only those they may still see. */
@Service
class RecentFamilies {

    private static final int SHOWN = 10;
    /** Looks that are read back: one person opens the same file many times. */
    private static final int LOOKS = 200;

    private final JdbcClient jdbc;
    private final FamilyList families;

    RecentFamilies(JdbcClient jdbc, FamilyList families) {
        this.jdbc = jdbc;
        this.families = families;
    }

    /** At most ten, the last opened first. */
    @Transactional(readOnly = true)
    List<FamilyList.Row> mine() {
        List<Long> ids = jdbc.sql("""
                        select e.family_id from (
                            select family_id, id from audit_event
                            where actor_id = :me and action = 'family.viewed' order by id desc limit :looks) e
                        join family f on f.id = e.family_id
                        group by e.family_id order by max(e.id) desc limit :shown""")
                .param("me", Scope.actor())
                .param("looks", LOOKS)
                .param("shown", SHOWN)
                .query((row, n) -> row.getLong(1))
                .list();
        return families.byIds(ids).stream()
                .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                .toList();
    }
}
