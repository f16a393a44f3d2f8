package org.nuanxin.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Recusals;
import org.nuanxin.privacy.EncryptedText;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公示: reviewed families on a masked public list for some days, and what people objected. */
@Service
@Transactional
class Notices {

    private static final Set<String> TWO_CHARACTERS =
            Set.of("欧阳", "上官", "司徒", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "令狐", "东方");

    private final JdbcClient jdbc;
    private final EncryptedText texts;
    private final Regions regions;
    private final Formats formats;
    private final Recusals recusals;
    private final Audit audit;
    private final Clock clock;

    Notices(
            JdbcClient jdbc,
            EncryptedText texts,
            Regions regions,
            Formats formats,
            Recusals recusals,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.regions = regions;
        this.formats = formats;
        this.recusals = recusals;
        this.audit = audit;
        this.clock = clock;
    }

    /** A list that was posted, {@code [startsOn, endsOn)}; counts of what this account may see of it. */
    record Batch(UUID id, LocalDate startsOn, LocalDate endsOn, String postedAt, long families, long open) {

        /** The last day on which people can read it. */
        public LocalDate lastDay() {
            return endsOn.minusDays(1);
        }
    }

    /** A line of a list, as the public reads it: never the child, the loss, or more of the address than the village. */
    record Line(long noticeId, long familyId, String masked, String place, List<Objection> objections) {}

    /** What somebody objected; {@code outcome} is null while it is open. */
    record Objection(
            long id,
            long noticeId,
            LocalDate on,
            String by,
            String text,
            @Nullable String outcome,
            @Nullable String outcomeText) {}

    /** Of the given families those that can go on a list: reviewed, and on none now. */
    @Transactional(readOnly = true)
    public Set<Long> ready(Collection<Long> familyIds) {
        if (familyIds.isEmpty()) {
            return Set.of();
        }
        Set<Long> ready = new HashSet<>(jdbc.sql("""
                        select f.id from family f where f.id in (:ids) and f.status = 'REVIEWED'
                          and not exists (select 1 from family_notice n where n.family_id = f.id and n.ends_on > :today)""")
                .param("ids", familyIds)
                .param("today", formats.today())
                .query(Long.class)
                .list());
        ready.removeAll(recusals.among(familyIds));
        return ready;
    }

    /** Starts a list today; the same batch id again is the same list. Throws {@link Rejected} where no family is ready. */
    public void start(UUID batch, Collection<Long> familyIds, int days, String postedAt) {
        if (!batches(batch, 1).isEmpty()) {
            return;
        }
        Set<Long> ready = ready(familyIds);
        if (ready.isEmpty()) {
            throw new Rejected("intake.reject.nobody-ready");
        }
        LocalDate today = formats.today();
        jdbc.sql("""
                        insert into family_notice (id, batch, family_id, region_path, starts_on, ends_on, posted_at, started_by)
                        select nextval('family_notice_seq'), :batch, f.id, f.region_path, :from, :to, :posted, :actor
                        from family f where f.id in (:ids)""")
                .param("batch", batch)
                .param("from", today)
                .param("to", today.plusDays(days))
                .param("posted", postedAt)
                .param("actor", Scope.actor())
                .param("ids", ready)
                .update();
        audit.record(
                ready.stream().map(id -> Act.of("intake.notice-started", id)).toList());
    }

