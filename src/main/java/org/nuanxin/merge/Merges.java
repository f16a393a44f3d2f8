package org.nuanxin.merge;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Merges two files of one family (并档) and undoes it. The database does it in one function, which notes every row it
 * touches; a preview is the same run, rolled back.
 */
@Service
class Merges {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Merges(
            JdbcClient jdbc,
            JsonMapper json,
            Audit audit,
            ApplicationEventPublisher events,
            EntityManager entities,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A merge.
     *
     * @param keep the file that goes on
     * @param absorbed the file that is closed into it
     * @param persons members of the absorbed file who are the same person as one of the kept file, absorbed id to kept id
     * @param taken names of fields taken from the absorbed file: address, person:17:phone
     */
    record Wanted(
            UUID clientId,
            long keep,
            long absorbed,
            Map<Long, Long> persons,
            Map<Long, Long> children,
            Set<String> taken,
            String reason) {}

    /** What became of the rows of a table: handed over, or staying with the closed file. */
    record Moved(String table, long moved, long stayed) {

        private static final Set<String> NAMED = Set.of(
                "person", "child", "dated_fact", "visit", "care_task", "care_group", "group_seat", "group_ledger");

        /** Whether people have a word for these rows; the others hang on them. */
        public boolean named() {
            return NAMED.contains(table);
        }
    }

    /** A merge as it is on record. */
    record Done(
            long id,
            long familyId,
            long absorbedId,
            @Nullable String absorbedNumber,
            String reason,
            Instant at,
            @Nullable String by,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy,
            @Nullable String undoReason) {}

    /** What the merge would do, without doing it. Throws what {@link #merge} throws. */
    List<Moved> preview(Wanted wanted) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return carryOut(wanted, write(wanted));
        });
    }

    /**
     * Merges. The same client id again is the same merge.
     *
     * @throws NotFound where one of the files is out of scope
     * @throws Rejected where one is closed already, the less advanced would be kept, or something else holds them apart
     */
    void merge(Wanted wanted) {
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql("select count(*) from family_merge where client_id = :id")
                            .param("id", wanted.clientId())
                            .query(Long.class)
                            .single()
                    > 0) {
                return;
            }
            carryOut(wanted, write(wanted));
            audit.record(List.of(
                    Act.of("merge.merged", wanted.keep()).because(wanted.reason()),
                    Act.of("merge.merged-into", wanted.absorbed()).because(wanted.reason())));
            events.publishEvent(FamilyChange.of(FamilyChange.Kind.MERGED, wanted.absorbed(), LocalDate.now(clock))
                    .withOther(wanted.keep()));
        });
    }

    private long write(Wanted wanted) {
        entities.flush();
        entities.clear();
        List<String> statuses = jdbc.sql("""
                        select case when nuanxin_in_range(region_path) then status else 'ELSEWHERE' end
                        from family where id in (:ids) order by id = :absorbed""")
                .param("ids", List.of(wanted.keep(), wanted.absorbed()))
                .param("absorbed", wanted.absorbed())
                .query((row, n) -> row.getString(1))
                .list();
        if (statuses.size() < 2) {
            throw new NotFound();
        }
        if (statuses.contains("ELSEWHERE")) {
            throw new Rejected("merge.reject.elsewhere");
        }
        if (statuses.contains("EXITED")) {
            throw new Rejected("merge.reject.closed");
        }
        if (!statuses.get(0).equals("CONFIRMED") && statuses.get(1).equals("CONFIRMED")
                || statuses.get(0).equals("LEAD") && !statuses.get(1).equals("LEAD")) {
            throw new Rejected("merge.reject.keep-the-other");
        }
        return jdbc.sql("""
                        insert into family_merge (id, client_id, family_id, region_path, absorbed_id, absorbed_path, persons, children,
                                                  taken, reason, merged_on, merged_by)
                        select nextval('family_merge_seq'), :client, f.id, f.region_path, g.id, g.region_path, cast(:persons as jsonb),
                               cast(:children as jsonb), :taken, :reason, :today, :by
                        from family f join family g on g.id = :absorbed where f.id = :keep returning id""")
                .param("client", wanted.clientId())
                .param("keep", wanted.keep())
                .param("absorbed", wanted.absorbed())
                .param("persons", json.writeValueAsString(wanted.persons()))
                .param("children", json.writeValueAsString(wanted.children()))
                .param("taken", wanted.taken().toArray(String[]::new))
                .param("reason", wanted.reason())
                .param("today", LocalDate.now(clock))
                .param("by", Scope.actor())
                .query(Long.class)
                .single();
    }

    private List<Moved> carryOut(Wanted wanted, long merge) {
        try {
            return jdbc.sql("select moved_table, moved, stayed from merge_families(:merge)")
                    .param("merge", merge)
                    .query((row, n) -> new Moved(row.getString(1), row.getLong(2), row.getLong(3)))
                    .list();
        } catch (DataIntegrityViolationException refused) {
            throw new Rejected(reason(refused, "merge.reject.tied"));
        }
    }

    /** Undoes a merge. Returns how many fields were left as they are because somebody changed them since. */
    long undo(long mergeId, String reason) {
        return transaction.execute(status -> {
            Done done = find(mergeId).orElseThrow(NotFound::new);
            if (done.undoneAt() != null) {
                throw new Rejected("merge.reject.undone-already");
            }
            long leftAlone;
            try {
                leftAlone = jdbc.sql("select unmerge_families(:merge)")
                        .param("merge", mergeId)
                        .query(Long.class)
                        .single();
            } catch (DataIntegrityViolationException refused) {
                throw new Rejected(reason(refused, "merge.reject.undo-clash"));
            }
            jdbc.sql(
                            "update family_merge set undone_at = now(), undone_by = :by, undo_reason = :reason where id = :merge")
                    .param("by", Scope.actor())
                    .param("reason", reason)
                    .param("merge", mergeId)
                    .update();
            audit.record(List.of(
                    Act.of("merge.undone", done.familyId()).because(reason),
                    Act.of("merge.undone", done.absorbedId()).because(reason)));
            return leftAlone;
        });
    }

    private static String reason(DataIntegrityViolationException refused, String otherwise) {
        String message = String.valueOf(refused.getMessage());
        if (message.contains("family_merge_open")
                || message.contains("a closed file")
                || message.contains("life went on")) {
            return "merge.reject.life-went-on";
        }
        return message.contains("not a member") || message.contains("not a child") ? "merge.reject.members" : otherwise;
    }

    Optional<Done> find(long mergeId) {
        return merges("m.id = :id", mergeId).stream().findFirst();
    }

    /** Merges a file took part in, newest first. */
    List<Done> of(long familyId) {
        return merges("m.family_id = :id or m.absorbed_id = :id", familyId);
    }

    private List<Done> merges(String where, long id) {
        return jdbc.sql("""
                        select m.id, m.family_id, m.absorbed_id, g.file_number, m.reason, m.merged_at, a.display_name,
                               m.undone_at, u.display_name, m.undo_reason
                        from family_merge m join family g on g.id = m.absorbed_id
                        left join account a on a.id = m.merged_by left join account u on u.id = m.undone_by
                        where %s order by m.id desc""".formatted(where))
                .param("id", id)
                .query((row, n) -> new Done(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7),
                        row.getTimestamp(8) == null ? null : row.getTimestamp(8).toInstant(),
                        row.getString(9),
                        row.getString(10)))
                .list();
    }
}
