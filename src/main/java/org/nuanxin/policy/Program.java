package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Subject;

/**
 * Something a person, a family or a Care Group may receive.
 *
 * @param start how it begins: decided for everybody, or on request
 * @param needsAdoption whether each county decides to give it at all
 * @param offer what it gives, in a sentence
 * @param when what it waits for; only where it is on request
 * @param help what else may help where the answer is no
 * @param folded told only when asked for
 * @param source the clause it was read from, null where the Reply does not name it
 */
public record Program(
        String code,
        Wording name,
        Beneficiary beneficiary,
        Cadence cadence,
        Start start,
        boolean needsAdoption,
        List<String> funders,
        Wording offer,
        @Nullable Wording when,
        Wording help,
        boolean folded,
        RuleVersion.@Nullable Source source) {

    /** For whom an entitlement counts; what is once per child is asked for by the family. */
    public enum Beneficiary {
        PERSON(Subject.Kind.PERSON),
        FAMILY(Subject.Kind.FAMILY),
        CARE_GROUP(Subject.Kind.CARE_GROUP),
        CHILD(Subject.Kind.FAMILY);

        private final Subject.Kind subject;

        Beneficiary(Subject.Kind subject) {
            this.subject = subject;
        }

        /** Whose facts decide. */
        public Subject.Kind subject() {
            return subject;
        }
    }

    public enum Cadence {
        MONTHLY,
        YEARLY,
        ONCE,
        EVENT,
        SERVICE;

        /** The first day of the period after the one that holds {@code day}. */
        LocalDate nextPeriod(LocalDate day) {
            return this == YEARLY
                    ? LocalDate.of(day.getYear() + 1, 1, 1)
                    : day.plusMonths(1).withDayOfMonth(1);
        }
    }

    public enum Start {
        PERIODIC,
        EVENT,
        APPLICATION
    }
}