    /** The lists, the latest first. */
    @Transactional(readOnly = true)
    public List<Batch> batches(@Nullable UUID only, int limit) {
        return jdbc.sql("""
                        select n.batch, min(n.starts_on), max(n.ends_on), min(n.posted_at), count(*),
                               coalesce(sum((select count(*) from notice_objection o
                                             where o.notice_id = n.id and o.outcome is null)), 0)
                        from family_notice n
                        where :batch::uuid is null or n.batch = :batch::uuid
                        group by n.batch order by 2 desc, 1 limit :limit""")
                .param("batch", only == null ? null : only.toString())
                .param("limit", limit)
                .query((row, n) -> new Batch(
                        UUID.fromString(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    /** Throws {@link NotFound} out of scope. */
    @Transactional(readOnly = true)
    public Batch batch(UUID id) {
        return batches(id, 1).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** The lines of a list, by place; three statements however many. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID batch) {
        record Stored(long noticeId, long familyId, String path, String names) {}
        List<Stored> stored = jdbc.sql("""
                        select n.id, n.family_id, n.region_path,
                               (select string_agg(p.name, '、' order by p.contact desc, p.id) from person p
                                where p.family_id = n.family_id and p.role = 'PARENT')
                        from family_notice n where n.batch = :batch order by n.region_path, n.id""")
                .param("batch", batch)
                .query((row, n) ->
                        new Stored(row.getLong(1), row.getLong(2), row.getString(3), String.valueOf(row.getString(4))))
                .list();
        Map<String, String> places =
                regions.places(stored.stream().map(Stored::path).toList());
        List<Objection> objections = objections(batch);
        List<Line> lines = new ArrayList<>();
        for (Stored row : stored) {
            lines.add(new Line(
                    row.noticeId(),
                    row.familyId(),
                    masked(row.names()),
                    places.getOrDefault(row.path(), ""),
                    objections.stream()
                            .filter(objection -> objection.noticeId() == row.noticeId())
                            .toList()));
        }
        return lines;
    }

    private List<Objection> objections(UUID batch) {
        return jdbc.sql("""
                        select o.id, o.notice_id, o.raised_on, o.raised_by, o.text, o.outcome, o.outcome_text
                        from notice_objection o join family_notice n on n.id = o.notice_id
                        where n.batch = :batch order by o.id""")
                .param("batch", batch)
                .query((row, n) -> new Objection(
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        String.valueOf(texts.convertToEntityAttribute(row.getBytes(4))),
                        String.valueOf(texts.convertToEntityAttribute(row.getBytes(5))),
                        row.getString(6),
                        texts.convertToEntityAttribute(row.getBytes(7))))
                .list();
    }

    /** Writes down what somebody objected; the same client id again is the same objection. */
    public void object(long noticeId, UUID clientId, String by, String text) {
        long family = jdbc.sql("select family_id from family_notice where id = :id")
                .param("id", noticeId)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        int written = jdbc.sql("""
                        insert into notice_objection (id, client_id, notice_id, family_id, region_path, raised_on, raised_by, text, recorded_by)
                        select nextval('notice_objection_seq'), :client, n.id, n.family_id, n.region_path, :today, :by, :text, :actor
                        from family_notice n where n.id = :id
                        on conflict (client_id) do nothing""")
                .param("client", clientId)
                .param("today", formats.today())
                .param("by", texts.convertToDatabaseColumn(by))
                .param("text", texts.convertToDatabaseColumn(text))
                .param("actor", Scope.actor())
                .param("id", noticeId)
                .update();
        if (written == 1) {
            audit.record(Act.of("intake.objection", family));
        }
    }

    /** Closes an objection with what came of it. Throws {@link NotFound} where it is closed already. */
    public void close(long objectionId, boolean upheld, String outcome) {
        long family = jdbc.sql("""
                        update notice_objection set outcome = :outcome, outcome_text = :text, closed_at = :now, closed_by = :actor
                        where id = :id and outcome is null returning family_id""")
                .param("outcome", upheld ? "UPHELD" : "UNFOUNDED")
                .param("text", texts.convertToDatabaseColumn(outcome))
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .param("id", objectionId)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        audit.record(Act.of("intake.objection-closed", family));
    }

    /** 郑某、林某: the family name alone. */
    static String masked(String names) {
        List<String> masked = new ArrayList<>();
        for (String name : names.split("、")) {
            int keep = name.length() > 2 && TWO_CHARACTERS.contains(name.substring(0, 2)) ? 2 : 1;
            masked.add(name.substring(0, Math.min(keep, name.length())) + "某");
        }
        return String.join("、", masked);
    }
}
