package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyGlance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 待办 in the list of families: the most urgent open task, and how many there are. */
@Component
class TodoGlance implements FamilyGlance {

    private final JdbcClient jdbc;
    private final Formats formats;
    private final Words words;

    TodoGlance(JdbcClient jdbc, Formats formats, Words words) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.words = words;
    }

    @Override
    public String column() {
        return "care.glance.todo";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Map<Long, Cell> cells(Collection<Long> familyIds) {
        return jdbc
                .sql("""
                        select t.family_id, count(*), min(t.due_on),
                               (array_agg(t.kind order by t.due_on, t.id))[1], (array_agg(t.reason order by t.due_on, t.id))[1]
                        from care_task t where t.family_id in (:ids) and t.status = 'OPEN' and t.opens_on <= :today
                        group by t.family_id""")
                .param("ids", familyIds)
                .param("today", formats.today())
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        cell(
                                row.getLong(2),
                                row.getObject(3, LocalDate.class),
                                TaskKind.valueOf(row.getString(4)),
                                TaskReason.valueOf(row.getString(5)))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Cell cell(long number, LocalDate due, TaskKind kind, TaskReason reason) {
        String text = words.say("glance.task", words.task(kind, reason), words.limit(due));
        return new Cell(number > 1 ? words.say("glance.more", text, number) : text, words.tone(due));
    }

    @Override
    public Cell absent() {
        return new Cell(words.say("glance.nothing"), "");
    }
}
