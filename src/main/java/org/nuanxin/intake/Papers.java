package org.nuanxin.intake;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a file: each is given once, then held. */
@Service
@Transactional
public class Papers {

    private final JdbcClient jdbc;
    private final EncryptedText texts;
    private final Formats formats;
    private final Audit audit;
    private final Clock clock;

    Papers(JdbcClient jdbc, EncryptedText texts, Formats formats, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.formats = formats;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where a paper stands. */
    public enum State {
        /** 已留存: the original was seen */
        HELD,
        /** not to be had; something else stands in for it */
        EXCUSED,
        /** does not concern this family */
        NOT_APPLICABLE
    }

    /** A paper of the list and where it stands; {@code state} is null while nobody has brought it. */
    public record Paper(
            String code,
            String name,
            @Nullable String note,
            boolean required,
            @Nullable State state,
            @Nullable LocalDate on,
            @Nullable String seenBy,
            @Nullable String substitute,
            @Nullable String reference,
            @Nullable Long attachmentId) {

        public boolean missing() {
            return required && state == null;
        }
    }

    /** What is written down about one paper. {@code substitute} says why it is not to be had and what stands in for it. */
    public record Entry(
            String code,
            State state,
            LocalDate on,
            @Nullable String substitute,
            @Nullable String reference,
            @Nullable Long attachmentId) {}

    /** The papers of a family's category and region, required ones or not. Throws {@link NotFound} out of scope. */
    @Transactional(readOnly = true)
    public List<Paper> ofFamily(long familyId) {
        List<Paper> papers = jdbc.sql("""
                        select q.code, q.name_zh, q.name_en, q.note_zh, q.note_en, q.required,
                               p.state, p.on_date, a.display_name, p.substitute, p.reference, p.attachment_id
                        from family f
                        join lateral (
                            select distinct on (r.code) r.* from paper_requirement r
                            where r.category = f.category and starts_with(f.region_path, r.applies_to)
                              and r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)
                            order by r.code, length(r.applies_to) desc) q on true
                        left join family_paper p on p.family_id = f.id and p.code = q.code and p.superseded_at is null
                        left join account a on a.id = p.recorded_by
                        where f.id = :family order by q.position, q.code""")
                .param("family", familyId)
                .param("today", formats.today())
                .query((row, n) -> new Paper(
                        row.getString(1),
                        formats.name(row.getString(2), row.getString(3)),
                        row.getString(4) == null ? null : formats.name(row.getString(4), row.getString(5)),
                        row.getBoolean(6),
                        row.getString(7) == null ? null : State.valueOf(row.getString(7)),
                        row.getObject(8, LocalDate.class),
                        row.getString(9),
                        texts.convertToEntityAttribute(row.getBytes(10)),
                        texts.convertToEntityAttribute(row.getBytes(11)),
                        row.getObject(12, Long.class)))
                .list();
        if (papers.isEmpty()) {
            throw new NotFound();
        }
        return papers;
    }

    /** Writes down several papers at once; what says the same as before changes nothing. Returns how many were written. */
    public int record(long familyId, Collection<Entry> entries) {
        Map<String, Paper> known = ofFamily(familyId).stream().collect(Collectors.toMap(Paper::code, paper -> paper));
        int written = 0;
        for (Entry entry : entries) {
            Paper before = known.get(entry.code());
            if (before == null) {
                throw new NotFound();
            }
            if (entry.on().isAfter(formats.today())) {
                throw new Rejected("intake.reject.future");
            }
            if (entry.state() == State.EXCUSED && entry.substitute() == null) {
                throw new Rejected("intake.reject.substitute");
            }
            if (!same(before, entry)) {
                write(familyId, before, entry);
                written++;
            }
        }
        return written;
    }

    /** Required papers that nobody brought, by family; families with all of them are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Long> missing(Collection<Long> familyIds) {
        return familyIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select f.id, count(*) from family f
                        join lateral (
                            select distinct on (r.code) r.code, r.required from paper_requirement r
                            where r.category = f.category and starts_with(f.region_path, r.applies_to)
                              and r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)
                            order by r.code, length(r.applies_to) desc) q on q.required
                        left join family_paper p on p.family_id = f.id and p.code = q.code and p.superseded_at is null
                        where f.id in (:ids) and p.id is null group by f.id""")
                        .param("ids", familyIds)
                        .param("today", formats.today())
                        .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void write(long familyId, Paper before, Entry entry) {
        if (entry.attachmentId() != null) {
            boolean theirs = jdbc.sql("select count(*) from attachment where id = :id and family_id = :family")
                            .param("id", entry.attachmentId())
                            .param("family", familyId)
                            .query(Long.class)
                            .single()
                    > 0;
            if (!theirs) {
                throw new NotFound();
            }
        }
        jdbc.sql("""
                        update family_paper set superseded_at = :now, superseded_by = :actor
                        where family_id = :family and code = :code and superseded_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .param("family", familyId)
                .param("code", entry.code())
                .update();
        jdbc.sql("""
                        insert into family_paper (id, family_id, region_path, code, state, on_date, substitute, reference,
                                                  attachment_id, recorded_by)
                        select nextval('family_paper_seq'), f.id, f.region_path, :code, :state, :on, :substitute, :reference,
                               :attachment, :actor
                        from family f where f.id = :family""")
                .param("family", familyId)
                .param("code", entry.code())
                .param("state", entry.state().name())
                .param("on", entry.on())
                .param("substitute", texts.convertToDatabaseColumn(entry.substitute()))
                .param("reference", texts.convertToDatabaseColumn(entry.reference()))
                .param("attachment", entry.attachmentId(), Types.BIGINT)
                .param("actor", Scope.actor())
                .update();
        audit.record(
                Act.of("intake.paper", familyId).changing(Change.of("intake.paper", before.state(), entry.state())));
    }

    private static boolean same(Paper before, Entry entry) {
        return before.state() == entry.state()
                && Objects.equals(before.on(), entry.on())
                && Objects.equals(before.substitute(), entry.substitute())
                && Objects.equals(before.reference(), entry.reference())
                && Objects.equals(before.attachmentId(), entry.attachmentId());
    }
}
