package org.nuanxin.dossier;

import java.time.LocalDate;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 情况变化: what was true of whom, from when to when, and by which source. */
@Component
class FactsChapter implements DossierChapter {

    private final JdbcClient jdbc;
    private final DossierWords words;
    private final Formats formats;

    FactsChapter(JdbcClient jdbc, DossierWords words, Formats formats) {
        this.jdbc = jdbc;
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "facts";
    }

    @Override
    public String title() {
        return "dossier.facts";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Content content(FamilyHead family) {
        List<List<String>> rows = jdbc.sql("""
                        select coalesce(p.name, ''), d.name, d.value, d.valid_from, d.valid_to, d.source
                        from dated_fact d left join person p on p.id = d.person_id
                        where d.family_id = :family and d.superseded_at is null
                        order by d.person_id nulls first, d.name, d.valid_from""")
                .param("family", family.id())
                .query((row, n) -> List.of(
                        row.getString(1),
                        words.label("audit.field.fact.", row.getString(2)),
                        value(row.getString(2), row.getString(3)),
                        formats.date(row.getObject(4, LocalDate.class)),
                        row.getObject(5) == null
                                ? words.say("dossier.untilNow")
                                : formats.date(row.getObject(5, LocalDate.class)),
                        row.getString(6)))
                .list();
        return rows.isEmpty()
                ? Content.empty()
                : Content.of(new Table(
                        words.all(
                                "family.name",
                                "dossier.facts.what",
                                "dossier.facts.value",
                                "dossier.from",
                                "dossier.to",
                                "dossier.source"),
                        rows,
                        List.of(12, 16, 18, 18, 18, 18)));
    }

    private String value(String name, String value) {
        return switch (name) {
            case "ability-grade" -> words.label("family.ability.", value);
            case "reported-tier" -> words.say("family.reported", words.label("family.tier.", value));
            case "livelihood" -> words.label("family.livelihood.", value);
            default -> value.equals("true") || value.equals("false") ? words.label("family.flag.", value) : value;
        };
    }
}
