package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Subject;
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

    DatedFacts(
            FamilyRepository families,
            PersonRepository people,
            DatedFactRepository facts,
            Authors authors,
            Audit audit) {
        this.families = families;
        this.people = people;
        this.facts = facts;
        this.authors = authors;
        this.audit = audit;
    }

    /**
     * Records a fact of a person, or of the family where {@code personId} is null, from {@code fact.from()} on. A
     * statement that held on that day ends there; one that starts later limits the new one.
     */
    public void record(long familyId, @Nullable Long personId, NewFamily.NewFact fact) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        if (personId != null) {
            requireMember(familyId, personId);
        }
        Family.Author author = authors.now();
        List<DatedFact> current = facts.current(familyId, personId, fact.name());
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

    private void requireMember(long familyId, long personId) {
        if (people.findByIdAndFamilyId(personId, familyId).isEmpty()) {
            throw new NotFound();
        }
    }
}
