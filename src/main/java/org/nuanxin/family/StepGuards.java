package org.nuanxin.family;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Component;

/** All guards together; the first one's reason is the one that is said. */
@Component
class StepGuards {

    private final List<StepGuard> guards;

    StepGuards(List<StepGuard> guards) {
        this.guards = guards;
    }

    Map<Long, String> refusals(StepGuard.Step step, Collection<Long> familyIds) {
        Map<Long, String> refusals = new HashMap<>();
        if (!familyIds.isEmpty()) {
            guards.forEach(guard -> guard.refusals(step, familyIds).forEach(refusals::putIfAbsent));
        }
        return refusals;
    }

    /** Throws {@link Rejected} with the reason. */
    void check(StepGuard.Step step, long familyId) {
        String reason = refusals(step, List.of(familyId)).get(familyId);
        if (reason != null) {
            throw new Rejected(reason);
        }
    }

    List<String> missing(StepGuard.Step step, long familyId) {
        return guards.stream()
                .flatMap(guard -> guard.missing(step, familyId).stream())
                .toList();
    }
}
