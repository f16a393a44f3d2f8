package org.nuanxin.roster;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a list with the dated facts and writes what was taken over; a handful of statements, however long the list. */
@Component
@Transactional
class ListComparison {

    /** How each row stands now; deaths are compared with the file of the person. */
    private static final String NOW = """
            select q.id, d.id as against, coalesce(d.valid_to, n.starts) as until,
                   case when :fact = '' then
                        case when p.died_on is null then 'NEW' when p.died_on = q.valid_from then 'UNCHANGED'
                             else 'DECEASED' end
                        when p.died_on <= q.valid_from then 'DECEASED'
                        when d.value = q.value and (q.next_due is null or q.next_due = d.next_due) then 'UNCHANGED'
                        when n.starts is not null then 'LATER'
                        when d.id is null or d.value = q.value then 'NEW'
                        else 'DIFFERS' end as outcome
            from list_row q join person p on p.id = q.known_person
            left join dated_fact d on d.family_id = p.family_id and d.person_id = p.id and d.name = :fact
                 and d.superseded_at is null and d.valid_from <= q.valid_from
                 and (d.valid_to is null or d.valid_to > q.valid_from)
            left join lateral (
                 select min(l.valid_from) as starts from dated_fact l
                 where l.family_id = p.family_id and l.person_id = p.id and l.name = :fact
                   and l.superseded_at is null and l.valid_from > q.valid_from) n on true
            where q.import_id = :import""";

