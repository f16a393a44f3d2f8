package org.nuanxin.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Regions of an account: given for a time, ended, or taken back where they were entered wrong. */
@Service
@Transactional
class GrantKeeping {

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final AccountTrail trail;

    GrantKeeping(AccountRepository accounts, AccountGrantRepository grants, AccountTrail trail) {
        this.accounts = accounts;
        this.grants = grants;
        this.trail = trail;
    }

    /** Throws {@link Rejected} where the account has the region on one of these days already. */
    void grant(long accountId, String regionPath, DateRange days, String reason) {
        AccountKeeping.other(accounts, accountId);
        AccountGrant grant = add(accountId, regionPath, days, reason);
        trail.record(described(AccountAct.on(accountId, "account.granted").because(reason), grant));
    }

    void end(long accountId, long grantId, LocalDate on, String reason) {
        AccountGrant grant = own(accountId, grantId);
        LocalDate before = grant.days().to();
        grant.end(on, reason);
        trail.record(AccountAct.on(accountId, "account.grant-ended")
                .because(reason)
                .changing("account.region", grant.regionPath(), null)
                .changing("account.to", before, on));
    }

    /** What was entered wrong never counts again; the right one takes its place, with its own dates. */
    void correct(long accountId, long grantId, String regionPath, DateRange days, String reason) {
        AccountGrant wrong = own(accountId, grantId);
        AccountAct act = AccountAct.on(accountId, "account.grant-corrected").because(reason);
        DateRange before = wrong.days();
        wrong.takeBack(reason);
        grants.flush();
        AccountGrant right = add(accountId, regionPath, days, reason);
        trail.record(act.changing("account.region", wrong.regionPath(), right.regionPath())
                .changing("account.from", before.from(), days.from())
                .changing("account.to", before.to(), days.to()));
    }

    private AccountGrant add(long accountId, String regionPath, DateRange days, String reason) {
        boolean overlaps = grants.findByAccountIdOrderByValidFromDescIdDesc(accountId).stream()
                .anyMatch(grant -> grant.absenceId() == null
                        && grant.regionPath().equals(regionPath)
                        && overlap(grant.days(), days));
        if (overlaps) {
            throw new Rejected("account.reject.grant-overlap");
        }
        return grants.saveAndFlush(new AccountGrant(accountId, regionPath, days, reason));
    }

    private AccountGrant own(long accountId, long grantId) {
        AccountKeeping.other(accounts, accountId);
        AccountGrant grant = grants.findByIdAndAccountId(grantId, accountId).orElseThrow(NotFound::new);
        if (grant.absenceId() != null) {
            throw new Rejected("account.reject.stand-in-grant");
        }
        if (grant.takenBack()) {
            throw new Rejected("account.reject.grant-ended");
        }
        return grant;
    }

    /** Whether two half-open ranges share a day. */
    static boolean overlap(DateRange a, DateRange b) {
        return shared(a, b) != null;
    }

    /** The days that two ranges share; null where there are none. */
    static @Nullable DateRange shared(DateRange a, DateRange b) {
        LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
        LocalDate to = a.to() == null ? b.to() : b.to() == null || a.to().isBefore(b.to()) ? a.to() : b.to();
        return to != null && !to.isAfter(from) ? null : new DateRange(from, to);
    }

    static AccountAct described(AccountAct act, AccountGrant grant) {
        return act.changing("account.region", null, grant.regionPath())
                .changing("account.from", null, grant.days().from())
                .changing("account.to", null, grant.days().to());
    }
}
