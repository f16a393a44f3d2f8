package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.caregroup.CareGroups;
import org.nuanxin.caregroup.GroupLedger;
import org.nuanxin.caregroup.SeatKind;
import org.nuanxin.common.Money;
import org.nuanxin.common.Sex;
import org.nuanxin.region.RegionPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Care Groups: township by township and village by village, most of them complete, some with a seat to fill. */
@Component
@OnDemoDatabase
class DemoGroups {

    private static final List<String> PURPOSES = List.of("端午送粽子和夏凉被", "中秋慰问品", "陪同就医交通费", "重阳一起吃面", "买扶手材料");

    private final CareGroups groups;
    private final GroupLedger ledger;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    DemoGroups(CareGroups groups, GroupLedger ledger, JdbcClient jdbc, TransactionOperations transaction) {
        this.groups = groups;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record InCare(long id, LocalDate since, String township, String village) {}

    void make(DemoDesk desk) {
        String staff = desk.county().registrar();
        desk.as(
                staff,
                () -> transaction.executeWithoutResult(status -> {
                    List<InCare> families = families();
                    // the last two families of a county have nobody around them yet
                    new Seating(desk, families.subList(0, Math.max(0, families.size() - 2))).make();
                }));
        desk.at(fundDay(desk.today()), staff, () -> transaction.executeWithoutResult(status -> fund(desk)));
    }

    private List<InCare> families() {
        return jdbc.sql("select id, confirmed_on, residence_path from family where status = 'CONFIRMED' order by id")
                .query((row, n) -> {
                    List<String> paths = new RegionPath(row.getString(3)).ancestorsAndSelf();
                    return new InCare(
                            row.getLong(1), row.getObject(2, LocalDate.class), paths.get(2), row.getString(3));
                })
                .list();
    }

    private static LocalDate fundDay(LocalDate today) {
        LocalDate march = today.withDayOfYear(70);
        return march.isBefore(today) ? march : today;
    }

    /** The year's money of complete groups, and what most have spent of it. */
    private void fund(DemoDesk desk) {
        Random random = desk.random();
        LocalDate day = fundDay(desk.today());
        List<Long> complete = jdbc.sql("""
                        select g.family_id from care_group g join group_seat s on s.group_id = g.id and s.valid_to is null
                        where g.closed_on is null and g.established_on <= :day and s.kind in (:four) and s.valid_from <= :day
                        group by g.id having count(distinct s.kind) = 4 order by g.family_id limit 20""")
                .param("day", day)
                .param("four", SeatKind.theFour().stream().map(Enum::name).toList())
                .query((row, n) -> row.getLong(1))
                .list();
        for (long family : complete) {
            ledger.allocate(family, uuid(random), day.getYear() + "年活动经费");
            int times = random.nextInt(4);
            for (int i = 0; i < times; i++) {
                LocalDate on = day.plusDays(
                        random.nextInt((int) Math.max(1, desk.today().toEpochDay() - day.toEpochDay())));
                ledger.spend(
                        family,
                        new GroupLedger.Expense(
                                uuid(random),
                                Money.yuan(80 + random.nextInt(20) * 10L),
                                on,
                                PURPOSES.get(random.nextInt(PURPOSES.size())),
                                "FP%06d".formatted(random.nextInt(1_000_000))));
            }
        }
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
    }

    /** Who sits where. */
    private final class Seating {

        private final DemoDesk desk;
        private final List<InCare> families;
        private final InventedPeople people;

        Seating(DemoDesk desk, List<InCare> families) {
            this.desk = desk;
            this.families = families;
            this.people = new InventedPeople(desk.random(), 4000 + desk.firstNumber());
        }

        void make() {
            by(InCare::township).forEach((township, ours) -> {
                boolean fuqiao = township.endsWith("/350502005000/");
                seat(ours, SeatKind.TOWNSHIP_CADRE, fuqiao ? "苏丽清" : name(), "计生协会", fuqiao ? "jisheng" : null);
            });
            by(InCare::village).forEach((village, ours) -> {
                seat(ours, SeatKind.VILLAGE_PRESIDENT, name(), "村（社区）计生协会", null);
                if (people.chance(82)) {
                    seat(ours, SeatKind.VILLAGE_DOCTOR, name(), "村（社区）卫生所", null);
                }
                if (people.chance(88)) {
                    seat(ours, SeatKind.GROUP_LEADER, name(), "计生协会小组", null);
                }
                if (people.chance(30)) {
                    seat(ours.subList(0, 1), SeatKind.RELATIVE, name(), null, null);
                }
                if (people.chance(20)) {
                    seat(ours, SeatKind.VOLUNTEER, name(), "志愿服务队", null);
                }
            });
        }

        private Map<String, List<InCare>> by(Function<InCare, String> place) {
            return families.stream().collect(Collectors.groupingBy(place, TreeMap::new, Collectors.toList()));
        }

        /** From the month after the confirmation on; rosters of two years make two rounds. */
        private void seat(
                List<InCare> ours, SeatKind kind, String name, @Nullable String from, @Nullable String account) {
            String phone = people.phone();
            Map<LocalDate, List<Long>> rounds = new TreeMap<>();
            for (InCare family : ours) {
                LocalDate start = family.since().plusDays(10);
                rounds.computeIfAbsent(start.isAfter(desk.today()) ? desk.today() : start, day -> new ArrayList<>())
                        .add(family.id());
            }
            rounds.forEach((day, ids) -> groups.seatInAll(
                    ids,
                    new CareGroups.Seating(
                            kind, name, from, phone, account == null ? null : desk.accountId(account), day)));
        }

        private String name() {
            return people.surname() + people.given(people.chance(55) ? Sex.FEMALE : Sex.MALE);
        }
    }
}
