package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuanxin.common.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what every program gives to whom, as of any day: the one path from facts to an answer. */
@Service
@Transactional(readOnly = true)
public class Decisions {

    private final Facts facts;
    private final Rules rules;
    private final Adoptions adoptions;

    Decisions(Facts facts, Rules rules, Adoptions adoptions) {
        this.facts = facts;
        this.rules = rules;
        this.adoptions = adoptions;
    }

    /**
     * One decision per subject and program that is for such subjects, in the order of subjects, then programs. The
     * number of statements does not depend on the number of subjects; a table is evaluated once per distinct profile.
     */
    public List<Decision> decide(Collection<Subject> subjects, LocalDate asOf) {
        Map<Subject, Map<String, Fact>> known = facts.of(subjects, asOf);
        List<Program> programs = rules.programs();
        DecisionRun run = new DecisionRun(asOf, rules, adoptions.on(asOf));
        List<Decision> decisions = new ArrayList<>();
        for (Subject subject : subjects) {
            Map<String, Fact> facts = known.getOrDefault(subject, Map.of());
            for (Program program : programs) {
                if (program.beneficiary().subject() == subject.kind()) {
                    decisions.add(run.decide(program, subject, facts));
                }
            }
        }
        return decisions;
    }
}
