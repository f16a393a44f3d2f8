package org.nuanxin;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Accounts.NewAccount;
import org.nuanxin.account.Department;
import org.nuanxin.account.Role;
import org.nuanxin.account.Scope;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Regions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Acts as a real account with a role and a region, the way a signed-in person does; accounts are made when needed. */
public class As {

    private final Accounts accounts;
    private final Regions regions;
    private final Map<String, SignedInAccount> known = new ConcurrentHashMap<>();

    As(Accounts accounts, Regions regions) {
        this.accounts = accounts;
        this.regions = regions;
    }

    /** The account of a role in a region (12-digit code). */
    public SignedInAccount account(Role role, String regionCode) {
        return account(role, regionCode, "");
    }

    /** A further account of the same role and region, told apart by {@code which}. */
    public SignedInAccount account(Role role, String regionCode, String which) {
        String username = (role.name().replace('_', '-') + "-" + regionCode + which).toLowerCase(Locale.ROOT);
        return known.computeIfAbsent(
                username,
                name -> accounts.find(name).orElseGet(() -> {
                    accounts.create(
                            new NewAccount(
                                    name,
                                    "测" + which + role.name(),
                                    Department.CIVIL_AFFAIRS,
                                    Set.of(role),
                                    "Test-2026-password"),
                            regions.byCode(regionCode).path());
                    return accounts.find(name).orElseThrow();
                }));
    }

    /** Works as this account; not inside a transaction. */
    public <T> T call(SignedInAccount account, Supplier<T> work) {
        return Scope.call(account.scope(), work);
    }

    public void run(SignedInAccount account, Runnable work) {
        call(account, () -> {
            work.run();
            return true;
        });
    }

    public <T> T caseworker(String regionCode, Supplier<T> work) {
        return call(account(Role.CASEWORKER, regionCode), work);
    }

    public <T> T approver(String regionCode, Supplier<T> work) {
        return call(account(Role.APPROVER, regionCode), work);
    }

    public <T> T policyAdmin(String regionCode, Supplier<T> work) {
        return call(account(Role.POLICY_ADMIN, regionCode), work);
    }

    /** For MockMvc: {@code .with(as.signedIn(Role.CASEWORKER, "350502000000"))}. */
    public RequestPostProcessor signedIn(Role role, String regionCode) {
        return user(account(role, regionCode));
    }
}
