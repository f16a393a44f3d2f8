package org.nuanxin.caregroup;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;

/** One person in one seat, {@code [validFrom, validTo)}; a seat is ended, never deleted. */
@Entity
@Table(name = "group_seat")
class GroupSeat {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "group_seat_seq")
    @SequenceGenerator(name = "group_seat_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "group_id")
    private long groupId;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Enumerated(EnumType.STRING)
    private SeatKind kind;

    @Column(name = "person_name")
    private String personName;

    private @Nullable String organisation;

    @Convert(converter = EncryptedText.class)
    private @Nullable String phone;

    @Column(name = "phone_index")
    private byte @Nullable [] phoneIndex;

    @Column(name = "account_id")
    private @Nullable Long accountId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected GroupSeat() {}

    GroupSeat(CareGroup group, SeatKind kind, Holder holder, LocalDate validFrom) {
        this.groupId = group.id();
        this.familyId = group.familyId();
        this.regionPath = group.regionPath();
        this.kind = kind;
        this.personName = holder.name();
        this.organisation = holder.organisation();
        this.phone = holder.phone();
        this.phoneIndex = holder.phoneIndex();
        this.accountId = holder.accountId();
        this.validFrom = validFrom;
    }

    /** Who sits: with or without an account of their own. */
    record Holder(
            String name,
            @Nullable String organisation,
            @Nullable String phone,
            byte @Nullable [] phoneIndex,
            @Nullable Long accountId) {}

    /** Ends the seat on a day; from that day on it is vacant. */
    void end(LocalDate on, String reason) {
        if (validTo != null) {
            throw new Rejected("caregroup.reject.ended");
        }
        if (on.isBefore(validFrom)) {
            throw new Rejected("caregroup.reject.ends-before-start");
        }
        this.validTo = on;
        this.endReason = reason;
    }

    Holder holder() {
        return new Holder(personName, organisation, phone, phoneIndex, accountId);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long groupId() {
        return groupId;
    }

    long familyId() {
        return familyId;
    }

    SeatKind kind() {
        return kind;
    }

    String personName() {
        return personName;
    }

    @Nullable
    String organisation() {
        return organisation;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    Long accountId() {
        return accountId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    @Nullable
    String endReason() {
        return endReason;
    }

    boolean heldOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || validTo.isAfter(day));
    }
}
