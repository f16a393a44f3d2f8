package org.nuanxin.family;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Fact;
import org.nuanxin.policy.FactSource;
import org.nuanxin.policy.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rules may ask of a family and its members: the file, and the dated facts recorded about each person. */
@Component
class FamilyFacts implements FactSource {

    /** Names of dated facts to the words of the vocabulary. */
    static final Map<String, String> DATED = Map.of(
            "livelihood", Vocabulary.LIVELIHOOD,
            "ability-grade", Vocabulary.ABILITY_GRADE,
            "reported-tier", Vocabulary.REPORTED_TIER,
            "in-institution", Vocabulary.IN_INSTITUTION,
            "in-concentrated-care", Vocabulary.IN_CONCENTRATED_CARE,
            "hukou-local", Vocabulary.HUKOU_LOCAL,
            "disability-grade", Vocabulary.DISABILITY_GRADE,
            "medical-insurance", Vocabulary.MEDICAL_INSURANCE);

    private static final String FILE = "policy.fact.source.register";

    /** The exit that held on the day; a file may have been closed and opened again since. */
    private static final String CLOSED = """
            left join lateral (select max(e.exited_on) as exited_on from family_exit e
                where e.family_id = f.id and e.withdrawn_at is null
                  and e.exited_on <= :day and (e.reopened_on is null or e.reopened_on > :day)) x on true""";

    private final JdbcClient jdbc;

    FamilyFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> provides() {
        return Set.of(
                Vocabulary.BORN,
                Vocabulary.ALIVE,
                Vocabulary.LIVELIHOOD,
                Vocabulary.ABILITY_GRADE,
                Vocabulary.REPORTED_TIER,
                Vocabulary.IN_INSTITUTION,
                Vocabulary.IN_CONCENTRATED_CARE,
                Vocabulary.HUKOU_LOCAL,
                Vocabulary.DISABILITY_GRADE,
                Vocabulary.MEDICAL_INSURANCE,
                Vocabulary.FAMILY_CONFIRMED,
                Vocabulary.FAMILY_STATUS,
                Vocabulary.FILING_REGION,
                Vocabulary.LIVING_MEMBERS);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Subject, List<Fact>> facts(Collection<Subject> subjects, LocalDate asOf) {
        Map<Subject, List<Fact>> facts = new HashMap<>();
        List<Long> people = ids(subjects, Subject.Kind.PERSON);
        if (!people.isEmpty()) {
            people(people, asOf, facts);
            dated(people, asOf, facts);
            people.forEach(id -> hukou(facts.get(Subject.person(id))));
        }
        List<Long> families = ids(subjects, Subject.Kind.FAMILY);
        if (!families.isEmpty()) {
            families(families, asOf, facts);
        }
        return facts;
    }

    private static List<Long> ids(Collection<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }

    private void people(List<Long> ids, LocalDate asOf, Map<Subject, List<Fact>> facts) {
        jdbc.sql("""
                        select p.id, p.born_on, p.citizen_id is not null as identified, p.died_on, f.region_path,
                               f.registered_on, f.reviewed_on, f.confirmed_on, x.exited_on
                        from person p join family f on f.id = p.family_id %s where p.id in (:ids)""".formatted(CLOSED)).param("ids", ids).param("day", asOf).query(row -> {
            List<Fact> known = file(row, asOf);
            LocalDate born = row.getObject("born_on", LocalDate.class);
            if (born != null) {
                String source = row.getBoolean("identified") ? "policy.fact.source.citizen-id" : FILE;
                known.add(new Fact(Vocabulary.BORN, born, source, null));
            }
            LocalDate died = row.getObject("died_on", LocalDate.class);
            boolean alive = died == null || died.isAfter(asOf);
            known.add(new Fact(Vocabulary.ALIVE, alive, FILE, alive ? null : died));
            facts.put(Subject.person(row.getLong("id")), known);
        });
    }

    private void families(List<Long> ids, LocalDate asOf, Map<Subject, List<Fact>> facts) {
        jdbc.sql("""
                        select f.id, f.region_path, f.registered_on, f.reviewed_on, f.confirmed_on, x.exited_on,
                               (select count(*) from person p where p.family_id = f.id and p.role = 'PARENT'
                                and (p.died_on is null or p.died_on > :day) and (p.left_on is null or p.left_on > :day))
                               as living
                        from family f %s where f.id in (:ids)""".formatted(CLOSED)).param("ids", ids).param("day", asOf).query(row -> {
            List<Fact> known = file(row, asOf);
            BigDecimal living = BigDecimal.valueOf(row.getLong("living"));
            known.add(new Fact(Vocabulary.LIVING_MEMBERS, living, FILE, null));
            facts.put(Subject.family(row.getLong("id")), known);
        });
    }

    /** Status and region of the file as they were on that day. */
    private static List<Fact> file(ResultSet row, LocalDate asOf) throws SQLException {
        List<Fact> known = new ArrayList<>();
        LocalDate confirmed = on(row, "confirmed_on", asOf);
        LocalDate exited = on(row, "exited_on", asOf);
        boolean inForce = confirmed != null && exited == null;
        known.add(new Fact(Vocabulary.FAMILY_CONFIRMED, inForce, FILE, exited == null ? confirmed : exited));
        known.add(status(row, asOf));
        known.add(new Fact(Vocabulary.FILING_REGION, row.getString("region_path"), "policy.fact.source.region", null));
        return known;
    }

    private static Fact status(ResultSet row, LocalDate asOf) throws SQLException {
        String[] columns = {"exited_on", "confirmed_on", "reviewed_on", "registered_on"};
        String[] values = {"exited", "confirmed", "reviewed", "registered"};
        for (int i = 0; i < columns.length; i++) {
            LocalDate day = on(row, columns[i], asOf);
            if (day != null) {
                return new Fact(Vocabulary.FAMILY_STATUS, values[i], FILE, day);
            }
        }
        return new Fact(Vocabulary.FAMILY_STATUS, "lead", FILE, null);
    }

    private static @Nullable LocalDate on(ResultSet row, String column, LocalDate asOf) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return day == null || day.isAfter(asOf) ? null : day;
    }

