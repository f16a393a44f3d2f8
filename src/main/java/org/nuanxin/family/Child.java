package org.nuanxin.family;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;

/** The child; once-only grants are unique per child. */
@Entity
public class Child {

    /** How exactly the day of death is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "child_seq")
    @SequenceGenerator(name = "child_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    private String name;

    private @Nullable String called;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    @Column(name = "born_on")
    private @Nullable LocalDate bornOn;

    @Column(name = "died_on")
    private @Nullable LocalDate diedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "died_precision")
    private Precision diedPrecision;

    @Column(name = "certified_by")
    private @Nullable String certifiedBy;

    @Column(name = "same_child_as")
    private @Nullable Long sameChildAs;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Child() {}

    Child(Family family, NewFamily.NewChild child) {
        this.familyId = family.id();
        this.regionPath = family.regionPath();
        correct(child);
    }

    /** The same child in the other parent's file. */
    static Child same(Family family, Child child) {
        Child same = new Child(
                family,
                new NewFamily.NewChild(
                        child.name,
                        child.called,
                        child.sex,
                        child.bornOn,
                        child.diedOn,
                        child.diedPrecision,
                        child.certifiedBy));
        same.sameChildAs = child.sameChildAs == null ? child.id : child.sameChildAs;
        return same;
    }

    final void correct(NewFamily.NewChild child) {
        this.name = child.name();
        this.called = child.called();
        this.sex = child.sex();
        this.bornOn = child.bornOn();
        this.diedOn = child.diedOn();
        this.diedPrecision = child.diedPrecision();
        this.certifiedBy = child.certifiedBy();
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public long familyId() {
        return familyId;
    }

    public String name() {
        return name;
    }

    public @Nullable String called() {
        return called;
    }

    public @Nullable Sex sex() {
        return sex;
    }

    public @Nullable LocalDate bornOn() {
        return bornOn;
    }

    public @Nullable LocalDate diedOn() {
        return diedOn;
    }

    /** Completed years, where both days are known well enough; null otherwise. */
    public @Nullable Integer ageAtDeath() {
        return bornOn == null || diedOn == null || diedPrecision == Precision.YEAR
                ? null
                : Period.between(bornOn, diedOn).getYears();
    }

    public Precision diedPrecision() {
        return diedPrecision;
    }

    public @Nullable String certifiedBy() {
        return certifiedBy;
    }

    public int version() {
        return version;
    }
}
