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
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private boolean enabled = true;

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
}