    /** What was recorded of each person; an assessment that is due again no longer counts. */
    private void dated(List<Long> ids, LocalDate asOf, Map<Subject, List<Fact>> facts) {
        jdbc.sql("""
                        select d.person_id, d.name, d.value, d.valid_from, d.source, a.display_name
                        from dated_fact d left join account a on a.id = d.recorded_by
                        where d.person_id in (:ids) and d.superseded_at is null and d.name in (:names)
                          and d.valid_from <= :day and (d.valid_to is null or d.valid_to > :day)
                          and (d.next_due is null or d.next_due > :day)""")
                .param("ids", ids)
                .param("names", DATED.keySet())
                .param("day", asOf)
                .query(row -> {
                    List<Fact> known = facts.get(Subject.person(row.getLong("person_id")));
                    if (known != null) {
                        String name = word(row.getString("name"));
                        known.add(new Fact(
                                name,
                                value(name, row.getString("value")),
                                row.getString("source"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getString("display_name")));
                    }
                });
    }

    /** The word of the vocabulary for a dated fact's name; one of {@link #DATED}. */
    static String word(String datedName) {
        return Objects.requireNonNull(DATED.get(datedName), datedName);
    }

    static Object value(String name, String text) {
        return switch (Vocabulary.get(name).type()) {
            case BOOLEAN -> Boolean.valueOf(text);
            case NUMBER -> new BigDecimal(text);
            default -> text;
        };
    }

    /** A file is kept where the hukou is (口径待定), unless somebody recorded that this person's is elsewhere. */
    private static void hukou(@Nullable List<Fact> known) {
        if (known != null && known.stream().noneMatch(fact -> fact.name().equals(Vocabulary.HUKOU_LOCAL))) {
            known.add(new Fact(Vocabulary.HUKOU_LOCAL, true, "policy.fact.source.region", null));
        }
    }
}
