package org.nuanxin.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Subject;

/**
 * Something an account did or saw.
 *
 * @param action dotted name such as {@code family.viewed}; its words are the message {@code audit.<action>}
 * @param familyId the family concerned, null where none is
 * @param reason what the person gave as reason, where one is asked
 * @param changes before and after; sensitive values already masked
 */
public record Act(
        String action,
        @Nullable Long familyId,
        @Nullable Subject subject,
        @Nullable String reason,
        List<Change> changes) {

    /** One field; {@code field} is a message key. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {

        /** No entry where nothing changed. */
        public static List<Change> of(String field, @Nullable Object before, @Nullable Object after) {
            String from = before == null ? null : before.toString();
            String to = after == null ? null : after.toString();
            return Objects.equals(from, to) ? List.of() : List.of(new Change(field, from, to));
        }
    }

    public static Act of(String action, long familyId) {
        return new Act(action, familyId, null, null, List.of());
    }

    /** An act that concerns no family. */
    public static Act general(String action) {
        return new Act(action, null, null, null, List.of());
    }

    public Act on(Subject on) {
        return new Act(action, familyId, on, reason, changes);
    }

    public Act because(@Nullable String why) {
        return new Act(action, familyId, subject, why, changes);
    }

    public Act changing(List<Change> changed) {
        return new Act(action, familyId, subject, reason, changed);
    }
}
