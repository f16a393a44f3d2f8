package org.nuanxin.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody is away and a colleague stands in: the colleague sees the regions for those days, and no longer. */
@Service
@Transactional
class Absences {

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final AbsenceRepository absences;
    private final AccountTrail trail;
    private final Clock clock;

    Absences(
            AccountRepository accounts,
            AccountGrantRepository grants,
            AbsenceRepository absences,
            AccountTrail trail,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.absences = absences;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Records the absence and lets the stand-in into the regions of who is away.
     *
     * @param days {@code [from, to)}, with an end that is still to come
     * @throws Rejected where the stand-in cannot do what who is away does
     */
    void record(long accountId, long standInId, DateRange days, String reason) {
        Account away = AccountKeeping.other(accounts, accountId);
        Account standIn = AccountKeeping.other(accounts, standInId);
        LocalDate to = days.to();
        if (to == null || !to.isAfter(days.from()) || !to.isAfter(LocalDate.now(clock))) {
            throw new Rejected("account.reject.absence-days");
        }
        if (accountId == standInId || !standIn.enabled() || Collections.disjoint(away.roles(), standIn.roles())) {
            throw new Rejected("account.reject.stand-in");
        }
        List<AccountGrant> wanted = new ArrayList<>();
        Absence absence = absences.save(new Absence(accountId, standInId, days, reason, Scope.actor()));
        for (AccountGrant own : grants.findByAccountIdOrderByValidFromDescIdDesc(accountId)) {
            DateRange shared = own.absenceId() == null ? GrantKeeping.shared(own.days(), days) : null;
            if (shared != null && !own.overBy(shared.from())) {
                wanted.add(AccountGrant.standIn(absence, own.regionPath(), shared));
            }
        }
        if (wanted.isEmpty()) {
            throw new Rejected("account.reject.absence-no-region");
        }
        wanted.forEach(grants::save);
        trail.record(AccountAct.on(accountId, "account.absence-recorded")
                .because(reason)
                .changing("account.stand-in", null, standIn.displayName())
                .changing("account.from", null, days.from())
                .changing("account.to", null, to));
        trail.record(AccountAct.on(standInId, "account.stands-in")
                .because(reason)
                .changing("account.stands-in-for", null, away.displayName())
                .changing("account.from", null, days.from())
                .changing("account.to", null, to));
    }

    /** Back before the time: the stand-in is out from that day on. */
    void end(long accountId, long absenceId, LocalDate on, String reason) {
        AccountKeeping.other(accounts, accountId);
        Absence absence = absences.findByIdAndAccountId(absenceId, accountId).orElseThrow(NotFound::new);
        LocalDate before = absence.validTo();
        absence.end(on, reason);
        for (AccountGrant grant : grants.findByAbsenceId(absenceId)) {
            if (!grant.overBy(on)) {
                grant.end(on.isBefore(grant.days().from()) ? grant.days().from() : on, reason);
            }
        }
        for (long concerned : List.of(accountId, absence.standInId())) {
            trail.record(AccountAct.on(concerned, "account.absence-ended")
                    .because(reason)
                    .changing("account.to", before, absence.validTo()));
        }
    }
}
