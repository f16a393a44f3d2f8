package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyGlance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 最近走访 in the list of families. */
@Component
class LastVisitGlance implements FamilyGlance {

    private final JdbcClient jdbc;
    private final Formats formats;
    private final Words words;

    LastVisitGlance(JdbcClient jdbc, Formats formats, Words words) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.words = words;
    }

    @Override
    public String column() {
        return "care.glance.last";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<Long, Cell> cells(Collection<Long> familyIds) {
        return jdbc
                .sql("""
                        select distinct on (v.family_id) v.family_id, v.on_date, v.channel from visit v
                        where v.family_id in (:ids) and v.met order by v.family_id, v.on_date desc, v.id desc""")
                .param("ids", familyIds)
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        new Cell(
                                words.say(
                                        "glance.visit",
                                        formats.day(row.getObject(2, LocalDate.class)),
                                        words.label("channel", row.getString(3))),
                                "")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Cell absent() {
        return new Cell(words.say("never"), "warn");
    }
}
