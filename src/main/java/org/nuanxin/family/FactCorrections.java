package org.nuanxin.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mends what was said about a person: another value or day with its reason, or an end after which nothing is known. */
@Service
@Transactional
public class FactCorrections {

    private final FamilyRepository families;
    private final DatedFactRepository facts;
    private final Authors authors;
    private final Audit audit;

    FactCorrections(FamilyRepository families, DatedFactRepository facts, Authors authors, Audit audit) {
        this.families = families;
        this.facts = facts;
        this.authors = authors;
        this.audit = audit;
    }

    /** Somebody mended this statement before: it is no longer what we hold true. */
    public static class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Puts a right statement in the place of a wrong one; its end stays. Moved to an earlier day it shortens the one
     * before, moved to a later day the one that ended where it began goes on until then.
     *
     * @throws Outdated where the statement is no longer held true
     * @throws Rejected where it would begin before the one before it, or after its own end
     */
    public void correct(long familyId, long statement, NewFamily.NewFact right, String reason) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        DatedFact wrong = held(familyId, statement);
        LocalDate to = wrong.validTo();
        if (!wrong.name().equals(right.name()) || to != null && !right.from().isBefore(to)) {
            throw new Rejected("family.reject.fact-after-its-end");
        }
        Family.Author author = authors.now();
        DatedFact before = null;
        for (DatedFact other : facts.current(familyId, wrong.personId(), wrong.name())) {
            if (other.validFrom().isBefore(wrong.validFrom())) {
                before = other;
            }
        }
        wrong.supersede(author, reason);
        if (before != null) {
            fit(family, before, wrong, right.from(), author);
        }
        facts.flush();
        facts.save(new DatedFact(family, wrong.personId(), right, to, author));
        facts.flush();
        record("family.fact-corrected", familyId, wrong, reason, changes(wrong, right));
    }

    /** The statement before, up to where the corrected one begins now. */
    private void fit(Family family, DatedFact before, DatedFact wrong, LocalDate from, Family.Author author) {
        if (!from.isAfter(before.validFrom())) {
            throw new Rejected("family.reject.fact-before-another");
        }
        LocalDate ended = before.validTo();
        boolean adjoined = wrong.validFrom().equals(ended);
        boolean reachesIn = ended != null && ended.isAfter(from);
        if ((adjoined || reachesIn) && !from.equals(ended)) {
            before.supersede(author);
            facts.flush();
            facts.save(before.until(family, from, author));
        }
    }

    /**
     * Ends a statement: from that day on nothing is known until somebody records it.
     *
     * @param on the first day it is no longer true
     */
    public void end(long familyId, long statement, LocalDate on, String reason) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        DatedFact held = held(familyId, statement);
        LocalDate to = held.validTo();
        if (!on.isAfter(held.validFrom()) || to != null && !on.isBefore(to)) {
            throw new Rejected("family.reject.fact-end-outside");
        }
        Family.Author author = authors.now();
        held.supersede(author, reason);
        facts.flush();
        facts.save(held.until(family, on, author));
        facts.flush();
        record("family.fact-ended", familyId, held, reason, List.of(new Change("fact-to", text(to), on.toString())));
    }

    private DatedFact held(long familyId, long statement) {
        DatedFact held = facts.findByIdAndFamilyId(statement, familyId).orElseThrow(NotFound::new);
        if (held.superseded()) {
            throw new Outdated();
        }
        return held;
    }

    private static List<Change> changes(DatedFact wrong, NewFamily.NewFact right) {
        List<Change> changes = new ArrayList<>(Change.of("fact." + wrong.name(), wrong.value(), right.value()));
        changes.addAll(Change.of("fact-from", wrong.validFrom(), right.from()));
        changes.addAll(Change.of("fact-due", wrong.nextDue(), right.nextDue()));
        changes.addAll(Change.of("fact-source", wrong.source(), right.source()));
        return changes;
    }

    private void record(String action, long familyId, DatedFact fact, String reason, List<Change> changes) {
        Act act = Act.of(action, familyId).because(reason).changing(changes);
        Long person = fact.personId();
        audit.record(person == null ? act : act.on(Subject.person(person)));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
