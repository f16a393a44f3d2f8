package org.nuanxin.account;

import java.time.LocalDate;

/**
 * Something that accounts hold and that somebody else takes over when they leave: each feature contributes its own. The
 * system administrator sees numbers only.
 */
public interface Holdings {

    /** Message key of its name. */
    String key();

    int order();

    /** How many the account holds. */
    long count(long accountId);

    /** Gives all of them to another account from the day on, in one statement. Returns how many. */
    long handOver(long accountId, long takerId, LocalDate from, String reason);
}
