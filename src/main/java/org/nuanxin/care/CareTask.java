package org.nuanxin.care;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;

/** Something we owe a family. Tasks are opened by {@link TaskOpening} only, in sets and once each. */
@Entity
@Table(name = "care_task")
class CareTask {

    @Id
    private Long id;

    @Column(name = "family_id")
    private long familyId;

    @Column(name = "region_path")
    private String regionPath;

    @Enumerated(EnumType.STRING)
    private TaskKind kind;

    private String occasion;

    @Enumerated(EnumType.STRING)
    private TaskReason reason;

    @Column(name = "reason_on")
    private LocalDate reasonOn;

    @Convert(converter = EncryptedText.class)
    private @Nullable String note;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "limit_on")
    private LocalDate limitOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "postponed_because")
    private @Nullable String postponedBecause;

    @Column(name = "assignee_id")
    private @Nullable Long assigneeId;

    @Column(name = "planned_on")
    private @Nullable LocalDate plannedOn;

    @Column(name = "planned_at")
    private @Nullable LocalTime plannedAt;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    @Column(name = "done_on")
    private @Nullable LocalDate doneOn;

    @Column(name = "visit_id")
    private @Nullable Long visitId;

    @Column(name = "last_met_on")
    private @Nullable LocalDate lastMetOn;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CareTask() {}

    /** Names who goes and, where it is agreed, when. */
    void assign(@Nullable Long to, @Nullable LocalDate on, @Nullable LocalTime at) {
        requireOpen();
        this.assigneeId = to;
        this.plannedOn = on;
        this.plannedAt = on == null ? null : at;
    }

    /** Puts the limit off; the limit by the rule stays on record. Throws {@link Rejected} beyond what may be put off. */
    void postpone(LocalDate to, String because, LocalDate today) {
        requireOpen();
        if (!to.isAfter(dueOn) || to.isBefore(today)) {
            throw new Rejected("care.reject.postpone-later");
        }
        if (to.isAfter(today.plusDays(CareLimits.POSTPONE_DAYS))) {
            throw new Rejected("care.reject.postpone-too-far", CareLimits.POSTPONE_DAYS);
        }
        this.dueOn = to;
        this.postponedBecause = because;
    }

    /** Somebody of the family was met, though that does not fulfil this task. */
    void met(LocalDate on) {
        if (lastMetOn == null || lastMetOn.isBefore(on)) {
            this.lastMetOn = on;
        }
    }

    /** Closes the task by a visit. */
    void fulfil(TaskStatus how, long byVisit, LocalDate on) {
        requireOpen();
        this.status = how;
        this.visitId = byVisit;
        this.doneOn = on;
    }

    /** The first day whose visit counts; any visit on record, however old, ends "never visited". */
    LocalDate fulfilledFrom() {
        return reason == TaskReason.NEVER_VISITED ? LocalDate.MIN : opensOn;
    }

    private void requireOpen() {
        if (status != TaskStatus.OPEN) {
            throw new Rejected("care.reject.closed");
        }
    }

    long id() {
        return id;
    }

    long familyId() {
        return familyId;
    }

    String regionPath() {
        return regionPath;
    }

    TaskKind kind() {
        return kind;
    }

    TaskReason reason() {
        return reason;
    }

    LocalDate reasonOn() {
        return reasonOn;
    }

    @Nullable
    String note() {
        return note;
    }

    LocalDate opensOn() {
        return opensOn;
    }

    LocalDate limitOn() {
        return limitOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String postponedBecause() {
        return postponedBecause;
    }

    @Nullable
    Long assigneeId() {
        return assigneeId;
    }

    @Nullable
    LocalDate plannedOn() {
        return plannedOn;
    }

    @Nullable
    LocalTime plannedAt() {
        return plannedAt;
    }

    TaskStatus status() {
        return status;
    }

    int version() {
        return version;
    }
}
