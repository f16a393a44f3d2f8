package org.nuanxin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.EncryptedText;

/** What a visit said before a correction. */
@Entity
@Immutable
@Table(name = "visit_revision")
class VisitRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_revision_seq")
    @SequenceGenerator(name = "visit_revision_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "visit_id")
    private long visitId;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    private int number;

    @Convert(converter = EncryptedText.class)
    private String content;

    private String reason;

    @Column(name = "corrected_by")
    private long correctedBy;

    @Column(name = "corrected_at")
    private Instant correctedAt;

    @SuppressWarnings("NullAway.Init")
    protected VisitRevision() {}

    VisitRevision(Visit visit, int number, String content, String reason, long correctedBy, Instant correctedAt) {
        this.visitId = visit.id();
        this.familyId = visit.familyId();
        this.regionPath = visit.regionPath();
        this.number = number;
        this.content = content;
        this.reason = reason;
        this.correctedBy = correctedBy;
        this.correctedAt = correctedAt;
    }

    int number() {
        return number;
    }

    String content() {
        return content;
    }

    String reason() {
        return reason;
    }

    long correctedBy() {
        return correctedBy;
    }

    Instant correctedAt() {
        return correctedAt;
    }
}
