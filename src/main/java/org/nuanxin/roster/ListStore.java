package org.nuanxin.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps lists with the rows about people on file; of all others only their number. */
@Repository
@Transactional
class ListStore {

    private static final int CHUNK = 1000;

    private static final String IMPORTS = """
            select i.id, i.region_path, i.kind, i.as_of, i.source, i.file_name, i.state = 'DONE', i.rows_read,
                   i.rows_error, i.rows_outside, i.rows_repeated, i.end_missing, i.applied, i.ended, a.display_name,
                   i.created_at, i.done_at
            from list_import i join account a on a.id = i.created_by
            """;

    private static final String ROWS = """
            from list_row r join person p on p.id = r.known_person join family f on f.id = p.family_id
            left join dated_fact d on d.id = r.against
            where r.import_id = :import and r.outcome = :outcome
              and (:q = '' or p.name ^@ :q or p.pinyin ^@ :q or p.initials ^@ :q)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final BlindIndex index;
    private final EncryptedText encrypted;
    private final JsonMapper json;
    private final Clock clock;

    ListStore(
            JdbcClient jdbc,
            JdbcTemplate rows,
            BlindIndex index,
            EncryptedText encrypted,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.index = index;
        this.encrypted = encrypted;
        this.json = json;
        this.clock = clock;
    }

    /** What somebody says about the file they bring. */
    record Brought(String regionPath, ListKind kind, LocalDate asOf, String source, String fileName, byte[] hash) {}

    private record Member(long id, String name) {}

    @Transactional(readOnly = true)
    Optional<Long> same(Brought brought) {
        return jdbc.sql("""
                        select id from list_import where region_path = :region and kind = :kind and as_of = :asOf
                          and content_hash = :hash""")
                .param("region", brought.regionPath())
                .param("kind", brought.kind().name())
                .param("asOf", brought.asOf())
                .param("hash", brought.hash())
                .query(Long.class)
                .optional();
    }

    /** Keeps what concerns people on file; the same file again is the import that is there already. */
    long add(Brought brought, ListReader.Reading reading) {
        Map<String, Member> members = members(reading.lines());
        List<ListReader.Line> ours = reading.lines().stream()
                .filter(line -> members.containsKey(line.id().value()))
                .toList();
        long errors =
                reading.wrong().stream().map(ListReader.Wrong::row).distinct().count();
        Optional<Long> added = jdbc.sql("""
                        insert into list_import (id, client_id, region_path, kind, as_of, source, file_name, content_hash,
                                                 rows_read, rows_error, rows_outside, rows_repeated, created_by, created_at)
                        values (nextval('list_import_seq'), :client, :region, :kind, :asOf, :source, :file, :hash, :rows,
                                :errors, :outside, :repeated, :actor, :now)
                        on conflict (region_path, kind, as_of, content_hash) do nothing returning id""")
                .param("client", UUID.randomUUID())
                .param("region", brought.regionPath())
                .param("kind", brought.kind().name())
                .param("asOf", brought.asOf())
                .param("source", brought.source())
                .param("file", brought.fileName())
                .param("hash", brought.hash())
                .param("rows", reading.rows())
                .param("errors", errors)
                .param("outside", reading.lines().size() - ours.size())
                .param("repeated", reading.repeated())
                .param("actor", Scope.actor())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        if (added.isEmpty()) {
            return same(brought).orElseThrow();
        }
        long id = added.get();
        addRows(id, brought.regionPath(), ours, members);
        addProblems(id, brought.regionPath(), reading.wrong());
        return id;
    }

    /** Members this account may see, by citizen ID; in chunks. */
    private Map<String, Member> members(List<ListReader.Line> lines) {
        Map<String, Member> members = new HashMap<>();
        for (int from = 0; from < lines.size(); from += CHUNK) {
            Map<java.nio.ByteBuffer, String> ids = new HashMap<>();
            lines.subList(from, Math.min(from + CHUNK, lines.size()))
                    .forEach(line -> ids.put(
                            java.nio.ByteBuffer.wrap(index.of(line.id().value())),
                            line.id().value()));
            jdbc.sql("select citizen_id_index, id, name from person where citizen_id_index = any (:ids) and active")
                    .param(
                            "ids",
                            ids.keySet().stream()
                                    .map(java.nio.ByteBuffer::array)
                                    .toArray(byte[][]::new))
                    .query(row -> {
                        members.put(
                                Objects.requireNonNull(ids.get(java.nio.ByteBuffer.wrap(row.getBytes(1)))),
                                new Member(row.getLong(2), row.getString(3)));
                    });
        }
        return members;
    }

    private void addRows(long id, String path, List<ListReader.Line> ours, Map<String, Member> members) {
        rows.batchUpdate("""
                insert into list_row (id, import_id, region_path, row_number, known_person, value, valid_from, next_due,
                                      name_differs)
                values (nextval('list_row_seq'), ?, ?, ?, ?, ?, ?, ?, ?)""", ours, CHUNK, (row, line) -> {
            Member member = Objects.requireNonNull(members.get(line.id().value()));
            row.setLong(1, id);
            row.setString(2, path);
            row.setInt(3, line.row());
            row.setLong(4, member.id());
            row.setString(5, line.value());
            row.setObject(6, line.from());
            row.setObject(7, line.due());
            row.setBoolean(8, line.name() != null && !line.name().equals(member.name()));
        });
    }

    private void addProblems(long id, String path, List<ListReader.Wrong> wrong) {
        rows.batchUpdate(
                "insert into list_problem (id, import_id, region_path, row_number, content)"
                        + " values (nextval('list_row_seq'), ?, ?, ?, ?)",
                wrong,
                CHUNK,
                (row, one) -> {
                    row.setLong(1, id);
                    row.setString(2, path);
                    row.setInt(3, one.row());
                    row.setBytes(4, encrypted.convertToDatabaseColumn(json.writeValueAsString(one.problem())));
                });
    }

    @Transactional(readOnly = true)
    Optional<ListImport> find(long id) {
        return jdbc.sql(IMPORTS + "where i.id = :id")
                .param("id", id)
                .query(ListStore::map)
                .optional();
    }

    @Transactional(readOnly = true)
    KeysetPage<ListImport> page(@Nullable Long before) {
        List<ListImport> fetched = jdbc.sql(IMPORTS + "where i.id < :before order by i.id desc limit :size")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("size", KeysetPage.SIZE + 1)
                .query(ListStore::map)
                .list();
        long total =
                jdbc.sql("select count(*) from list_import").query(Long.class).single();
        return KeysetPage.of(fetched, found -> String.valueOf(found.id()), before == null, total);
    }

    @Transactional(readOnly = true)
    Map<ListImport.Outcome, Integer> counts(long id) {
        Map<ListImport.Outcome, Integer> counts = new EnumMap<>(ListImport.Outcome.class);
        for (ListImport.Outcome outcome : ListImport.Outcome.values()) {
            counts.put(outcome, 0);
        }
        jdbc.sql("""
                        select r.outcome, count(*) from list_row r join person p on p.id = r.known_person
                        where r.import_id = :import group by r.outcome""").param("import", id).query(row -> {
            counts.put(ListImport.Outcome.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    @Transactional(readOnly = true)
    int taken(long id) {
        return jdbc.sql("""
                        select count(*) from list_row r join person p on p.id = r.known_person
                        where r.import_id = :import and r.take""").param("import", id).query(Integer.class).single();
    }

    /** Rows of one outcome in the order of the file; {@code size} of them after a row number. */
    @Transactional(readOnly = true)
    List<ListImport.Row> rows(long id, ListImport.Outcome outcome, String q, int after, int size) {
        return bind("""
                        select r.id, r.row_number, f.id, p.id, p.name, f.residence_path, r.value, r.valid_from, r.next_due,
                               d.value, d.valid_from, d.source, r.until, r.outcome, r.name_differs, r.take, p.died_on
                        """ + ROWS + " and r.row_number > :after order by r.row_number limit :size", id, outcome, q)
                .param("after", after)
                .param("size", size)
                .query((row, n) -> {
                    String died = row.getString(17);
                    return new ListImport.Row(
                            row.getLong(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getObject(8, LocalDate.class),
                            row.getObject(9, LocalDate.class),
                            row.getString(10) == null && died != null ? died : row.getString(10),
                            row.getObject(11, LocalDate.class),
                            row.getString(12),
                            row.getObject(13, LocalDate.class),
                            ListImport.Outcome.valueOf(row.getString(14)),
                            row.getBoolean(15),
                            row.getBoolean(16));
                })
                .list();
    }

    @Transactional(readOnly = true)
    long count(long id, ListImport.Outcome outcome, String q) {
        return bind("select count(*) " + ROWS, id, outcome, q).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bind(String sql, long id, ListImport.Outcome outcome, String q) {
        return jdbc.sql(sql)
                .param("import", id)
                .param("outcome", outcome.name())
                .param("q", q);
    }

    @Transactional(readOnly = true)
    List<ListImport.Wrong> wrong(long id, long after, int size) {
        return jdbc.sql("""
                        select row_number, content from list_problem where import_id = :import
                        order by row_number, id offset :after limit :size""")
                .param("import", id)
                .param("after", after)
                .param("size", size)
                .query((row, n) -> new ListImport.Wrong(
                        row.getInt(1),
                        json.readValue(
                                Objects.requireNonNull(encrypted.convertToEntityAttribute(row.getBytes(2))),
                                Problem.class)))
                .list();
    }

    /** Takes rows of an outcome, or leaves them out; one row where {@code row} is given. */
    void take(long id, ListImport.Outcome outcome, @Nullable Long row, boolean take) {
        List<Long> wanted = new ArrayList<>();
        if (row != null) {
            wanted.add(row);
        }
        jdbc.sql("""
                        update list_row set take = :take where import_id = :import and outcome = :outcome
                          and (:all or id in (:rows)) and exists (
                              select 1 from list_import i where i.id = import_id and i.state = 'READ')""")
                .param("take", take)
                .param("import", id)
                .param("outcome", outcome.name())
                .param("all", row == null)
                .param("rows", wanted.isEmpty() ? List.of(-1L) : wanted)
                .update();
    }

    void endMissing(long id, boolean end) {
        jdbc.sql("update list_import set end_missing = :end where id = :id and state = 'READ'")
                .param("end", end)
                .param("id", id)
                .update();
    }

    private static ListImport map(ResultSet row, int n) throws SQLException {
        Timestamp done = row.getTimestamp(17);
        return new ListImport(
                row.getLong(1),
                row.getString(2),
                ListKind.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getBoolean(12),
                row.getInt(13),
                row.getInt(14),
                row.getString(15),
                row.getTimestamp(16).toInstant(),
                done == null ? null : done.toInstant());
    }
}
