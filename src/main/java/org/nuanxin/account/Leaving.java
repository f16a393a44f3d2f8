package org.nuanxin.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 离任交接: everything a leaver holds goes to one colleague, the regions end and the account closes, or nothing does. */
@Service
@Transactional
class Leaving {

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final Colleagues colleagues;
    private final List<Holdings> holdings;
    private final AccountTrail trail;
    private final Clock clock;

    Leaving(
            AccountRepository accounts,
            AccountGrantRepository grants,
            Colleagues colleagues,
            List<Holdings> holdings,
            AccountTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.colleagues = colleagues;
        this.holdings = holdings.stream()
                .sorted(Comparator.comparingInt(Holdings::order))
                .toList();
        this.trail = trail;
        this.clock = clock;
    }

    /** So many of one kind; {@code key} is the message key of its name. */
    record Held(String key, long count) {}

    @Transactional(readOnly = true)
    List<Held> heldBy(long accountId) {
        return holdings.stream()
                .map(one -> new Held(one.key(), one.count(accountId)))
                .toList();
    }

    /**
     * Hands over, ends the grants and closes the account.
     *
     * @param takerId who takes over; null only where nothing is held
     * @param on today or earlier
     * @throws Rejected without a fitting taker, for one's own account, or for a day to come
     */
    void leave(long accountId, @Nullable Long takerId, LocalDate on, String reason) {
        Account account = AccountKeeping.other(accounts, accountId);
        if (account.leftOn() != null) {
            throw new Rejected("account.reject.left");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new Rejected("account.reject.leave-day");
        }
        AccountAct act =
                AccountAct.on(accountId, "account.left").because(reason).changing("account.left-on", null, on);
        List<Held> held = heldBy(accountId);
        if (held.stream().anyMatch(one -> one.count() > 0)) {
            Account taker = taker(accountId, takerId);
            act = act.changing("account.taker", null, taker.displayName());
            AccountAct taken = AccountAct.on(taker.id(), "account.took-over")
                    .because(reason)
                    .changing("account.taken-from", null, account.displayName());
            for (Holdings one : holdings) {
                long count = one.handOver(accountId, taker.id(), on, reason);
                act = act.changing(one.key(), null, count == 0 ? null : count);
                taken = taken.changing(one.key(), null, count == 0 ? null : count);
            }
            trail.record(taken);
        }
        for (AccountGrant grant : grants.findByAccountIdOrderByValidFromDescIdDesc(accountId)) {
            if (!grant.overBy(on)) {
                LocalDate from = grant.days().from();
                grant.end(on.isBefore(from) ? from : on, reason);
            }
        }
        account.leave(on, reason);
        trail.record(act);
    }

    private Account taker(long accountId, @Nullable Long takerId) {
        if (takerId == null) {
            throw new Rejected("account.error.taker");
        }
        if (colleagues.whoCouldTakeOver(accountId).stream().noneMatch(one -> one.id() == takerId)) {
            throw new Rejected("account.reject.taker");
        }
        return accounts.findById(takerId).orElseThrow(NotFound::new);
    }
}
