package org.nuanxin.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** 回避: an account keeps away from the file of one person, {@code [validFrom, validTo)}. */
@Entity
@Table(name = "account_recusal")
class Recusal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_recusal_seq")
    @SequenceGenerator(name = "account_recusal_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    @Column(name = "citizen_id_index")
    private byte[] citizenIdIndex;

    private String tail;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Recusal() {}

    Recusal(long accountId, Relation relation, byte[] citizenIdIndex, String tail, DateRange days) {
        this.accountId = accountId;
        this.relation = relation;
        this.citizenIdIndex = citizenIdIndex.clone();
        this.tail = tail;
        this.validFrom = days.from();
        this.validTo = days.to();
    }

    /** It no longer holds from that day on. Throws {@link Rejected} where it is over. */
    void end(LocalDate on) {
        if (validTo != null && !validTo.isAfter(on)) {
            throw new Rejected("account.reject.recusal-over");
        }
        validTo = on.isBefore(validFrom) ? validFrom : on;
    }

    boolean overBy(LocalDate day) {
        return validTo != null && !validTo.isAfter(day);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    Relation relation() {
        return relation;
    }

    String tail() {
        return tail;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }
}
