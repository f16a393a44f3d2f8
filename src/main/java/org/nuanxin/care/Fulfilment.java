package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a visit fulfils, and how.
 *
 * @param byWish the family wants no visits at home
 * @param declinedOn the last day the family turned a visitor away, null if never
 */
record Fulfilment(
        LocalDate on,
        Channel channel,
        boolean met,
        boolean byWish,
        @Nullable LocalDate declinedOn) {

    /** How the visit closes the task; empty when it does not. */
    Optional<TaskStatus> of(TaskKind kind, LocalDate opensOn) {
        if (on.isBefore(opensOn) || kind == TaskKind.REASSESSMENT || kind == TaskKind.REVERIFICATION) {
            return Optional.empty();
        }
        if (!met && !channel.byWish()) {
            return Optional.empty();
        }
        if (met && suits(kind)) {
            return Optional.of(TaskStatus.DONE);
        }
        return refuses(opensOn) ? Optional.of(TaskStatus.FULFILLED_OTHERWISE) : Optional.empty();
    }

    private boolean suits(TaskKind kind) {
        return switch (kind) {
            case FIRST_VISIT, FESTIVAL, HOME_VISIT -> channel == Channel.HOME;
            case TIMELY_CARE -> channel.inPerson();
            case ROUTINE_CONTACT -> channel.inPerson() || channel == Channel.PHONE;
            case REVERIFICATION, REASSESSMENT -> false;
        };
    }

    /** Who refuses visits is cared for 按其意愿; a refusal since the task opened counts as well. */
    private boolean refuses(LocalDate opensOn) {
        return byWish || (declinedOn != null && !declinedOn.isBefore(opensOn) && !declinedOn.isAfter(on));
    }
}
