package org.nuanxin.family;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A feature's say before a step of a file is taken: papers held, notice over, the right department, no kin. */
public interface StepGuard {

    /** A step of the file that can be refused. */
    enum Step {
        REVIEW,
        CONFIRM
    }

    /** Why families must not take the step now, by family, as message keys; those not named may. One statement for all. */
    Map<Long, String> refusals(Step step, Collection<Long> familyIds);

    /** What is missing, in words, told before the button; only what {@link #refusals} names stops the step. */
    default List<String> missing(Step step, long familyId) {
        return List.of();
    }
}
