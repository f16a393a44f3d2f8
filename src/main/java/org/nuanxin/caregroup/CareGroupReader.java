package org.nuanxin.caregroup;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.nuanxin.privacy.Masking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads groups for pages. */
@Service
@Transactional(readOnly = true)
public class CareGroupReader {

    private final CareGroupRepository groups;
    private final GroupSeatRepository seats;
    private final JdbcClient jdbc;
    private final Clock clock;

    CareGroupReader(CareGroupRepository groups, GroupSeatRepository seats, JdbcClient jdbc, Clock clock) {
        this.groups = groups;
        this.seats = seats;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody who sits in groups of this township; {@code seatId} is one of their seats. */
    public record Known(
            long seatId,
            SeatKind kind,
            String name,
            @Nullable String organisation,
            long groups) {}

    /** The live group of a family; empty where nobody has been seated yet. */
    public Optional<CareGroupView> ofFamily(long familyId) {
        return groups.findByFamilyIdAndClosedOnIsNull(familyId).map(group -> {
            LocalDate today = LocalDate.now(clock);
            List<GroupSeat> mine = seats.findByFamilyIdOrderByValidFromDescIdDesc(familyId).stream()
                    .filter(seat -> seat.groupId() == group.id())
                    .toList();
            List<CareGroupView.Seat> now = mine.stream()
                    .filter(seat -> seat.heldOn(today))
                    .map(CareGroupReader::view)
                    .toList();
            return new CareGroupView(
                    group.id(),
                    group.establishedOn(),
                    SeatKind.theFour().stream()
                            .map(kind -> new CareGroupView.Four(
                                    kind,
                                    now.stream()
                                            .filter(seat -> seat.kind() == kind)
                                            .findFirst()
                                            .orElse(null)))
                            .toList(),
                    now.stream().filter(seat -> !seat.kind().statutory()).toList(),
                    mine.stream()
                            .filter(seat -> seat.validFrom().isAfter(today))
                            .map(CareGroupReader::view)
                            .toList(),
                    mine.stream()
                            .filter(seat ->
                                    !seat.heldOn(today) && !seat.validFrom().isAfter(today))
                            .map(CareGroupReader::view)
                            .toList(),
                    fund(group.id(), today.getYear()));
        });
    }

    /** A year's money: allocations and expenses, each with its reversals taken off. */
    public CareGroupView.Fund fund(long groupId, int year) {
        return jdbc.sql("""
                        select coalesce(sum(l.amount) filter (where coalesce(o.kind, l.kind) = 'ALLOCATION'), 0),
                               coalesce(-sum(l.amount) filter (where coalesce(o.kind, l.kind) = 'EXPENSE'), 0)
                        from group_ledger l left join group_ledger o on o.id = l.reverses_id
                        where l.group_id = :group and l.year = :year""")
                .param("group", groupId)
                .param("year", year)
                .query((row, n) ->
                        new CareGroupView.Fund(year, money(row.getBigDecimal(1)), money(row.getBigDecimal(2))))
                .single();
    }

    /** Years with money of a group, the newest first; this year always. */
    public List<Integer> years(long groupId) {
        return jdbc.sql("""
                        select year from group_ledger where group_id = :group
                        union select :now order by 1 desc""")
                .param("group", groupId)
                .param("now", LocalDate.now(clock).getYear())
                .query((row, n) -> row.getInt(1))
                .list();
    }

    /** One seat of the family, for the page that ends it. */
    public CareGroupView.Seat seat(long familyId, long seatId) {
        return seats.findByIdAndFamilyId(seatId, familyId)
                .map(CareGroupReader::view)
                .orElseThrow(NotFound::new);
    }

    /** People already seated around here, so that nobody is typed twice; the most seated first. */
    public List<Known> known(String townshipPath, @Nullable SeatKind kind) {
        return jdbc.sql("""
                        select min(s.id), s.kind, s.person_name, s.organisation, count(distinct s.group_id) as groups
                        from group_seat s join family f on f.id = s.family_id
                        where starts_with(f.residence_path, :path) and s.kind = coalesce(:kind, s.kind)
                          and (s.valid_to is null or s.valid_to > :today)
                        group by s.kind, s.person_name, s.organisation, s.phone_index, s.account_id
                        order by groups desc, s.person_name limit 40""")
                .param("path", townshipPath)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Known(
                        row.getLong(1),
                        SeatKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5)))
                .list();
    }

    private static CareGroupView.Seat view(GroupSeat seat) {
        return new CareGroupView.Seat(
                seat.id(),
                seat.kind(),
                seat.personName(),
                seat.personName().substring(0, seat.personName().offsetByCodePoints(0, 1)),
                seat.organisation(),
                Masking.phone(seat.phone()),
                seat.accountId() != null,
                seat.validFrom(),
                seat.validTo(),
                seat.endReason());
    }

    private static BigDecimal money(BigDecimal yuan) {
        return yuan.setScale(2);
    }
}
