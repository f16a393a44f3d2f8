package org.nuanxin.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where acts on accounts are written and read; the trail above contributes it. */
public interface AccountTrail {

    /** An act as the history of an account shows it. */
    record Entry(
            long id,
            Instant at,
            @Nullable String actor,
            String action,
            @Nullable String reason,
            List<AccountAct.Change> changes) {}

    /** Writes the act inside the transaction at hand: no trail, no act. */
    void record(AccountAct act);

    /** Acts on an account, newest first, older than the entry with the id {@code before}. */
    List<Entry> ofAccount(long accountId, long before, int limit);
}
