package org.nuanxin.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows of an import until they are written; each is ciphertext. */
@Repository
@Transactional
class RowStore {

    private static final int CHUNK = 500;
    private static final String SELECT =
            "select r.id, r.state, r.household, r.take, r.content, r.known_family from roster_row r ";

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EncryptedText encrypted;

    RowStore(JdbcTemplate rows, JdbcClient jdbc, JsonMapper json, EncryptedText encrypted) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.json = json;
        this.encrypted = encrypted;
    }

    void addAll(RosterImport to, List<StagedRow> staged) {
        rows.batchUpdate("""
                insert into roster_row (id, import_id, region_path, reading, sheet, row_number, state, household, content,
                                        error_columns, known_family)
                values (nextval('roster_row_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", staged, CHUNK, (insert, row) -> {
            insert.setLong(1, to.id());
            insert.setString(2, to.regionPath());
            insert.setInt(3, to.reading());
            insert.setInt(4, row.row().sheet());
            insert.setInt(5, row.row().number());
            insert.setString(6, row.state().name());
            insert.setObject(7, row.household());
            insert.setBytes(8, encrypted.convertToDatabaseColumn(json.writeValueAsString(row.row())));
            String[] columns =
                    row.errors().stream().map(Problem::column).distinct().toArray(String[]::new);
            insert.setArray(9, insert.getConnection().createArrayOf("text", columns));
            insert.setObject(10, row.knownFamily());
        });
    }

    /** A page of rows in the order of the file; {@code after} is sheet-row. */
    @Transactional(readOnly = true)
    KeysetPage<StagedRow> page(RosterImport of, StagedRow.State state, @Nullable String after, long total) {
        String[] key = after == null ? new String[] {"-1", "0"} : after.split("-", 2);
        List<StagedRow> fetched = jdbc.sql(SELECT + """
                        where r.import_id = :import and r.reading = :reading and r.state = :state
                          and (r.sheet, r.row_number) > (:sheet, :row)
                        order by r.sheet, r.row_number limit :size""")
                .param("import", of.id())
                .param("reading", of.reading())
                .param("state", state.name())
                .param("sheet", number(key, 0))
                .param("row", number(key, 1))
                .param("size", KeysetPage.SIZE + 1)
                .query((row, n) -> new StagedRow(
                        row.getLong(1),
                        StagedRow.State.valueOf(row.getString(2)),
                        row.getObject(3, Integer.class),
                        row.getObject(4, Boolean.class),
                        content(row.getBytes(5)),
                        row.getObject(6, Long.class)))
                .list();
        return KeysetPage.of(fetched, row -> row.row().sheet() + "-" + row.row().number(), after == null, total);
    }

    private static int number(String[] key, int part) {
        return part < key.length && key[part].matches("-?\\d{1,9}") ? Integer.parseInt(key[part]) : 0;
    }

    /** Every row to be written: the ready ones, and duplicates somebody decided to take. */
    @Transactional(readOnly = true)
    List<RosterRow> toWrite(RosterImport of) {
        return jdbc.sql("""
                        select content from roster_row where import_id = :import and reading = :reading
                          and (state = 'READY' or take) order by sheet, row_number""")
                .param("import", of.id())
                .param("reading", of.reading())
                .query((row, n) -> content(row.getBytes(1)))
                .list();
    }

    /** Every row with errors. */
    @Transactional(readOnly = true)
    List<RosterRow> withErrors(RosterImport of) {
        return jdbc.sql("""
                        select content from roster_row where import_id = :import and reading = :reading
                          and state = 'ERROR' order by sheet, row_number""")
                .param("import", of.id())
                .param("reading", of.reading())
                .query((row, n) -> content(row.getBytes(1)))
                .list();
    }

    /** Heading → rows with something to mend there, most first, at most eight. */
    @Transactional(readOnly = true)
    Map<String, Integer> errorsByColumn(RosterImport of) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select c, count(*) from roster_row r cross join lateral unnest(r.error_columns) c
                        where r.import_id = :import and r.reading = :reading group by c order by 2 desc, 1 limit 8""").param("import", of.id()).param("reading", of.reading()).query(row -> {
            counts.put(row.getString(1), row.getInt(2));
        });
        return counts;
    }

    /** Decides for a likely duplicate and for whom it shares a household with. */
    void decide(RosterImport of, long row, boolean take) {
        jdbc.sql("""
                        update roster_row r set take = :take
                        where r.import_id = :import and r.reading = :reading and r.state = 'DUPLICATE'
                          and r.household = (select d.household from roster_row d
                                             where d.id = :row and d.import_id = :import and d.reading = :reading)""")
                .param("import", of.id())
                .param("reading", of.reading())
                .param("row", row)
                .param("take", take)
                .update();
    }

    /** Likely duplicates that are to be written all the same. */
    @Transactional(readOnly = true)
    int taken(RosterImport of) {
        return jdbc.sql("select count(*) from roster_row where import_id = :import and reading = :reading and take")
                .param("import", of.id())
                .param("reading", of.reading())
                .query(Integer.class)
                .single();
    }

    private RosterRow content(byte[] stored) {
        return json.readValue(Objects.requireNonNull(encrypted.convertToEntityAttribute(stored)), RosterRow.class);
    }
}
