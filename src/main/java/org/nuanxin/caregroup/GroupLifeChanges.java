package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamilyChange;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a turn in a family's life does to its Care Group and the group's money. */
@Component
class GroupLifeChanges implements Consequences {

    private final JdbcClient jdbc;
    private final Formats formats;

    GroupLifeChanges(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> foresee(FamilyChange change) {
        List<Line> lines = new ArrayList<>();
        if (change.kind().exits()) {
            long seats = jdbc.sql("select count(*) from group_seat where family_id = :family and valid_to is null")
                    .param("family", change.familyId())
                    .query(Long.class)
                    .single();
            if (seats > 0) {
                lines.add(Line.of("users-group", "caregroup.foresee.ends", seats));
            }
            BigDecimal left = jdbc.sql("""
                            select coalesce(sum(amount), 0) from group_ledger where family_id = :family and year = :year""")
                    .param("family", change.familyId())
                    .param("year", formats.today().getYear())
                    .query(BigDecimal.class)
                    .single();
            if (left.signum() > 0) {
                lines.add(Line.of("wallet", "caregroup.foresee.frozen", formats.money(left), GroupLedger.RECEIPT_DAYS));
            }
        } else if (change.kind() == FamilyChange.Kind.DIVORCED) {
            lines.add(Line.of("users-group", "caregroup.foresee.divorced"));
        }
        return lines;
    }

    /** The seats end with the file; the ledger stays for its last receipts. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(FamilyChange change) {
        if (change.kind().exits()) {
            jdbc.sql("""
                            update group_seat set valid_to = greatest(valid_from, cast(:on as date)), end_reason = '家庭退出',
                                   version = version + 1
                            where family_id = :family and valid_to is null""")
                    .param("on", change.on())
                    .param("family", change.familyId())
                    .update();
        }
    }
}
