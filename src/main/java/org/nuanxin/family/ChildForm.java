package org.nuanxin.family;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;

/** The child: what is asked once, and never again. */
@Checked
class ChildForm implements Checked.Form {

    private int version;

    private boolean optional;

    @Size(max = 40, message = "{family.error.too-long}")
    private @Nullable String name;

    @Size(max = 40, message = "{family.error.too-long}")
    private @Nullable String called;

    private @Nullable Sex sex;

    @PastOrPresent(message = "{family.error.future}")
    private @Nullable LocalDate bornOn;

    private @Nullable String died;

    @Size(max = 100, message = "{family.error.too-long}")
    private @Nullable String certifiedBy;

    static ChildForm of(Child child) {
        ChildForm form = new ChildForm();
        form.version = child.version();
        form.name = child.name();
        form.called = child.called();
        form.sex = child.sex();
        form.bornOn = child.bornOn();
        form.died = child.diedOn() == null ? null : new Typed.PartialDate(child.diedOn(), child.diedPrecision()).text();
        form.certifiedBy = child.certifiedBy();
        return form;
    }

    boolean isBlank() {
        return name == null && called == null && sex == null && bornOn == null && died == null && certifiedBy == null;
    }

    @Override
    public void check(Checked.Problems problems, LocalDate today) {
        if (optional && isBlank()) {
            return;
        }
        if (name == null) {
            problems.add("name", "family.error.name");
        }
        if (died == null) {
            return;
        }
        Typed.PartialDate death = Typed.partialDate(died);
        if (death == null) {
            problems.add("died", "family.error.partial-date");
        } else if (death.day().isAfter(today)) {
            problems.add("died", "family.error.future");
        } else if (bornOn != null
                && death.precision() == Child.Precision.DAY
                && death.day().isBefore(bornOn)) {
            problems.add("died", "family.error.died-before-born");
        }
    }

    NewFamily.NewChild child() {
        Typed.PartialDate death = died == null ? null : Typed.partialDate(died);
        return new NewFamily.NewChild(
                requireNonNull(name),
                called,
                sex,
                bornOn,
                death == null ? null : death.day(),
                death == null ? Child.Precision.DAY : death.precision(),
                certifiedBy);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public boolean isOptional() {
        return optional;
    }

    public void setOptional(boolean optional) {
        this.optional = optional;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCalled() {
        return called;
    }

    public void setCalled(@Nullable String called) {
        this.called = called;
    }

    public @Nullable Sex getSex() {
        return sex;
    }

    public void setSex(@Nullable Sex sex) {
        this.sex = sex;
    }

    public @Nullable LocalDate getBornOn() {
        return bornOn;
    }

    public void setBornOn(@Nullable LocalDate bornOn) {
        this.bornOn = bornOn;
    }

    public @Nullable String getDied() {
        return died;
    }

    public void setDied(@Nullable String died) {
        this.died = died;
    }

    public @Nullable String getCertifiedBy() {
        return certifiedBy;
    }

    public void setCertifiedBy(@Nullable String certifiedBy) {
        this.certifiedBy = certifiedBy;
    }
}
