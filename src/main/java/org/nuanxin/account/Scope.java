package org.nuanxin.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For whom the current thread reads and writes. Every connection is bound to it at checkout; with no scope nothing of a
 * family is visible.
 */
public sealed interface Scope {

    /** An account working in one of its grants; the database reads the grants afresh. */
    record OfAccount(long accountId, @Nullable Long grantId) implements Scope {}

    /** A job over a region's subtree, on behalf of an account. */
    record OfRegion(String regionPath, long actorId) implements Scope {}

    /** The scope of this thread, or null. */
    static @Nullable Scope current() {
        return Holder.CURRENT.get();
    }

    /** The account that acts. Throws {@link IllegalStateException} where nothing is bound. */
    static long actor() {
        Scope scope = Holder.CURRENT.get();
        if (scope instanceof OfAccount account) {
            return account.accountId();
        }
        if (scope instanceof OfRegion region) {
            return region.actorId();
        }
        throw new IllegalStateException("no scope is bound: nothing would be visible");
    }

    /** Runs a job over a region. A job without a scope would see nothing and report success: it must fail instead. */
    static void run(String regionPath, long actorId, Runnable job) {
        call(new OfRegion(regionPath, actorId), () -> {
            job.run();
            return true;
        });
    }

    /** Runs with the scope bound to this thread; not inside a transaction, whose connection is already bound. */
    static <T> T call(Scope scope, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the scope cannot change inside a transaction");
        }
        Scope before = Holder.CURRENT.get();
        Holder.CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            if (before == null) {
                Holder.CURRENT.remove();
            } else {
                Holder.CURRENT.set(before);
            }
        }
    }

    /** Keeps the thread's scope out of reach. */
    final class Holder {

        private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

        private Holder() {}
    }
}
