package org.nuanxin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Rejected;

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

    @Column(name = "absence_id")
    private @Nullable Long absenceId;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "taken_back")
    private boolean takenBack;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected AccountGrant() {}

    AccountGrant(long accountId, String regionPath, LocalDate validFrom) {
        this.accountId = accountId;
        this.regionPath = regionPath;
        this.validFrom = validFrom;
    }

    AccountGrant(long accountId, String regionPath, DateRange days, @Nullable String reason) {
        this(accountId, regionPath, days.from());
        this.validTo = days.to();
        this.reason = reason;
    }

    /** What a stand-in gets while somebody is away; it ends by itself. */
    static AccountGrant standIn(Absence absence, String regionPath, DateRange days) {
        AccountGrant grant = new AccountGrant(absence.standInId(), regionPath, days, absence.reason());
        grant.absenceId = absence.id();
        return grant;
    }

    /** Ends the grant on a day: that day nothing is visible any more. Throws {@link Rejected} where it cannot. */
    void end(LocalDate on, String why) {
        if (on.isBefore(validFrom)) {
            throw new Rejected("account.reject.ends-before-start");
        }
        if (validTo != null && !validTo.isAfter(on)) {
            throw new Rejected("account.reject.grant-ended");
        }
        validTo = on;
        endReason = why;
    }

    /** Entered wrong: it never counts again. */
    void takeBack(String why) {
        if (takenBack) {
            throw new Rejected("account.reject.grant-ended");
        }
        validTo = validFrom;
        takenBack = true;
        endReason = why;
    }

    /** Nothing of it lies on or after the day. */
    boolean overBy(LocalDate day) {
        return validTo != null && !validTo.isAfter(day);
    }

    DateRange days() {
        return new DateRange(validFrom, validTo);
    }

    long accountId() {
        return accountId;
    }

    @Nullable
    Long absenceId() {
        return absenceId;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    boolean takenBack() {
        return takenBack;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String regionPath() {
        return regionPath;
    }
}
