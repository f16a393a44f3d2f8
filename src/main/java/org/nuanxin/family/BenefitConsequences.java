package org.nuanxin.family;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Decisions;
import org.nuanxin.policy.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change means for the file and for what its people may receive today. */
@Component
@Transactional(readOnly = true)
class BenefitConsequences implements Consequences {

    private final PersonRepository people;
    private final Decisions decisions;
    private final Formats formats;

    BenefitConsequences(PersonRepository people, Decisions decisions, Formats formats) {
        this.people = people;
        this.decisions = decisions;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Line> foresee(FamilyChange change) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(change.kind().exits() ? "file-check" : "file-text", "family.foresee." + change.kind()));
        List<Decision> ending = ending(change);
        if (!ending.isEmpty()) {
            lines.add(Line.of(
                    "coin",
                    "family.foresee.benefits-end",
                    ending.size(),
                    ending.stream()
                            .map(decision -> formats.name(
                                    decision.program().name().zh(),
                                    decision.program().name().en()))
                            .distinct()
                            .collect(Collectors.joining(formats.english() ? ", " : "、"))));
        }
        return lines;
    }

    /** What is received today by those whom the change takes out of care. */
    private List<Decision> ending(FamilyChange change) {
        List<Subject> subjects = new ArrayList<>();
        if (change.kind().exits()) {
            people.findByFamilyIdOrderById(change.familyId()).stream()
                    .filter(person -> person.active() && person.diedOn() == null)
                    .forEach(person -> subjects.add(Subject.person(person.id())));
            subjects.add(Subject.family(change.familyId()));
        } else if (change.kind() == FamilyChange.Kind.PARENT_DIED && change.personId() != null) {
            subjects.add(Subject.person(change.personId()));
        }
        return subjects.isEmpty()
                ? List.of()
                : decisions.decide(subjects, formats.today()).stream()
                        .filter(decision -> decision.outcome() == Outcome.ELIGIBLE)
                        .toList();
    }
}
