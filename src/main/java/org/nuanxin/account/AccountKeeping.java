package org.nuanxin.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a system administrator does with accounts; never with their own. */
@Service
@Transactional
class AccountKeeping {

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final AccountTrail trail;

    AccountKeeping(
            AccountRepository accounts,
            AccountGrantRepository grants,
            PasswordEncoder passwords,
            PasswordRule rule,
            AccountTrail trail) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.rule = rule;
        this.trail = trail;
    }

    /** A new account with its first region. */
    record Wanted(
            String username,
            String displayName,
            Department department,
            Set<Role> roles,
            String regionPath,
            DateRange days,
            String reason) {}

    /** The account, and the password that is shown this once. */
    record Made(long id, String password) {}

    /** Throws {@link Rejected} where the username is taken or the roles do not go together. */
    Made create(Wanted wanted) {
        String username = wanted.username().toLowerCase(Locale.ROOT);
        if (!Account.fitTogether(wanted.roles())) {
            throw new Rejected("account.reject.roles");
        }
        if (accounts.findByUsername(username).isPresent()) {
            throw new Rejected("account.error.username-taken");
        }
        String password = rule.random();
        Account account = new Account(username, wanted.displayName(), wanted.department(), "unset", wanted.roles());
        account.givePassword(passwords.encode(password));
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException raced) {
            throw new Rejected("account.error.username-taken");
        }
        AccountGrant grant =
                grants.save(new AccountGrant(account.id(), wanted.regionPath(), wanted.days(), wanted.reason()));
        AccountAct act = AccountAct.on(account.id(), "account.created")
                .because(wanted.reason())
                .changing("account.username", null, username)
                .changing("account.display-name", null, wanted.displayName())
                .changing("account.department", null, wanted.department())
                .changing("account.roles", null, words(wanted.roles()));
        trail.record(GrantKeeping.described(act, grant));
        return new Made(account.id(), password);
    }

    /** Name, department and roles. Throws {@link StaleVersion} where somebody was quicker. */
    void edit(long id, int version, String displayName, Department department, Set<Role> roles, String reason) {
        Account account = other(id);
        if (account.version() != version) {
            throw new StaleVersion(
                    "/admin/accounts/" + id + "/edit",
                    List.of(new StaleVersion.Difference("account.displayName", account.displayName(), displayName)));
        }
        AccountAct act = AccountAct.on(id, "account.edited")
                .because(reason)
                .changing("account.display-name", account.displayName(), displayName)
                .changing("account.department", account.department(), department)
                .changing("account.roles", words(account.roles()), words(roles));
        account.describe(displayName, department, roles);
        if (!act.changes().isEmpty()) {
            trail.record(act);
        }
    }

    /** A new password, shown this once; open sessions of the account end. */
    String resetPassword(long id, String reason) {
        Account account = other(id);
        String password = rule.random();
        account.givePassword(passwords.encode(password));
        trail.record(AccountAct.on(id, "account.password-reset").because(reason));
        return password;
    }

    void disable(long id, String reason) {
        other(id).disable(reason);
        trail.record(AccountAct.on(id, "account.disabled").because(reason));
    }

    void enable(long id, String reason) {
        other(id).enable();
        trail.record(AccountAct.on(id, "account.enabled").because(reason));
    }

    /** One's own password. Throws {@link Rejected} with the field's fault. */
    void changePassword(long id, String current, String wanted) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        if (!passwords.matches(current, account.passwordHash())) {
            throw new Rejected("account.error.password-current");
        }
        if (current.equals(wanted)) {
            throw new Rejected("account.error.password-same");
        }
        rule.fault(wanted, account.username()).ifPresent(fault -> {
            throw new Rejected(fault);
        });
        account.changePassword(passwords.encode(wanted));
        trail.record(AccountAct.on(id, "account.password-changed"));
    }

    private Account other(long id) {
        return other(accounts, id);
    }

    /** Somebody else's account. Throws {@link Rejected} for one's own. */
    static Account other(AccountRepository accounts, long id) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        if (Scope.actor() == id) {
            throw new Rejected("account.reject.own");
        }
        return account;
    }

    /** Names of the roles in a fixed order, for the trail. */
    static String words(Set<Role> roles) {
        return String.join(",", new TreeSet<>(roles).stream().map(Role::name).toList());
    }
}
