package org.nuanxin.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The three strips of the worklist, one a must; four statements however many tasks there are. */
@Component
@Transactional(readOnly = true)
class MustStrips implements WorklistSection {

    private static final int ROWS = 5;
    private static final List<TaskKind> MUSTS = List.of(TaskKind.FIRST_VISIT, TaskKind.FESTIVAL, TaskKind.TIMELY_CARE);

    private final TaskRows rows;
    private final CareDeadlines deadlines;
    private final JdbcClient jdbc;
    private final Formats formats;
    private final Words words;

    MustStrips(TaskRows rows, CareDeadlines deadlines, JdbcClient jdbc, Formats formats, Words words) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.formats = formats;
        this.words = words;
    }

    /** Open tasks of a kind; {@code since} is the oldest reason, {@code met} the longest time without a meeting. */
    record Count(
            TaskKind kind,
            long open,
            long overdue,
            long today,
            long untaken,
            LocalDate since,
            @Nullable LocalDate met) {

        static Count none(TaskKind kind, LocalDate today) {
            return new Count(kind, 0, 0, 0, 0, today, null);
        }
    }

    /** A strip: what the spine says, and its rows. */
    record Strip(
            int must,
            TaskKind kind,
            String title,
            long count,
            long waitedDays,
            long unseenDays,
            List<TaskRow> rows,
            Festival.@Nullable Window window,
            long done,
            long total) {

        public long percent() {
            return total == 0 ? 0 : done * 100 / total;
        }
    }

    /** The strips, the next festival, and who may hand tasks out. */
    record Strips(List<Strip> strips, Festival.Window next, boolean mayAssign) {}

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER, Role.POLICY_ADMIN);
    }

    @Override
    public String template() {
        return "care/worklist-strips :: strips";
    }

    @Override
    public Shown content(SignedInAccount account) {
        LocalDate today = formats.today();
        Map<TaskKind, Count> counts = counts(today);
        List<TaskRow> urgent = rows.urgent(MUSTS, ROWS * 3);
        Optional<Festival.Window> window = deadlines.festival(account.regionPath(), today);
        long[] progress = window.map(this::progress).orElse(new long[2]);
        List<Strip> strips = new ArrayList<>();
        for (TaskKind kind : MUSTS) {
            Count count = counts.getOrDefault(kind, Count.none(kind, today));
            boolean festival = kind == TaskKind.FESTIVAL;
            LocalDate met = count.met();
            strips.add(new Strip(
                    strips.size() + 1,
                    kind,
                    festival && window.isPresent()
                            ? words.task(
                                    kind,
                                    TaskReason.valueOf(window.get().festival().name()))
                            : words.label("must", kind),
                    count.open(),
                    ChronoUnit.DAYS.between(count.since(), today),
                    met == null ? 0 : ChronoUnit.DAYS.between(met, today),
                    oneAFamily(urgent, kind),
                    festival ? window.orElse(null) : null,
                    festival ? progress[0] : 0,
                    festival ? progress[1] : 0));
        }
        boolean mayAssign = account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF);
        return new Shown(
                new Strips(strips, Festival.next(today), mayAssign),
                clauses(counts),
                counts.values().stream().mapToLong(Count::open).sum());
    }

    /** Two festivals missed are one family to go to. */
    private static List<TaskRow> oneAFamily(List<TaskRow> urgent, TaskKind kind) {
        Set<Long> seen = new HashSet<>();
        return urgent.stream()
                .filter(row -> row.kind() == kind && seen.add(row.familyId()))
                .limit(ROWS)
                .toList();
    }

    private List<String> clauses(Map<TaskKind, Count> counts) {
        List<String> clauses = new ArrayList<>();
        say(
                clauses,
                "clause.today",
                counts.values().stream().mapToLong(Count::today).sum());
        say(
                clauses,
                "clause.overdue",
                counts.values().stream().mapToLong(Count::overdue).sum());
        say(
                clauses,
                "clause.untaken",
                MUSTS.stream()
                        .map(counts::get)
                        .filter(count -> count != null)
                        .mapToLong(Count::untaken)
                        .sum());
        return clauses;
    }

    private void say(List<String> clauses, String key, long number) {
        if (number > 0) {
            clauses.add(words.say(key, number));
        }
    }

    private Map<TaskKind, Count> counts(LocalDate today) {
        return jdbc
                .sql("""
                        select t.kind, count(distinct t.family_id), count(*) filter (where %s), count(*) filter (where t.due_on = :today),
                               count(*) filter (where t.assignee_id is null), min(t.reason_on), min(t.last_met_on)
                        from care_task t where t.status = 'OPEN' and t.opens_on <= :today group by t.kind""".formatted(Overdue.SQL))
                .param("today", today)
                .query((row, n) -> new Count(
                        TaskKind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::kind, Function.identity()));
    }

    /** Families cared for, those 按其意愿 included, and families in all. */
    private long[] progress(Festival.Window window) {
        return jdbc.sql("""
                        select count(*) filter (where t.status in ('DONE', 'FULFILLED_OTHERWISE')), count(*)
                        from care_task t where t.kind = 'FESTIVAL' and t.occasion = :occasion and t.status <> 'CANCELLED'""")
                .param("occasion", window.occasion())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }
}
