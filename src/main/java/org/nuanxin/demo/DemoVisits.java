package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.nuanxin.care.CareTasks;
import org.nuanxin.care.Festival;
import org.nuanxin.care.NewVisit;
import org.nuanxin.care.TaskReason;
import org.nuanxin.care.Visits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Thirteen months of visits and calls: most families are seen as they should be, some we have not been to for long. */
@Component
@OnDemoDatabase
class DemoVisits {

    private static final int TOGETHER = 12;
    private static final String FUQIAO = "/350502005000/";

    private final Visits visits;
    private final CareTasks tasks;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DemoClock clock;

    DemoVisits(Visits visits, CareTasks tasks, JdbcClient jdbc, TransactionOperations transaction, DemoClock clock) {
        this.visits = visits;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A family in care, and who of it can be met. */
    private record Cared(long id, LocalDate since, boolean byWish, String residence, List<Long> members) {}

    /** Something that happens on a day: a visit, or the calendar asking for one. */
    private record Event(LocalDate day, Runnable work) {}

    /** The first visit to a newly bereaved family, a day before its registration. */
    void first(DemoDesk desk, long familyId, LocalDate registered) {
        InventedVisits invented = new InventedVisits(desk.random());
        desk.at(
                registered,
                desk.county().registrar(),
                () -> visits.log(
                        familyId,
                        invented.firstVisit(desk.accountId(desk.county().registrar()), registered.minusDays(1))));
    }

    /** A year of care, then the troubles of the last days. */
    void make(DemoDesk desk) {
        List<Cared> families = new ArrayList<>();
        desk.as(desk.county().registrar(), () -> families.addAll(read()));
        Year year = new Year(desk);
        families.forEach(year::plan);
        year.live();
        troubles(desk, families);
    }

    private List<Cared> read() {
        return jdbc.sql("""
                        select f.id, f.confirmed_on, f.visits_welcome <> 'WELCOME', f.residence_path,
                               (select array_agg(p.id order by p.id) from person p
                                where p.family_id = f.id and p.died_on is null and p.role <> 'GRANDCHILD')
                        from family f where f.status = 'CONFIRMED' order by f.id""")
                .query((row, n) -> new Cared(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getBoolean(3),
                        row.getString(4),
                        List.of((Long[]) row.getArray(5).getArray())))
                .list();
    }

    /** 必须三: somebody in hospital, a leaking roof; one too late already, one due today, one fresh. */
    private void troubles(DemoDesk desk, List<Cared> families) {
        LocalDate today = desk.today();
        int[] daysAgo = {5, 3, 1};
        TaskReason[] reasons = {TaskReason.ILLNESS, TaskReason.HOSPITAL, TaskReason.DISASTER};
        String[] notes = {"邻居说这几天下不了床", "昨晚住进市第一医院，内科", "台风过后屋顶漏雨"};
        for (int i = 0; i < Math.min(3, families.size() / 8); i++) {
            int which = i;
            Cared family = families.get(i * 5 + 2);
            LocalDate known = today.minusDays(daysAgo[i]);
            desk.at(
                    known,
                    desk.county().registrar(),
                    () -> tasks.openTimelyCare(
                            family.id(), "demonstration-" + which, reasons[which], known, notes[which]));
        }
    }

    /** Plans every family's visits, then lives through them in their order. */
    private final class Year {

        private final DemoDesk desk;
        private final Random random;
        private final InventedVisits invented;
        private final LocalDate begin;
        private final List<Event> events = new ArrayList<>();

        Year(DemoDesk desk) {
            this.desk = desk;
            this.random = desk.random();
            this.invented = new InventedVisits(random);
            this.begin = desk.today().minusMonths(12).withDayOfMonth(1);
            for (LocalDate month = begin; !month.isAfter(desk.today()); month = month.plusMonths(1)) {
                events.add(new Event(month, tasks::openDue));
            }
            windows().forEach(window -> events.add(new Event(window.opensOn(), tasks::openDue)));
        }

        private Stream<Festival.Window> windows() {
            return Stream.of(begin.getYear(), begin.getYear() + 1)
                    .flatMap(year -> Stream.of(Festival.values()).map(festival -> festival.window(year)))
                    .filter(window ->
                            !window.opensOn().isBefore(begin) && window.day().isBefore(desk.today()));
        }

        void plan(Cared family) {
            int kind = random.nextInt(100);
            if (kind < 3) {
                return; // never visited: we owe them a first one
            }
            LocalDate until = kind < 12 ? desk.today().minusMonths(4) : desk.today();
            Set<LocalDate> days = new HashSet<>();
            windows().forEach(window -> {
                if (random.nextInt(100) < 86) {
                    add(family, window.opensOn().plusDays(2 + random.nextInt(11)), until, days, true, true);
                }
            });
            for (LocalDate month = begin; !month.isAfter(until); month = month.plusMonths(1)) {
                boolean quarter = month.getMonthValue() % 3 == 2;
                if (quarter || random.nextInt(100) < desk.county().contactsPercent()) {
                    add(family, month.plusDays(random.nextInt(27)), until, days, quarter, false);
                }
            }
        }

        private void add(
                Cared family, LocalDate day, LocalDate until, Set<LocalDate> days, boolean home, boolean gift) {
            if (day.isAfter(until)
                    || day.isBefore(family.since())
                    || family.members().isEmpty()
                    || !days.add(day)) {
                return;
            }
            boolean recent = day.isAfter(desk.today().minusDays(14));
            LocalDate next = recent && random.nextInt(3) > 0 ? desk.today().plusDays(random.nextInt(12)) : null;
            LocalDate agreed = next != null && next.isAfter(day) ? next : null;
            NewVisit visit;
            if (family.byWish()) {
                visit = gift
                        ? invented.parcel(visitor(family), day)
                        : invented.call(visitor(family), family.members(), day, agreed);
            } else if (home) {
                visit = invented.home(visitor(family), family.members(), day, gift, agreed);
            } else {
                visit = invented.call(visitor(family), family.members(), day, agreed);
            }
            events.add(new Event(day, () -> visits.log(family.id(), visit)));
        }

        private long visitor(Cared family) {
            boolean fuqiao = family.residence().contains(FUQIAO);
            return desk.accountId(
                    fuqiao && random.nextInt(4) > 0 ? "jisheng" : desk.county().registrar());
        }

        /** A few events in a transaction: hundreds of commits make the first start long, and so does one large session. */
        void live() {
            events.sort(Comparator.comparing(Event::day));
            desk.as(desk.county().registrar(), () -> {
                for (int from = 0; from < events.size(); from += TOGETHER) {
                    List<Event> some = events.subList(from, Math.min(from + TOGETHER, events.size()));
                    transaction.executeWithoutResult(
                            status -> some.forEach(event -> clock.on(event.day(), event.work())));
                }
            });
        }
    }
}
