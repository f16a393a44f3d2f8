package org.nuanxin.family;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was true {@code [validFrom, validTo)}, by which source; never changed, only superseded. */
@Entity
class DatedFact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dated_fact_seq")
    @SequenceGenerator(name = "dated_fact_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "person_id")
    private @Nullable Long personId;

    private String name;

    private String value;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "next_due")
    private @Nullable LocalDate nextDue;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private long recordedBy;

    @Column(name = "superseded_at")
    private @Nullable Instant supersededAt;

    @Column(name = "superseded_by")
    private @Nullable Long supersededBy;

    @Column(name = "superseded_reason")
    private @Nullable String supersededReason;

    private @Nullable Long restates;

    @SuppressWarnings("NullAway.Init")
    protected DatedFact() {}

    DatedFact(
            Family family,
            @Nullable Long personId,
            NewFamily.NewFact fact,
            @Nullable LocalDate to,
            Family.Author author) {
        this.familyId = family.id();
        this.regionPath = family.regionPath();
        this.personId = personId;
        this.name = fact.name();
        this.value = fact.value();
        this.validFrom = fact.from();
        this.validTo = to;
        this.nextDue = fact.nextDue();
        this.source = fact.source();
        this.recordedAt = author.at();
        this.recordedBy = author.accountId();
    }

    /** The same statement, known now to hold until {@code to} only; it stays the word of who said it first. */
    DatedFact until(Family family, @Nullable LocalDate to, Family.Author author) {
        DatedFact again = new DatedFact(
                family, personId, new NewFamily.NewFact(name, value, validFrom, nextDue, source), to, author);
        again.restates = restates == null ? id : restates;
        return again;
    }

    void supersede(Family.Author author) {
        this.supersededAt = author.at();
        this.supersededBy = author.accountId();
    }

    void supersede(Family.Author author, String reason) {
        supersede(author);
        this.supersededReason = reason;
    }

    /** Whether it says what {@code fact} says, from the same day on. */
    boolean says(NewFamily.NewFact fact) {
        return value.equals(fact.value())
                && validFrom.isEqual(fact.from())
                && source.equals(fact.source())
                && Objects.equals(nextDue, fact.nextDue());
    }

    /** Whether it holds on a day. */
    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    @Nullable
    Long personId() {
        return personId;
    }

    String name() {
        return name;
    }

    boolean superseded() {
        return supersededAt != null;
    }

    @Nullable
    LocalDate nextDue() {
        return nextDue;
    }

    String source() {
        return source;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    String value() {
        return value;
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
