package org.nuanxin.family;

import java.util.function.LongSupplier;
import org.hibernate.exception.ConstraintViolationException;
import org.nuanxin.common.Rejected;
import org.springframework.dao.DataIntegrityViolationException;

/** A form sent twice at once: the second sending finds what the first one wrote. */
final class FirstWins {

    private FirstWins() {}

    /** Runs work that looks for its client id first; once more where another sending was quicker. */
    static long of(LongSupplier work) {
        try {
            return work.getAsLong();
        } catch (DataIntegrityViolationException | ConstraintViolationException | Rejected raced) {
            return work.getAsLong();
        }
    }
}
