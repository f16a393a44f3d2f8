package org.nuanxin.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamiliesConfirmed;
import org.nuanxin.family.FamilyChange;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a turn in a family's life does to its care tasks: said before, done when it comes. */
@Component
class LifeChanges implements Consequences {

    private final CareTasks tasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    LifeChanges(CareTasks tasks, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> foresee(FamilyChange change) {
        if (change.kind().exits()) {
            long open = open(change.familyId());
            return open == 0 ? List.of() : List.of(Line.of("walk", "care.foresee.cancelled", open));
        }
        return switch (change.kind()) {
            case PARENT_DIED ->
                List.of(Line.of("heart-handshake", "care.foresee.condolence", CareLimits.TIMELY_CARE_DAYS));
            case DIVORCED, REOPENED -> List.of(Line.of("walk", "care.foresee.opened"));
            default -> List.of();
        };
    }

    /** In the transaction of the event. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(FamilyChange change) {
        if (change.kind().exits()) {
            jdbc.sql("""
                            update care_task set status = 'CANCELLED', closed_because = :why, version = version + 1
                            where family_id = :family and status = 'OPEN'""")
                    .param("why", change.kind().name())
                    .param("family", change.familyId())
                    .update();
            return;
        }
        LocalDate today = LocalDate.now(clock);
        switch (change.kind()) {
            case PARENT_DIED ->
                tasks.openTimelyCare(change.familyId(), "death-" + change.personId(), TaskReason.DEATH, today, null);
            case REOPENED -> tasks.confirmed(new FamiliesConfirmed(List.of(change.familyId())));
            case DIVORCED -> {
                Long second = change.otherFamilyId();
                if (second != null) {
                    tasks.confirmed(new FamiliesConfirmed(List.of(second)));
                }
            }
            default -> {}
        }
    }

    private static String condolence(FamilyChange change) {
        return "death-" + change.personId();
    }

    private long open(long familyId) {
        return jdbc.sql("select count(*) from care_task where family_id = :family and status = 'OPEN'")
                .param("family", familyId)
                .query(Long.class)
                .single();
    }
}
