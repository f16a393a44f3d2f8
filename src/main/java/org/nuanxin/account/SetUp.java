package org.nuanxin.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first administrator, by a code that only who reads the log of the start can know. */
@Service
@Transactional
class SetUp {

    /** How long a code is good. */
    static final Duration VALID = Duration.ofHours(24);
    /** A younger code was printed by an instance that started together with this one. */
    static final Duration TOGETHER = Duration.ofMinutes(5);

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final Regions regions;
    private final PasswordEncoder passwords;
    private final PasswordRule rule;
    private final AccountTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    SetUp(
            AccountRepository accounts,
            AccountGrantRepository grants,
            Regions regions,
            PasswordEncoder passwords,
            PasswordRule rule,
            AccountTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.regions = regions;
        this.passwords = passwords;
        this.rule = rule;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A fresh code, which replaces an older one; empty where an instance made one in these minutes. */
    Optional<String> newCode() {
        String code = rule.random();
        Instant now = clock.instant();
        int made = jdbc.sql("""
                        insert into account_set_up (id, code_hash, made_at, expires_at) values (1, :hash, :now, :until)
                        on conflict (id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at,
                            expires_at = excluded.expires_at
                        where account_set_up.used_at is null and account_set_up.made_at < :together""")
                .param("hash", passwords.encode(code))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(VALID)))
                .param("together", Timestamp.from(now.minus(TOGETHER)))
                .update();
        return made == 1 ? Optional.of(code) : Optional.empty();
    }

    /** Nobody has an account yet. */
    @Transactional(readOnly = true)
    boolean isOpen() {
        return accounts.count() == 0;
    }

    /** Who sets the portal up. */
    record First(String code, String username, String displayName, String password) {}

    private record Stored(
            String hash, Instant expiresAt, @Nullable Instant usedAt) {}

    /**
     * Makes the first system administrator; the code is used up. Of two at once the second waits, and finds the door shut.
     *
     * @throws NotFound where there is an account already
     * @throws Rejected for a code that is wrong or too old, or a weak password
     */
    void first(First wanted) {
        Stored stored = jdbc.sql("select code_hash, expires_at, used_at from account_set_up where id = 1 for update")
                .query((row, n) -> new Stored(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()))
                .optional()
                .orElseThrow(NotFound::new);
        if (!isOpen()) {
            throw new NotFound();
        }
        String code = wanted.code().strip().toLowerCase(Locale.ROOT);
        if (stored.usedAt() != null || !passwords.matches(code, stored.hash())) {
            throw new Rejected("account.error.code");
        }
        if (!clock.instant().isBefore(stored.expiresAt())) {
            throw new Rejected("account.error.code-old");
        }
        rule.fault(wanted.password(), wanted.username()).ifPresent(fault -> {
            throw new Rejected(fault);
        });
        Account account = accounts.saveAndFlush(new Account(
                wanted.username(),
                wanted.displayName(),
                Department.CIVIL_AFFAIRS,
                passwords.encode(wanted.password()),
                Set.of(Role.SYSTEM_ADMIN)));
        grants.save(new AccountGrant(account.id(), regions.city().path(), LocalDate.now(clock)));
        jdbc.sql("update account_set_up set used_at = :now where id = 1")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.record(AccountAct.on(account.id(), "account.set-up")
                .by(account.id())
                .changing("account.username", null, wanted.username()));
    }
}
