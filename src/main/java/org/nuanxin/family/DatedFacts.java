package org.nuanxin.family;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what became true from a day on; what was known before stays readable. */
@Service
@Transactional
public class DatedFacts {

    private final FamilyRepository families;
    private final PersonRepository people;
    private final DatedFactRepository facts;
    private final Authors authors;
    private final Audit audit;
    private final JdbcClient jdbc;

    DatedFacts(
            FamilyRepository families,
            PersonRepository people,
            DatedFactRepository facts,
            Authors authors,
            Audit audit,
            JdbcClient jdbc) {
        this.families = families;
        this.people = people;
        this.facts = facts;
        this.authors = authors;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * What is held true.
     *
     * @param personId null for a fact of the family
     * @param nextDue when it should be looked at again
     */
    public record Known(
            @Nullable Long personId,
            String name,
            String value,
            LocalDate from,
            @Nullable LocalDate nextDue,
            String source) {}

    /** What is known now about that day of one family and its members, in one statement. */
    @Transactional(readOnly = true)
    public List<Known> on(long familyId, LocalDate day) {
        return on(familyId, day, Instant.MAX);
    }

    /** What was known at a moment about that day; {@link Instant#MAX} for what is known now. One statement. */
    @Transactional(readOnly = true)
    public List<Known> on(long familyId, LocalDate day, Instant knownAt) {
        boolean now = knownAt.equals(Instant.MAX);
        return jdbc.sql("""
                        select person_id, name, value, valid_from, next_due, source from dated_fact
                        where family_id = :family and valid_from <= :day and (valid_to is null or valid_to > :day)
                          and %s
                        order by person_id, name""".formatted(now ? "superseded_at is null" : """
                        recorded_at <= :known and (superseded_at is null or superseded_at > :known)"""))
                .param("family", familyId)
                .param("day", day)
                .param("known", now ? null : Timestamp.from(knownAt))
                .query((row, n) -> new Known(
                        row.getObject(1, Long.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }

    /**
     * Records a fact of a person, or of the family where {@code personId} is null, from {@code fact.from()} on. A
     * statement that held on that day ends there; one that starts later limits the new one. Said already, word for word,
     * it changes nothing.
     */
    public void record(long familyId, @Nullable Long personId, NewFamily.NewFact fact) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        if (personId != null) {
            requireMember(familyId, personId);
        }
        Family.Author author = authors.now();
        List<DatedFact> current = facts.current(familyId, personId, fact.name());
        if (current.stream().anyMatch(known -> known.says(fact))) {
            return;
        }
        String before = null;
        LocalDate until = null;
        for (DatedFact known : current) {
            LocalDate ends = known.validTo();
            boolean reachesIn = known.validFrom().isBefore(fact.from()) && (ends == null || ends.isAfter(fact.from()));
            if (reachesIn) {
                before = known.value();
                known.supersede(author);
                facts.flush();
                facts.save(known.until(family, fact.from(), author));
                until = ends;
            } else if (known.validFrom().isEqual(fact.from())) {
                before = known.value();
                known.supersede(author);
                until = ends;
            } else if (known.validFrom().isAfter(fact.from()) && until == null) {
                until = known.validFrom();
            }
        }
        facts.flush();
        facts.save(new DatedFact(family, personId, fact, until, author));
        facts.flush();
        Act act = Act.of("family.fact-recorded", familyId)
                .because(fact.source())
                .changing(Act.Change.of("fact." + fact.name(), before, fact.value()));
        audit.record(personId == null ? act : act.on(Subject.person(personId)));
    }

    /** All that stands about a person, each from its day on, for a second file of theirs. */
    @Transactional(readOnly = true)
    List<NewFamily.NewFact> known(long familyId, long personId) {
        return jdbc.sql("""
                        select name, value, valid_from, next_due, source from dated_fact
                        where family_id = :family and person_id = :person and superseded_at is null and valid_to is null
                        order by name""")
                .param("family", familyId)
                .param("person", personId)
                .query((row, n) -> new NewFamily.NewFact(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)))
                .list();
    }

    private void requireMember(long familyId, long personId) {
        if (people.findByIdAndFamilyId(personId, familyId).isEmpty()) {
            throw new NotFound();
        }
    }
}
