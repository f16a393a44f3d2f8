package org.nuanxin.caregroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.family.Consequences;
import org.nuanxin.family.FamilyChange;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A family that lives elsewhere gets a group there: seats of the old township and village end, the ledger goes along. */
@Component
class GroupMoves implements Consequences {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    GroupMoves(JdbcClient jdbc, Audit audit, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> foresee(FamilyChange change) {
        if (change.kind() != FamilyChange.Kind.RESIDENCE_MOVED && change.kind() != FamilyChange.Kind.FILING_MOVED) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        if (change.kind() == FamilyChange.Kind.RESIDENCE_MOVED) {
            long seats = jdbc.sql("""
                            select count(*) from group_seat s join care_group g on g.id = s.group_id and g.closed_on is null
                            where s.family_id = :family and s.valid_to is null and s.kind in (:kinds)""")
                    .param("family", change.familyId())
                    .param("kinds", ending(change))
                    .query(Long.class)
                    .single();
            if (seats > 0) {
                lines.add(Line.of("users-group", "caregroup.move.seats", seats));
            }
        }
        boolean ledger = jdbc.sql("select exists (select 1 from group_ledger where family_id = :family)")
                .param("family", change.familyId())
                .query(Boolean.class)
                .single();
        if (ledger) {
            lines.add(Line.of("wallet", "caregroup.move.ledger"));
        }
        return lines;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(FamilyChange change) {
        if (change.kind() != FamilyChange.Kind.RESIDENCE_MOVED) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        int ended = jdbc.sql("""
                        update group_seat s set valid_to = greatest(s.valid_from, :on), end_reason = :why, version = version + 1
                        where s.family_id = :family and s.valid_to is null and s.kind in (:kinds)
                          and exists (select 1 from care_group g where g.id = s.group_id and g.closed_on is null)""")
                .param("on", change.on().isAfter(today) ? today : change.on())
                .param("why", messages.getMessage("caregroup.move.ended", null, LocaleContextHolder.getLocale()))
                .param("family", change.familyId())
                .param("kinds", ending(change))
                .update();
        if (ended > 0) {
            audit.record(Act.of("caregroup.reseated", change.familyId()));
        }
    }

    /** Within a township its cadre and the group's leader stay; read while the family is still where it was. */
    private Set<String> ending(FamilyChange change) {
        boolean sameTownship = jdbc.sql("""
                        select split_part(residence_path, '/', 3) = split_part(:to, '/', 3) from family where id = :family""")
                .param("to", change.toPath())
                .param("family", change.familyId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return sameTownship
                ? Set.of(SeatKind.VILLAGE_PRESIDENT.name(), SeatKind.VILLAGE_DOCTOR.name())
                : Set.of(
                        SeatKind.TOWNSHIP_CADRE.name(),
                        SeatKind.VILLAGE_PRESIDENT.name(),
                        SeatKind.VILLAGE_DOCTOR.name(),
                        SeatKind.GROUP_LEADER.name());
    }
}
