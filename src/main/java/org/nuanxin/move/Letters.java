package org.nuanxin.move;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter from the old visitor to the new: written before the family leaves, kept until it has been read. */
@Service
@Transactional
public class Letters {

    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final Audit audit;
    private final Clock clock;

    Letters(JdbcClient jdbc, EncryptedText encryption, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.audit = audit;
        this.clock = clock;
    }

    /** A letter that waits for somebody else to read it. */
    public record Letter(long id, long writtenById, String writtenBy, Instant writtenAt, String content, int version) {}

    /** A family whose letter this account has not read. */
    public record Unread(long familyId, String names, String writtenBy) {}

    /** The letter that waits. Throws {@link NotFound} where the family is out of scope by finding none. */
    @Transactional(readOnly = true)
    public Optional<Letter> find(long familyId) {
        return jdbc.sql("""
                        select l.id, l.written_by, a.display_name, l.written_at, l.content, l.version
                        from handover_letter l join account a on a.id = l.written_by
                        where l.family_id = :family and l.read_at is null""")
                .param("family", familyId)
                .query((row, n) -> new Letter(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        Objects.requireNonNull(encryption.convertToEntityAttribute(row.getBytes(5))),
                        row.getInt(6)))
                .optional();
    }

    /** What the family's page needs to know: an open request, and whether a letter waits; in one statement. */
    record Pending(@Nullable Long openRequest, boolean letter) {}

    @Transactional(readOnly = true)
    Pending pending(long familyId) {
        return jdbc.sql("""
                        select (select max(r.id) from move_request r join move_subject s on s.request_id = r.id
                                where s.family_id = :family and r.status = 'REQUESTED'),
                               exists (select 1 from handover_letter where family_id = :family and read_at is null)""")
                .param("family", familyId)
                .query((row, n) -> new Pending(row.getObject(1, Long.class), row.getBoolean(2)))
                .single();
    }

    @Transactional(readOnly = true)
    List<Unread> unread(long accountId) {
        return jdbc.sql("""
                        select l.family_id, (select string_agg(p.name, '、' order by p.contact desc, p.id) from person p
                                             where p.family_id = l.family_id and p.active and p.role = 'PARENT'), a.display_name
                        from handover_letter l join account a on a.id = l.written_by
                        where l.read_at is null and l.written_by <> :me and not exists (
                            select 1 from move_subject s join move_request r on r.id = s.request_id
                            where s.family_id = l.family_id and r.status = 'REQUESTED')
                        order by l.written_at limit 5""")
                .param("me", accountId)
                .query((row, n) ->
                        new Unread(row.getLong(1), Objects.requireNonNullElse(row.getString(2), ""), row.getString(3)))
                .list();
    }

    /** Records that somebody opened the letter. */
    void viewed(long familyId) {
        audit.record(Act.of("move.letter-viewed", familyId));
    }

    /** Writes the letter, or changes one that nobody has read. The same client id again is the same letter. */
    public void write(long familyId, UUID clientId, String content) {
        long me = Scope.actor();
        byte[] sealed = encryption.convertToDatabaseColumn(content);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Letter known = find(familyId).orElse(null);
        if (known != null && known.writtenById() != me) {
            throw new Rejected("move.reject.letter-of-another");
        }
        if (known != null) {
            jdbc.sql(
                            "update handover_letter set content = :content, written_at = :now, version = version + 1 where id = :id")
                    .param("content", sealed)
                    .param("now", now)
                    .param("id", known.id())
                    .update();
        } else {
            int written = jdbc.sql("""
                            insert into handover_letter (id, client_id, family_id, region_path, content, written_by, written_at)
                            select nextval('handover_letter_seq'), :client, f.id, f.region_path, :content, :me, :now
                            from family f where f.id = :family on conflict (client_id) do nothing""")
                    .param("client", clientId)
                    .param("content", sealed)
                    .param("me", me)
                    .param("now", now)
                    .param("family", familyId)
                    .update();
            if (written == 0 && !visible(familyId)) {
                throw new NotFound();
            }
        }
        audit.record(Act.of("move.letter-written", familyId));
    }

    /** 读过了: by somebody else than who wrote it. */
    public void acknowledge(long familyId) {
        Letter letter = find(familyId).orElseThrow(NotFound::new);
        if (letter.writtenById() == Scope.actor()) {
            throw new Rejected("move.reject.own-letter");
        }
        int read = jdbc.sql(
                        "update handover_letter set read_by = :me, read_at = :now, version = version + 1 where id = :id and read_at is null")
                .param("me", Scope.actor())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", letter.id())
                .update();
        if (read > 0) {
            audit.record(Act.of("move.letter-read", familyId));
        }
    }

    private boolean visible(long familyId) {
        return jdbc.sql("select exists (select 1 from family where id = :family)")
                .param("family", familyId)
                .query(Boolean.class)
                .single();
    }
}
