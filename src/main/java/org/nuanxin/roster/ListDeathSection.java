package org.nuanxin.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People whom an official list calls dead while their file does not: to be asked for and recorded by hand. */
@Component
@Transactional(readOnly = true)
class ListDeathSection implements WorklistSection {

    private static final int ROWS = 5;

    private final JdbcClient jdbc;

    ListDeathSection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long familyId, String name, LocalDate on, String source) {}

    record Deaths(List<Row> rows, long count) {}

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER);
    }

    @Override
    public String template() {
        return "roster/list-parts :: deaths";
    }

    @Override
    public @Nullable Shown content(SignedInAccount account) {
        long[] count = {0};
        List<Row> rows = jdbc.sql("""
                        select x.family_id, x.name, x.valid_from, x.source, count(*) over ()
                        from (select distinct on (p.id) p.family_id, p.name, r.valid_from, i.source
                              from list_row r join list_import i on i.id = r.import_id and i.kind = 'DEATH'
                              join person p on p.id = r.known_person and p.active and p.died_on is null
                              order by p.id, i.id desc) x
                        order by x.valid_from limit :rows""")
                .param("rows", ROWS)
                .query((row, n) -> {
                    count[0] = row.getLong(5);
                    return new Row(
                            row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4));
                })
                .list();
        return rows.isEmpty() ? null : new Shown(new Deaths(rows, count[0]), List.of(), count[0]);
    }
}
