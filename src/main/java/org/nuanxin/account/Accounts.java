package org.nuanxin.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates accounts, and finds them for sign-in and for the names behind an act. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final PasswordEncoder passwords;
    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            AccountGrantRepository grants,
            PasswordEncoder passwords,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new account; {@code username} in lower case, 3 to 40 characters. */
    public record NewAccount(
            String username, String displayName, Department department, Set<Role> roles, String password) {}

    /** Creates an account that works in the region from today on. Returns its id. */
    public long create(NewAccount wanted, String regionPath) {
        Account account = accounts.save(new Account(
                wanted.username(),
                wanted.displayName(),
                wanted.department(),
                passwords.encode(wanted.password()),
                wanted.roles()));
        grants.save(new AccountGrant(account.id(), regionPath, LocalDate.now(clock)));
        return account.id();
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String username) {
        return signedIn(
                accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new UsernameNotFoundException("unknown")),
                null);
    }

    /** The account as it stands now, working in the wanted grant where that is in force, else in its first. */
    @Transactional(readOnly = true)
    SignedInAccount asItStands(long id, @Nullable Long wantedGrant) {
        return signedIn(accounts.findById(id).orElseThrow(NotFound::new), wantedGrant);
    }

    private SignedInAccount signedIn(Account account, @Nullable Long wantedGrant) {
        List<AccountGrant> inForce = grants.inForce(account.id(), LocalDate.now(clock));
        AccountGrant grant = inForce.stream()
                .filter(one -> wantedGrant != null && one.id() == wantedGrant)
                .findFirst()
                .orElse(inForce.isEmpty() ? null : inForce.get(0));
        return new SignedInAccount(account, grant);
    }

    @Transactional(readOnly = true)
    public Optional<SignedInAccount> find(String username) {
        return accounts.findByUsername(username).map(account -> (SignedInAccount) loadUserByUsername(username));
    }

    /** Display names of the accounts, by id. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, display_name from account where id in (:ids)")
                .param("ids", ids)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Somebody who can be asked to visit. */
    public record Colleague(long id, String displayName) {}

    /** Enabled accounts that log visits and whose region lies above or below the given one. */
    @Transactional(readOnly = true)
    public List<Colleague> visitors(String regionPath) {
        return jdbc.sql("""
                        select distinct a.id, a.display_name from account a
                        join account_role r on r.account_id = a.id and r.role in ('CASEWORKER', 'FPA_STAFF')
                        join account_grant g on g.account_id = a.id
                        where a.enabled and g.valid_from <= current_date and (g.valid_to is null or g.valid_to > current_date)
                          and (starts_with(:path, g.region_path) or starts_with(g.region_path, :path))
                        order by a.display_name""")
                .param("path", regionPath)
                .query((row, n) -> new Colleague(row.getLong(1), row.getString(2)))
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }
}
