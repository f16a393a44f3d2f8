package org.nuanxin.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyList;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way: 补正待办, 待初审, 待确认. */
@Component
@Transactional(readOnly = true)
class WaitingSection implements WorklistSection {

    private static final int SHOWN = 5;

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Formats formats;

    WaitingSection(JdbcClient jdbc, FamilyList families, Formats formats) {
        this.jdbc = jdbc;
        this.families = families;
        this.formats = formats;
    }

    private record Stored(String status, long id, LocalDate since, long total) {}

    /** A file and since when it waits. */
    record Line(FamilyList.Row family, LocalDate since) {}

    /** Files in one status, the longest waiting first. */
    record Group(String status, long total, long days, List<Line> lines) {}

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }

    @Override
    public String template() {
        return "intake/worklist-waiting :: waiting";
    }

    @Override
    public Shown content(SignedInAccount account) {
        List<Stored> stored = jdbc.sql("""
                        select status, id, since, total from (
                            select w.*, row_number() over (partition by status order by since, id) as n,
                                   count(*) over (partition by status) as total
                            from (select f.status, f.id, coalesce(
                                      case f.status when 'REVIEWED' then f.reviewed_on
                                                    when 'RETURNED' then (c.returned_at at time zone 'Asia/Shanghai')::date end,
                                      f.registered_on) as since
                                  from family f
                                  left join family_correction c on c.family_id = f.id and c.resubmitted_at is null
                                  where f.status in ('RETURNED', 'REGISTERED', 'REVIEWED')) w) ranked
                        where n <= :shown order by n""")
                .param("shown", SHOWN)
                .query((row, n) ->
                        new Stored(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getLong(4)))
                .list();
        Map<Long, FamilyList.Row> rows = families
                .byIds(stored.stream().map(Stored::id).toList())
                .stream()
                .collect(Collectors.toMap(FamilyList.Row::id, Function.identity()));
        List<Group> groups = new ArrayList<>();
        long waiting = 0;
        for (String status : List.of("RETURNED", "REGISTERED", "REVIEWED")) {
            List<Stored> mine =
                    stored.stream().filter(file -> file.status().equals(status)).toList();
            if (!mine.isEmpty()) {
                waiting += mine.get(0).total();
                groups.add(new Group(
                        status,
                        mine.get(0).total(),
                        formats.daysSince(mine.get(0).since()),
                        mine.stream()
                                .flatMap(file ->
                                        Stream.ofNullable(rows.get(file.id())).map(row -> new Line(row, file.since())))
                                .toList()));
            }
        }
        return new Shown(groups, List.of(), waiting);
    }
}
