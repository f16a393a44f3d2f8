package org.nuanxin.family;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.report.RowNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names families and people behind the figures of a report: those the account may see. */
@Component
class FamilyRowNames implements RowNames {

    private final FamilyList families;
    private final JdbcClient jdbc;

    FamilyRowNames(FamilyList families, JdbcClient jdbc) {
        this.families = families;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Named> families(Collection<Long> ids) {
        Map<Long, Named> named = new HashMap<>();
        families.byIds(ids).forEach(row -> named.put(row.id(), new Named(row.names(), row.place())));
        return named;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> people(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name from person where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> matching(String text) {
        String q = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
        String condition =
                q.matches("[a-z]+") ? "p.initials ^@ :q or p.pinyin ^@ :q" : "p.name ^@ :q or f.file_number ^@ :q";
        return jdbc.sql("select distinct f.id from family f join person p on p.family_id = f.id where " + condition
                        + " limit 2000")
                .param("q", q)
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
