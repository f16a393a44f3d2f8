package org.nuanxin.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something done to an account, for its own history.
 *
 * @param accountId whose history; null for an act on no account in particular, such as an export
 * @param action dotted name; its words are the message {@code audit.<action>}
 * @param actorId who did it; null for the account that acts now
 */
public record AccountAct(
        String action,
        @Nullable Long accountId,
        @Nullable Long actorId,
        @Nullable String reason,
        List<Change> changes) {

    /** One field before and after; {@code field} is the end of the message key {@code audit.field.<field>}. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    static AccountAct on(long accountId, String action) {
        return new AccountAct(action, accountId, null, null, List.of());
    }

    AccountAct because(@Nullable String why) {
        return new AccountAct(action, accountId, actorId, why == null || why.isBlank() ? null : why, changes);
    }

    AccountAct by(long actor) {
        return new AccountAct(action, accountId, actor, reason, changes);
    }

    /** Adds a change, where there is one. */
    AccountAct changing(String field, @Nullable Object before, @Nullable Object after) {
        String from = before == null ? null : before.toString();
        String to = after == null ? null : after.toString();
        if (Objects.equals(from, to)) {
            return this;
        }
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(field, from, to));
        return new AccountAct(action, accountId, actorId, reason, List.copyOf(more));
    }
}
