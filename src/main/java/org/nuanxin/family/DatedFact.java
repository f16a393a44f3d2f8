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

    /** The same statement, known now to hold until {@code to} only. */
    DatedFact until(Family family, LocalDate to, Family.Author author) {
        return new DatedFact(
                family, personId, new NewFamily.NewFact(name, value, validFrom, nextDue, source), to, author);
    }

    void supersede(Family.Author author) {
        this.supersededAt = author.at();
        this.supersededBy = author.accountId();
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
