package org.nuanxin.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imports; file and outline are ciphertext. */
@Repository
@Transactional
class ImportStore {

    /** Background work that has not been heard of for so long has died with its process. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String COLUMNS = """
            select i.id, i.region_path, i.file_name, i.file_size, i.state, i.reading, i.progress, i.rows_read,
                   i.rows_ready, i.rows_error, i.rows_duplicate, i.rows_registered, i.summary, i.failure,
                   i.failure_arguments, i.millis, a.display_name, i.created_at, i.done_at, i.content is not null
            from roster_import i join account a on a.id = i.created_by
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EncryptedText encrypted;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JsonMapper json, EncryptedText encrypted, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.encrypted = encrypted;
        this.clock = clock;
    }

    /** Keeps a file; the same file in the same region is the import that is there already. */
    long add(String regionPath, String fileName, byte[] content, byte[] hash, RosterReader.Outline outline) {
        jdbc.sql("""
                        insert into roster_import (id, client_id, region_path, file_name, file_size, content_hash, content,
                                                   outline, state, created_by, created_at, heartbeat)
                        values (nextval('roster_import_seq'), :client, :region, :name, :size, :hash, :content,
                                :outline, 'UPLOADED', :actor, :now, :now)
                        on conflict (region_path, content_hash) do nothing""")
                .param("client", UUID.randomUUID())
                .param("region", regionPath)
                .param("name", fileName)
                .param("size", content.length)
                .param("hash", hash)
                .param(
                        "content",
                        encrypted.convertToDatabaseColumn(Base64.getEncoder().encodeToString(content)))
                .param("outline", encrypted.convertToDatabaseColumn(json.writeValueAsString(outline)))
                .param("actor", Scope.actor())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return sameFile(regionPath, hash).orElseThrow();
    }

    @Transactional(readOnly = true)
    Optional<Long> sameFile(String regionPath, byte[] hash) {
        return jdbc.sql("select id from roster_import where region_path = :region and content_hash = :hash")
                .param("region", regionPath)
                .param("hash", hash)
                .query(Long.class)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<RosterImport> find(long id) {
        return jdbc.sql(COLUMNS + "where i.id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    @Transactional(readOnly = true)
    KeysetPage<RosterImport> page(@Nullable Long before) {
        List<RosterImport> fetched = jdbc.sql(COLUMNS + "where i.id < :before order by i.id desc limit :size")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("size", KeysetPage.SIZE + 1)
                .query(this::map)
                .list();
        long total = jdbc.sql("select count(*) from (select 1 from roster_import limit :most) counted")
                .param("most", KeysetPage.COUNTED + 1)
                .query(Long.class)
                .single();
        return KeysetPage.of(fetched, found -> String.valueOf(found.id()), before == null, total);
    }

    @Transactional(readOnly = true)
    RosterReader.Outline outline(long id) {
        byte[] stored = jdbc.sql("select outline from roster_import where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return json.readValue(text(stored), RosterReader.Outline.class);
    }

    void agree(long id, RosterReader.Outline outline) {
        jdbc.sql("update roster_import set outline = :outline where id = :id")
                .param("id", id)
                .param("outline", encrypted.convertToDatabaseColumn(json.writeValueAsString(outline)))
                .update();
    }

    /** The file itself; empty once it is no longer kept. */
    @Transactional(readOnly = true)
    Optional<byte[]> content(long id) {
        return jdbc.sql("select content from roster_import where id = :id and content is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(stored -> Base64.getDecoder().decode(text(stored)));
    }

    /** Moves on from one of the states; false where somebody was quicker. */
    boolean move(long id, RosterImport.State to, RosterImport.State... from) {
        return jdbc.sql("""
                                update roster_import set state = :to, progress = 0, heartbeat = :now, failure = null,
                                       failure_arguments = '{}', reading = reading + case when :to = 'READING' then 1 else 0 end
                                where id = :id and state = any (:from)""")
                        .param("id", id)
                        .param("to", to.name())
                        .param("from", Arrays.stream(from).map(Enum::name).toArray(String[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void progress(long id, int done) {
        jdbc.sql("update roster_import set progress = :done, heartbeat = :now where id = :id")
                .param("id", id)
                .param("done", done)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void read(long id, Counts counts, RosterImport.Summary summary, long millis) {
        jdbc.sql("""
                        update roster_import set state = 'READ', rows_read = :read, rows_ready = :ready,
                               rows_error = :errors, rows_duplicate = :duplicates, rows_registered = :registered,
                               summary = :summary::jsonb, millis = :millis
                        where id = :id and state = 'READING'""")
                .param("id", id)
                .param("read", counts.all())
                .param("ready", counts.ready())
                .param("errors", counts.errors())
                .param("duplicates", counts.duplicates())
                .param("registered", counts.registered())
                .param("summary", json.writeValueAsString(summary))
                .param("millis", millis)
                .update();
    }

    /** Rows by what may happen to them. */
    record Counts(int ready, int errors, int duplicates, int registered) {
        int all() {
            return ready + errors + duplicates + registered;
        }
    }

    /** Written: last statement of the writing transaction. False where the import is no longer being written. */
    boolean done(long id, RosterImport.Summary summary, long millis) {
        return jdbc.sql("""
                                update roster_import set state = 'DONE', done_at = :now, done_by = :actor,
                                       summary = :summary::jsonb, millis = :millis
                                where id = :id and state = 'WRITING'""")
                        .param("id", id)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("actor", Scope.actor())
                        .param("summary", json.writeValueAsString(summary))
                        .param("millis", millis)
                        .update()
                == 1;
    }

    /** Nothing was written, and why. */
    void failed(long id, RosterImport.State back, String key, List<String> arguments) {
        jdbc.sql("""
                        update roster_import set state = :back, failure = :key, failure_arguments = :arguments
                        where id = :id and state in ('READING', 'WRITING')""")
                .param("id", id)
                .param("back", back.name())
                .param("key", key)
                .param("arguments", arguments.toArray(String[]::new))
                .update();
    }

    /** Work whose process died goes back to where it can start again; its transaction wrote nothing. */
    void revive(long id) {
        jdbc.sql("""
                        update roster_import set failure = 'roster.failed.interrupted', failure_arguments = '{}',
                               state = case state when 'READING' then 'UPLOADED' else 'READ' end
                        where id = :id and state in ('READING', 'WRITING') and heartbeat < :silent""")
                .param("id", id)
                .param("silent", Timestamp.from(clock.instant().minus(SILENCE)))
                .update();
    }

    private String text(byte[] stored) {
        String text = encrypted.convertToEntityAttribute(stored);
        return text == null ? "" : text;
    }

    private RosterImport map(ResultSet row, int n) throws SQLException {
        String summary = row.getString(13);
        Timestamp done = row.getTimestamp(19);
        return new RosterImport(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                RosterImport.State.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                summary == null ? null : json.readValue(summary, RosterImport.Summary.class),
                row.getString(14),
                List.of((String[]) row.getArray(15).getArray()),
                row.getObject(16, Integer.class),
                row.getString(17),
                row.getTimestamp(18).toInstant(),
                done == null ? null : done.toInstant(),
                row.getBoolean(20));
    }
}