    /** Held by those who stood on the list before and no longer do. */
    private static final String MISSING = """
            from list_row r join person p on p.id = r.known_person and p.active and p.died_on is null
            join dated_fact d on d.family_id = p.family_id and d.person_id = p.id and d.name = :fact
                 and d.superseded_at is null and d.valid_to is null and d.valid_from < :asOf and d.value = r.value
            where r.import_id = (select l.id from list_import l
                                 where l.kind = :kind and l.region_path = :region and l.state = 'DONE'
                                   and l.id <> :import and l.as_of <= :asOf order by l.as_of desc, l.id desc limit 1)
              and r.value <> 'none'
              and not exists (select 1 from list_row n where n.import_id = :import and n.known_person = r.known_person)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ListComparison(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Compares anew. What is new is taken over unless the name is another one; a choice that no longer fits is undone. */
    void compare(ListImport list, boolean first) {
        bind(
                        "update list_row r set outcome = now.outcome, against = now.against, until = now.until, take = case"
                                + " when :first then now.outcome = 'NEW' and not r.name_differs and :fact <> ''"
                                + " else r.take and now.outcome in ('NEW', 'DIFFERS', 'LATER')"
                                + " and now.against is not distinct from r.against end from (" + NOW
                                + ") now where now.id = r.id",
                        list)
                .param("first", first)
                .update();
    }

    /** Everybody who stood on the last list of the kind and is missing now, with what would end. */
    @Transactional(readOnly = true)
    List<ListImport.Missing> missing(ListImport list) {
        if (!list.kind().isFull() || list.done()) {
            return List.of();
        }
        return bindMissing(
                        "select p.id, p.family_id, p.name, d.value, d.valid_from " + MISSING
                                + " order by p.pinyin, p.id",
                        list)
                .query((row, n) -> new ListImport.Missing(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    /**
     * Writes all rows taken over, or none; a second call finds it done.
     *
     * @throws Rejected where something changed since it was compared
     */
    void apply(ListImport list) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean mine = jdbc.sql("""
                        update list_import set state = 'DONE', done_at = :now, done_by = :actor
                        where id = :id and state = 'READ'""")
                        .param("now", now)
                        .param("actor", Scope.actor())
                        .param("id", list.id())
                        .update()
                == 1;
        if (!mine) {
            return;
        }
        boolean moved = bind(
                        "select exists (select 1 from list_row r left join (" + NOW
                                + ") now on now.id = r.id where r.import_id = :import and r.take and (now.id is null"
                                + " or now.outcome <> r.outcome or now.against is distinct from r.against"
                                + " or now.until is distinct from r.until))",
                        list)
                .query(Boolean.class)
                .single();
        if (moved) {
            throw new Rejected("roster.lists.reject.moved");
        }
        List<Act> acts = new ArrayList<>();
        int applied = list.kind() == ListKind.DEATH ? 0 : write(list, now, acts);
        int ended = list.endMissing() && list.kind().isFull() ? end(list, now, acts) : 0;
        jdbc.sql("update list_import set applied = :applied, ended = :ended where id = :id")
                .param("applied", applied)
                .param("ended", ended)
                .param("id", list.id())
                .update();
        acts.add(Act.general("roster.list-applied").because(list.source()));
        audit.record(acts);
    }

    private int write(ListImport list, Timestamp now, List<Act> acts) {
        String field = "fact." + list.kind().fact();
        bind("""
                        select p.family_id, p.id, d.value, r.value from list_row r join person p on p.id = r.known_person
                        left join dated_fact d on d.id = r.against
                        where r.import_id = :import and r.take and :fact <> ''""", list).query(row -> {
            acts.add(Act.of("family.fact-listed", row.getLong(1))
                    .on(Subject.person(row.getLong(2)))
                    .because(list.source())
                    .changing(List.of(new Act.Change(field, row.getString(3), row.getString(4)))));
        });
        jdbc.sql("""
                        update dated_fact d set superseded_at = :now, superseded_by = :actor
                        from list_row r where r.import_id = :import and r.take and d.id = r.against""")
                .param("now", now)
                .param("actor", Scope.actor())
                .param("import", list.id())
                .update();
        stamped("""
                        insert into dated_fact (id, family_id, region_path, person_id, name, value, valid_from, valid_to,
                                                next_due, source, recorded_at, recorded_by, restates)
                        select nextval('dated_fact_seq'), d.family_id, d.region_path, d.person_id, d.name, d.value,
                               d.valid_from, r.valid_from, d.next_due, d.source, :now, :actor, coalesce(d.restates, d.id)
                        from list_row r join dated_fact d on d.id = r.against
                        where r.import_id = :import and r.take and d.valid_from < r.valid_from""", list, now).update();
        return stamped("""
                        insert into dated_fact (id, family_id, region_path, person_id, name, value, valid_from, valid_to,
                                                next_due, source, recorded_at, recorded_by)
                        select nextval('dated_fact_seq'), p.family_id, p.region_path, p.id, :fact, r.value, r.valid_from,
                               r.until, r.next_due, :source, :now, :actor
                        from list_row r join person p on p.id = r.known_person
                        where r.import_id = :import and r.take""", list, now)
                .param("fact", list.kind().fact())
                .param("source", list.source())
                .update();
    }

    /** Who is missing is not known to be anything from that day on. */
    private int end(ListImport list, Timestamp now, List<Act> acts) {
        List<Long> ids = new ArrayList<>();
        bindMissing("select d.id, d.family_id, d.person_id " + MISSING, list).query(row -> {
            ids.add(row.getLong(1));
            acts.add(Act.of("family.fact-ended", row.getLong(2))
                    .on(Subject.person(row.getLong(3)))
                    .because(list.source())
                    .changing(
                            List.of(new Act.Change("fact-to", null, list.asOf().toString()))));
        });
        Long[] wanted = ids.toArray(Long[]::new);
        jdbc.sql("""
                        update dated_fact set superseded_at = :now, superseded_by = :actor, superseded_reason = :source
                        where id = any (:ids)""")
                .param("now", now)
                .param("actor", Scope.actor())
                .param("source", list.source())
                .param("ids", wanted)
                .update();
        return jdbc.sql("""
                        insert into dated_fact (id, family_id, region_path, person_id, name, value, valid_from, valid_to,
                                                next_due, source, recorded_at, recorded_by, restates)
                        select nextval('dated_fact_seq'), d.family_id, d.region_path, d.person_id, d.name, d.value,
                               d.valid_from, :asOf, d.next_due, d.source, :now, :actor, coalesce(d.restates, d.id)
                        from dated_fact d where d.id = any (:ids)""")
                .param("asOf", list.asOf())
                .param("now", now)
                .param("actor", Scope.actor())
                .param("ids", wanted)
                .update();
    }

    private JdbcClient.StatementSpec stamped(String sql, ListImport list, Timestamp now) {
        return jdbc.sql(sql).param("import", list.id()).param("now", now).param("actor", Scope.actor());
    }

    private JdbcClient.StatementSpec bind(String sql, ListImport list) {
        return jdbc.sql(sql)
                .param("import", list.id())
                .param("fact", list.kind().fact());
    }

    private JdbcClient.StatementSpec bindMissing(String sql, ListImport list) {
        return bind(sql, list)
                .param("asOf", list.asOf())
                .param("kind", list.kind().name())
                .param("region", list.regionPath());
    }
}
