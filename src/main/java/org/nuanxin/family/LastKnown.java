package org.nuanxin.family;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.nuanxin.policy.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The latest value ever recorded of each fact, for what is missing today: an assessment that has run out. */
@Component
class LastKnown {

    private final JdbcClient jdbc;

    LastKnown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By person, then by word of the vocabulary; one statement. */
    @Transactional(readOnly = true)
    Map<Long, Map<String, Fact>> of(long familyId) {
        Map<Long, Map<String, Fact>> last = new HashMap<>();
        jdbc.sql("""
                        select distinct on (person_id, name) person_id, name, value, valid_from, source from dated_fact
                        where family_id = :family and person_id is not null and superseded_at is null
                          and name in (:names)
                        order by person_id, name, valid_from desc""")
                .param("family", familyId)
                .param("names", FamilyFacts.DATED.keySet())
                .query(row -> {
                    String name = FamilyFacts.word(row.getString("name"));
                    Fact fact = new Fact(
                            name,
                            FamilyFacts.value(name, row.getString("value")),
                            row.getString("source"),
                            row.getObject("valid_from", LocalDate.class));
                    last.computeIfAbsent(row.getLong("person_id"), id -> new HashMap<>())
                            .put(name, fact);
                });
        return last;
    }
}
