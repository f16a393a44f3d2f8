package org.nuanxin.account;

import java.io.Serial;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The person at the keyboard, as kept in the session. What may be seen is not decided by this copy: the database reads
 * grants and enabled state afresh at every checkout.
 */
public final class SignedInAccount implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String username;
    private final String displayName;
    private final Department department;
    private final Set<Role> roles;
    private final @Nullable Long grantId;
    private final @Nullable String regionPath;
    private final boolean enabled;
    private final int version;
    private final int sessionStamp;
    private @Nullable String passwordHash;

    SignedInAccount(Account account, @Nullable AccountGrant grant) {
        this.id = account.id();
        this.username = account.username();
        this.displayName = account.displayName();
        this.department = account.department();
        this.roles = account.roles();
        this.grantId = grant == null ? null : grant.id();
        this.regionPath = grant == null ? null : grant.regionPath();
        this.enabled = account.enabled();
        this.version = account.version();
        this.sessionStamp = account.sessionStamp();
        this.passwordHash = account.passwordHash();
    }

    public long id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public Department department() {
        return department;
    }

    public Set<Role> roles() {
        return roles;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Path of the region the person works in; null for accounts without families. */
    public @Nullable String regionPath() {
        return regionPath;
    }

    @Nullable
    Long grantId() {
        return grantId;
    }

    int version() {
        return version;
    }

    int sessionStamp() {
        return sessionStamp;
    }

    /** The scope this account's requests run in. */
    public Scope scope() {
        return new Scope.OfAccount(id, grantId);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAccount account && account.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
