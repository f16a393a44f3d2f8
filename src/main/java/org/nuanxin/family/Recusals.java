package org.nuanxin.family;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Recused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Families that the bound account keeps away from (回避), as the database bound them to the connection. */
@Service
public class Recusals {

    private static final String RECUSED =
            "any (coalesce(nullif(current_setting('nuanxin.recused', true), ''), '{}')::bigint[])";

    private final JdbcClient jdbc;
    private final Audit audit;

    Recusals(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Those of the given families that a colleague has to handle; a bulk act leaves them out. */
    @Transactional(readOnly = true)
    public Set<Long> among(Collection<Long> familyIds) {
        return familyIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from family where id in (:ids) and id = " + RECUSED)
                        .param("ids", familyIds)
                        .query(Long.class)
                        .list());
    }

    /** Throws {@link Recused} for a visible family that the account declared recusal for. */
    @Transactional(readOnly = true)
    public void require(long familyId) {
        if (!among(List.of(familyId)).isEmpty()) {
            throw new Recused();
        }
    }

    /** The same for a page that was asked for; that somebody tried stands in the history of the family. */
    @Transactional(noRollbackFor = Recused.class)
    void requireToOpen(long familyId) {
        if (!among(List.of(familyId)).isEmpty()) {
            audit.record(Act.of("family.recusal-refused", familyId));
            throw new Recused();
        }
    }
}
