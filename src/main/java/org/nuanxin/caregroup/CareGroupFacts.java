package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Fact;
import org.nuanxin.policy.FactSource;
import org.nuanxin.policy.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules may ask of a Care Group: established, its statutory seats, and the state of its family. */
@Component
class CareGroupFacts implements FactSource {

    private static final String SOURCE = "policy.fact.source.group";

    private final JdbcClient jdbc;

    CareGroupFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> provides() {
        return Set.of(
                Vocabulary.GROUP_ESTABLISHED,
                Vocabulary.STATUTORY_SEATS,
                Vocabulary.FAMILY_CONFIRMED,
                Vocabulary.FAMILY_STATUS,
                Vocabulary.FILING_REGION);
    }

    @Override
    public Map<Subject, List<Fact>> facts(Collection<Subject> subjects, LocalDate asOf) {
        List<Long> ids = subjects.stream()
                .filter(subject -> subject.kind() == Subject.Kind.CARE_GROUP)
                .map(Subject::id)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Subject, List<Fact>> facts = new HashMap<>();
        jdbc.sql("""
                        select g.id, g.established_on, g.established_on <= :day and (g.closed_on is null or g.closed_on > :day),
                               (select count(distinct s.kind) from group_seat s
                                where s.group_id = g.id and s.kind in (:four)
                                  and s.valid_from <= :day and (s.valid_to is null or s.valid_to > :day)),
                               f.status, f.confirmed_on, f.region_path
                        from care_group g join family f on f.id = g.family_id where g.id in (:ids)""")
                .param("day", asOf)
                .param("ids", ids)
                .param("four", SeatKind.theFour().stream().map(Enum::name).toList())
                .query(row -> {
                    LocalDate established = row.getObject(2, LocalDate.class);
                    LocalDate confirmed = row.getObject(6, LocalDate.class);
                    String status = row.getString(5);
                    boolean confirmedThen = status.equals("CONFIRMED") && !confirmed.isAfter(asOf);
                    List<Fact> known = new ArrayList<>(List.of(
                            new Fact(Vocabulary.GROUP_ESTABLISHED, row.getBoolean(3), SOURCE, established),
                            new Fact(
                                    Vocabulary.STATUTORY_SEATS,
                                    BigDecimal.valueOf(row.getLong(4)),
                                    SOURCE,
                                    established),
                            new Fact(Vocabulary.FAMILY_CONFIRMED, confirmedThen, SOURCE, confirmed),
                            new Fact(Vocabulary.FILING_REGION, row.getString(7), SOURCE, null)));
                    if (!status.equals("RETURNED")) {
                        known.add(new Fact(Vocabulary.FAMILY_STATUS, status.toLowerCase(Locale.ROOT), SOURCE, null));
                    }
                    facts.put(Subject.careGroup(row.getLong(1)), known);
                });
        return facts;
    }
}
