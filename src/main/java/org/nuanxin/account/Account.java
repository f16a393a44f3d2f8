package org.nuanxin.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;

/** A person who signs in. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", allocationSize = 50)
    private @Nullable Long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private Department department;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "session_stamp")
    private int sessionStamp;

    private boolean enabled = true;

    @Column(name = "disabled_because")
    private @Nullable String disabledBecause;

    @Column(name = "left_on")
    private @Nullable LocalDate leftOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(String username, String displayName, Department department, String passwordHash, Set<Role> roles) {
        this.username = username;
        this.displayName = displayName;
        this.department = department;
        this.passwordHash = passwordHash;
        this.roles = EnumSet.copyOf(roles);
    }

    /** A password that somebody else knows: it is changed at the next sign-in, and open sessions end. */
    void givePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        sessionStamp++;
    }

    /** The person's own new password; their other sessions end. */
    void changePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        sessionStamp++;
    }

    void describe(String name, Department where, Set<Role> wanted) {
        requireFitting(wanted);
        displayName = name;
        department = where;
        if (!roles.equals(wanted)) {
            roles.clear();
            roles.addAll(wanted);
        }
    }

    /** Out from the next request on. Throws {@link Rejected} where it is disabled already. */
    void disable(String why) {
        if (!enabled) {
            throw new Rejected("account.reject.disabled");
        }
        enabled = false;
        disabledBecause = why;
        sessionStamp++;
    }

    void enable() {
        if (enabled) {
            throw new Rejected("account.reject.enabled");
        }
        enabled = true;
        disabledBecause = null;
        leftOn = null;
    }

    /** The person has left the post. */
    void leave(LocalDate on, String why) {
        if (enabled) {
            disable(why);
        }
        leftOn = on;
    }

    /** 三员: the system administrator and the auditor hold no other role. */
    static boolean fitTogether(Set<Role> roles) {
        return roles.size() == 1 || !(roles.contains(Role.SYSTEM_ADMIN) || roles.contains(Role.AUDITOR));
    }

    private static void requireFitting(Set<Role> roles) {
        if (roles.isEmpty() || !fitTogether(roles)) {
            throw new Rejected("account.reject.roles");
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    Department department() {
        return department;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean enabled() {
        return enabled;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    int sessionStamp() {
        return sessionStamp;
    }

    @Nullable
    String disabledBecause() {
        return disabledBecause;
    }

    @Nullable
    LocalDate leftOn() {
        return leftOn;
    }

    int version() {
        return version;
    }
}
