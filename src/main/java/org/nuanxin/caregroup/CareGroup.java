package org.nuanxin.caregroup;

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

/** The group of people around one family; it begins with its first seat. */
@Entity
@Table(name = "care_group")
class CareGroup {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "care_group_seq")
    @SequenceGenerator(name = "care_group_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Column(name = "established_on")
    private LocalDate establishedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CareGroup() {}

    CareGroup(long familyId, String regionPath, LocalDate establishedOn) {
        this.familyId = familyId;
        this.regionPath = regionPath;
        this.establishedOn = establishedOn;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long familyId() {
        return familyId;
    }

    String regionPath() {
        return regionPath;
    }

    LocalDate establishedOn() {
        return establishedOn;
    }
}
