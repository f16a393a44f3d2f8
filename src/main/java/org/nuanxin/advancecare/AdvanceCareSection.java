package org.nuanxin.advancecare;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 该看一看的托付卡: cards whose year is over, or whose family has changed, and people to be asked again gently. */
@Component
@Transactional(readOnly = true)
class AdvanceCareSection implements WorklistSection {

    private static final int ROWS = 5;

    private final JdbcClient jdbc;
    private final Formats formats;

    AdvanceCareSection(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    record Row(long familyId, String name, LocalDate reviewOn, String reason) {}

    record Reviews(List<Row> rows, long count) {}

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF);
    }

    @Override
    public String template() {
        return "advancecare/card-parts :: waiting";
    }

    @Override
    public @Nullable Shown content(SignedInAccount account) {
        long[] count = {0};
        List<Row> rows = jdbc.sql("""
                        select c.family_id, p.name, c.review_on, c.review_reason, count(*) over ()
                        from advance_care c
                        join person p on p.id = c.person_id and p.active and p.died_on is null
                        join family f on f.id = c.family_id and f.status <> 'EXITED'
                        where c.review_on <= :today order by c.review_on, c.id limit :rows""")
                .param("today", formats.today())
                .param("rows", ROWS)
                .query((row, n) -> {
                    count[0] = row.getLong(5);
                    return new Row(
                            row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4));
                })
                .list();
        return rows.isEmpty() ? null : new Shown(new Reviews(rows, count[0]), List.of(), count[0]);
    }
}
