package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.common.Formats;
import org.nuanxin.dossier.ContactSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For the contact sheet: who is asked to go or went in the last year, and what is due next. */
@Component
class CareContacts implements ContactSource {

    private static final int NAMED = 2;

    private final JdbcClient jdbc;
    private final Formats formats;

    CareContacts(JdbcClient jdbc, Formats formats) {
        this.jdbc = jdbc;
        this.formats = formats;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Contact> contacts(Collection<Long> familyIds) {
        return jdbc
                .sql("""
                        select f.id,
                               array(select a.display_name from (
                                       select t.assignee_id as who, 1 as rank from care_task t
                                       where t.family_id = f.id and t.status = 'OPEN' and t.assignee_id is not null
                                       union all
                                       select v.visitor_id, 2 from visit v
                                       where v.family_id = f.id and v.on_date > :yearAgo) w
                                   join account a on a.id = w.who
                                   group by a.id, a.display_name order by min(w.rank), count(*) desc, a.id limit :named),
                               (select min(coalesce(t.planned_on, t.due_on)) from care_task t
                                where t.family_id = f.id and t.status = 'OPEN')
                        from family f where f.id in (:ids)""")
                .param("ids", familyIds)
                .param("yearAgo", formats.today().minusYears(1))
                .param("named", NAMED)
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        new Contact(
                                Arrays.asList((String[]) row.getArray(2).getArray()),
                                row.getObject(3, LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
