package org.nuanxin.caregroup;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
import org.nuanxin.family.Recusals;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seats people in Care Groups and ends their seats; a group begins with its first seat. */
@Service
@Transactional
public class CareGroups {

    private final CareGroupRepository groups;
    private final GroupSeatRepository seats;
    private final BlindIndex index;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Audit audit;
    private final Recusals recusals;

    CareGroups(
            CareGroupRepository groups,
            GroupSeatRepository seats,
            BlindIndex index,
            JdbcClient jdbc,
            EntityManager entities,
            Audit audit,
            Recusals recusals) {
        this.groups = groups;
        this.seats = seats;
        this.index = index;
        this.jdbc = jdbc;
        this.entities = entities;
        this.audit = audit;
        this.recusals = recusals;
    }

    /**
     * Who is to sit where, from which day.
     *
     * @param phone digits only
     * @param accountId the person's own account, which then sees the family while the seat is held
     */
    public record Seating(
            SeatKind kind,
            String name,
            @Nullable String organisation,
            @Nullable String phone,
            @Nullable Long accountId,
            LocalDate from) {}

    /** What a bulk seating did: seated in so many groups; so many already had a holder. */
    public record Outcome(int seated, int held) {}

    private record Place(long familyId, String regionPath, boolean exited) {}

    /**
     * Seats a person in the family's group. Returns the seat's id.
     *
     * @throws NotFound out of scope
     * @throws Rejected where the statutory seat is held on that day or later, or the family has exited
     */
    public long seat(long familyId, Seating wanted) {
        Place place = places(List.of(familyId)).stream().findFirst().orElseThrow(NotFound::new);
        if (place.exited()) {
            throw new Rejected("caregroup.reject.exited");
        }
        return translatingHeld(() -> {
            CareGroup group = groups.findByFamilyIdAndClosedOnIsNull(familyId)
                    .orElseGet(() -> groups.save(new CareGroup(familyId, place.regionPath(), wanted.from())));
            GroupSeat seat = seats.save(new GroupSeat(group, wanted.kind(), holder(wanted), wanted.from()));
            audit.record(seated(seat));
            return seat.id();
        });
    }

    /** The same person as one who sits in another group already. */
    @Transactional(readOnly = true)
    public Seating likeSeat(long seatId, SeatKind kind, LocalDate from) {
        GroupSeat.Holder known =
                seats.findById(seatId).orElseThrow(NotFound::new).holder();
        return new Seating(kind, known.name(), known.organisation(), known.phone(), known.accountId(), from);
    }

    /** Seats one person in the groups of many families; a statutory seat that is held stays as it is. */
    public Outcome seatInAll(Collection<Long> familyIds, Seating wanted) {
        Set<Long> recused = recusals.among(familyIds);
        List<Place> open = places(familyIds).stream()
                .filter(place -> !place.exited() && !recused.contains(place.familyId()))
                .toList();
        List<Long> ids = open.stream().map(Place::familyId).toList();
        return translatingHeld(() -> {
            Map<Long, CareGroup> live = groups.findByFamilyIdInAndClosedOnIsNull(ids).stream()
                    .collect(Collectors.toMap(CareGroup::familyId, group -> group));
            List<CareGroup> fresh = groups.saveAll(open.stream()
                    .filter(place -> !live.containsKey(place.familyId()))
                    .map(place -> new CareGroup(place.familyId(), place.regionPath(), wanted.from()))
                    .toList());
            fresh.forEach(group -> live.put(group.familyId(), group));
            Set<Long> held = held(live.values().stream().map(CareGroup::id).toList(), wanted);
            List<GroupSeat> added = seats.saveAll(live.values().stream()
                    .filter(group -> !held.contains(group.id()))
                    .map(group -> new GroupSeat(group, wanted.kind(), holder(wanted), wanted.from()))
                    .toList());
            audit.record(added.stream().map(CareGroups::seated).toList());
            return new Outcome(added.size(), live.size() - added.size());
        });
    }

    /** Ends a seat on a day, with the reason; it is vacant from then on. */
    public void end(long familyId, long seatId, LocalDate on, String reason) {
        GroupSeat seat = seats.findByIdAndFamilyId(seatId, familyId).orElseThrow(NotFound::new);
        seat.end(on, reason);
        audit.record(Act.of("caregroup.seat-ended", familyId)
                .because(reason)
                .changing(Act.Change.of("caregroup.seat." + seat.kind().name(), seat.personName(), null)));
    }

    /** Groups in which this seat is held on or after the day: a second holder would overlap. */
    private Set<Long> held(List<Long> groupIds, Seating wanted) {
        if (groupIds.isEmpty()) {
            return Set.of();
        }
        Set<Long> held = new HashSet<>();
        for (GroupSeat seat : seats.findByGroupIdInAndKind(groupIds, wanted.kind())) {
            LocalDate to = seat.validTo();
            boolean overlaps = to == null || to.isAfter(wanted.from());
            if (overlaps && (wanted.kind().statutory() || seat.personName().equals(wanted.name()))) {
                held.add(seat.groupId());
            }
        }
        return held;
    }

    private GroupSeat.Holder holder(Seating wanted) {
        return new GroupSeat.Holder(
                wanted.name(),
                wanted.organisation(),
                wanted.phone(),
                index.ofNullable(wanted.phone()),
                wanted.accountId());
    }

    private static Act seated(GroupSeat seat) {
        return Act.of("caregroup.seated", seat.familyId())
                .on(Subject.careGroup(seat.groupId()))
                .changing(Act.Change.of("caregroup.seat." + seat.kind().name(), null, seat.personName()));
    }

    private List<Place> places(Collection<Long> familyIds) {
        return familyIds.isEmpty()
                ? new ArrayList<>()
                : jdbc.sql("select id, region_path, status = 'EXITED' from family where id in (:ids)")
                        .param("ids", familyIds)
                        .query((row, n) -> new Place(row.getLong(1), row.getString(2), row.getBoolean(3)))
                        .list();
    }

    private <T> T translatingHeld(Supplier<T> work) {
        try {
            T result = work.get();
            entities.flush();
            return result;
        } catch (DataIntegrityViolationException | ConstraintViolationException clash) {
            String message = String.valueOf(clash.getMessage());
            if (message.contains("group_seat_one_holder")) {
                throw new Rejected("caregroup.reject.seat-held");
            }
            if (message.contains("care_group_live")) {
                throw new Rejected("caregroup.reject.raced");
            }
            throw clash;
        }
    }
}
