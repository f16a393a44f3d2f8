package org.nuanxin.audit;

import java.util.List;
import org.nuanxin.account.AccountAct;
import org.nuanxin.account.AccountTrail;
import org.nuanxin.account.Scope;
import org.nuanxin.common.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of an account; it names no family, and only who keeps accounts or audits them reads it. */
@Component
class AccountActs implements AccountTrail {

    private final Audit audit;

    AccountActs(Audit audit) {
        this.audit = audit;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AccountAct act) {
        Long account = act.accountId();
        Long actor = act.actorId();
        audit.record(
                actor == null ? Scope.actor() : actor,
                List.of(new Act(
                        act.action(),
                        null,
                        account == null ? null : Subject.account(account),
                        act.reason(),
                        act.changes().stream()
                                .map(change -> new Act.Change(change.field(), change.before(), change.after()))
                                .toList())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> ofAccount(long accountId, long before, int limit) {
        return audit.ofAccount(accountId, before, limit).stream()
                .map(entry -> new Entry(
                        entry.id(),
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.reason(),
                        entry.changes().stream()
                                .map(change -> new AccountAct.Change(change.field(), change.before(), change.after()))
                                .toList()))
                .toList();
    }
}
