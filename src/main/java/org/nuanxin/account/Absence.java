package org.nuanxin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;
import org.nuanxin.common.Rejected;

/** Somebody is away, {@code [validFrom, validTo)}, and another account stands in. */
@Entity
@Table(name = "account_absence")
class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_absence_seq")
    @SequenceGenerator(name = "account_absence_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "stand_in_id")
    private long standInId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    private String reason;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    Absence(long accountId, long standInId, DateRange days, String reason, long recordedBy) {
        this.accountId = accountId;
        this.standInId = standInId;
        this.validFrom = days.from();
        this.validTo = Objects.requireNonNull(days.to());
        this.reason = reason;
        this.recordedBy = recordedBy;
    }

    /** Back earlier than planned: from that day on nobody stands in. Throws {@link Rejected} where it is over. */
    void end(LocalDate on, String why) {
        if (!on.isBefore(validTo)) {
            throw new Rejected("account.reject.absence-over");
        }
        validTo = on.isBefore(validFrom) ? validFrom : on;
        endReason = why;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long accountId() {
        return accountId;
    }

    long standInId() {
        return standInId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    String reason() {
        return reason;
    }
}
