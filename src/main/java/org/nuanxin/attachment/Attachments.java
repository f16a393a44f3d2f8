package org.nuanxin.attachment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.EncryptedBytes;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps files of families; any feature may attach one. */
@Service
@Transactional
public class Attachments {

    /** Bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final EncryptedBytes bytes;
    private final EncryptedText texts;
    private final Audit audit;
    private final Clock clock;

    Attachments(JdbcClient jdbc, EncryptedBytes bytes, EncryptedText texts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.bytes = bytes;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A file in a list. {@code current}: neither superseded nor withdrawn. */
    public record Listed(
            long id,
            AttachmentKind kind,
            String fileName,
            String mediaType,
            int size,
            LocalDate storedOn,
            String storedBy,
            boolean superseded,
            @Nullable String withdrawnBecause) {

        public boolean current() {
            return !superseded && withdrawnBecause == null;
        }

        /** In words people use: 340 KB, 2.1 MB. */
        public String sizeText() {
            return size < 1_000_000 ? Math.max(1, size / 1000) + " KB" : size / 100_000 / 10.0 + " MB";
        }
    }

    /** A file opened. */
    public record Opened(String fileName, String mediaType, byte[] content) {}

    /** Keeps a file; the same client id again is the same file. Returns its id. Throws {@link Rejected}, {@link NotFound}. */
    public long store(long familyId, UUID clientId, AttachmentKind kind, @Nullable String fileName, byte[] content) {
        String path = jdbc.sql("select region_path from family where id = :family")
                .param("family", familyId)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        Optional<Long> before = jdbc.sql("select id from attachment where client_id = :client and family_id = :family")
                .param("client", clientId)
                .param("family", familyId)
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        if (content.length > LARGEST) {
            throw new Rejected("attachment.reject.size");
        }
        FileType type = FileType.of(content);
        byte[] clean = type == FileType.PDF ? content : Picture.clean(content, type);
        if (clean.length > LARGEST) {
            throw new Rejected("attachment.reject.size");
        }
        long id = jdbc.sql("""
                        insert into attachment (id, client_id, family_id, region_path, kind, file_name, media_type, size, content, stored_by)
                        values (nextval('attachment_seq'), :client, :family, :path, :kind, :name, :type, :size, :content, :actor)
                        returning id""")
                .param("client", clientId)
                .param("family", familyId)
                .param("path", path)
                .param("kind", kind.name())
                .param("name", texts.convertToDatabaseColumn(name(fileName, type)))
                .param("type", type.mediaType())
                .param("size", clean.length)
                // bound to the file, not to the family: a merge moves it
                .param("content", bytes.encrypt(clean, clientId.toString()))
                .param("actor", Scope.actor())
                .query(Long.class)
                .single();
        audit.record(Act.of("attachment.stored", familyId).changing(Change.of("attachment.kind", null, kind)));
        return id;
    }

    /** Puts another file in its place; the old one stays, superseded. Returns the new id. */
    public long replace(long familyId, long id, UUID clientId, @Nullable String fileName, byte[] content) {
        String kind = jdbc.sql("""
                        select kind from attachment where id = :id and family_id = :family
                          and withdrawn_at is null""")
                .param("id", id)
                .param("family", familyId)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        long next = store(familyId, clientId, AttachmentKind.valueOf(kind), fileName, content);
        int done = jdbc.sql("update attachment set superseded_by = :next where id = :id and superseded_by is null")
                .param("next", next)
                .param("id", id)
                .update();
        if (done == 1) {
            audit.record(Act.of("attachment.replaced", familyId));
        }
        return next;
    }

    /** Takes a file out of use, with the reason; it is kept, but no longer opened. */
    public void withdraw(long familyId, long id, String reason) {
        int done = jdbc.sql("""
                        update attachment set withdrawn_at = :now, withdrawn_by = :actor, withdrawn_because = :reason
                        where id = :id and family_id = :family and withdrawn_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("actor", Scope.actor())
                .param("reason", reason)
                .param("id", id)
                .param("family", familyId)
                .update();
        if (done == 0) {
            throw new NotFound();
        }
        audit.record(Act.of("attachment.withdrawn", familyId).because(reason));
    }

    /** Opens a file: the look is recorded. Throws {@link NotFound} out of scope and where it was withdrawn. */
    public Opened open(long familyId, long id) {
        Opened opened = jdbc.sql("""
                        select file_name, media_type, content, client_id from attachment
                        where id = :id and family_id = :family and withdrawn_at is null""")
                .param("id", id)
                .param("family", familyId)
                .query((row, n) -> new Opened(
                        String.valueOf(texts.convertToEntityAttribute(row.getBytes(1))),
                        row.getString(2),
                        bytes.decrypt(row.getBytes(3), row.getString(4))))
                .optional()
                .orElseThrow(NotFound::new);
        audit.record(Act.of("attachment.viewed", familyId));
        return opened;
    }

    /** The files of a family, newest first, those out of use too. */
    @Transactional(readOnly = true)
    public List<Listed> ofFamily(long familyId) {
        return jdbc.sql("""
                        select t.id, t.kind, t.file_name, t.media_type, t.size, t.stored_at, a.display_name,
                               t.superseded_by is not null, t.withdrawn_because
                        from attachment t join account a on a.id = t.stored_by
                        where t.family_id = :family order by t.stored_at desc, t.id desc""")
                .param("family", familyId)
                .query((row, n) -> new Listed(
                        row.getLong(1),
                        AttachmentKind.valueOf(row.getString(2)),
                        String.valueOf(texts.convertToEntityAttribute(row.getBytes(3))),
                        row.getString(4),
                        row.getInt(5),
                        LocalDate.ofInstant(
                                row.getObject(6, OffsetDateTime.class).toInstant(), clock.getZone()),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getString(9)))
                .list();
    }

    /** The last part of what the browser sent, with the ending of what the file is. */
    private static String name(@Nullable String given, FileType type) {
        String last = given == null ? "" : given.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"<>|?*:]", "");
        String stem = last.replaceFirst("\\.[^.]*$", "").strip();
        String kept = stem.isEmpty() ? type.name().toLowerCase(Locale.ROOT) : stem;
        return kept.substring(0, Math.min(kept.length(), LONGEST_NAME)) + "." + type.ending();
    }
}
