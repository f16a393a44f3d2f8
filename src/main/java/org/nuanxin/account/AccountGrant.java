package org.nuanxin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A region that an account works in, {@code [validFrom, validTo)}. */
@Entity
class AccountGrant {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_grant_seq")
    @SequenceGenerator(name = "account_grant_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected AccountGrant() {}

    AccountGrant(long accountId, String regionPath, LocalDate validFrom) {
        this.accountId = accountId;
        this.regionPath = regionPath;
        this.validFrom = validFrom;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String regionPath() {
        return regionPath;
    }
}
