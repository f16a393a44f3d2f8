package org.nuanxin.roster;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.region.RegionPath;
import org.nuanxin.roster.RosterRow.RosterPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of a roster is in the system already; asks in chunks, never row by row. */
@Component
@Transactional(readOnly = true)
class KnownPeople {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final BlindIndex index;

    KnownPeople(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** A family this account may see. */
    record KnownFamily(long id, @Nullable String fileNumber) {}

    /** Answers for one roster. Of other counties' families it knows only that a citizen ID is registered. */
    record Answers(Map<String, KnownFamily> visible, Set<String> registered, Map<String, KnownFamily> similar) {

        Optional<KnownFamily> family(RosterPerson person) {
            return person.citizenId() == null
                    ? Optional.empty()
                    : Optional.ofNullable(visible.get(person.citizenId().value()));
        }

        boolean registeredElsewhere(RosterPerson person) {
            return person.citizenId() != null
                    && registered.contains(person.citizenId().value())
                    && !visible.containsKey(person.citizenId().value());
        }

        /** A family with somebody of the same name and birth month in the same township. */
        Optional<KnownFamily> similar(RosterPerson person, @Nullable Place region) {
            return person.citizenId() == null || region == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                            similar.get(key(person.name(), person.citizenId().birthDate(), region.path())));
        }
    }

    Answers ask(List<RosterRow> rows) {
        Map<ByteBuffer, String> ids = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (RosterRow row : rows) {
            for (RosterPerson person : row.everybody()) {
                names.add(person.name());
                if (person.citizenId() != null) {
                    ids.put(
                            ByteBuffer.wrap(index.of(person.citizenId().value())),
                            person.citizenId().value());
                }
            }
        }
        Answers answers = new Answers(new HashMap<>(), new HashSet<>(), new HashMap<>());
        chunks(new ArrayList<>(ids.keySet())).forEach(chunk -> byId(chunk, ids, answers));
        chunks(new ArrayList<>(names)).forEach(chunk -> byName(chunk, answers));
        return answers;
    }

    private void byId(List<ByteBuffer> chunk, Map<ByteBuffer, String> ids, Answers answers) {
        byte[][] wanted = chunk.stream().map(ByteBuffer::array).toArray(byte[][]::new);
        jdbc.sql("select citizen_id_index from citizen_ids_registered(:ids)")
                .param("ids", wanted)
                .query(row -> {
                    answers.registered().add(ids.get(ByteBuffer.wrap(row.getBytes(1))));
                });
        jdbc.sql("""
                        select p.citizen_id_index, f.id, f.file_number from person p join family f on f.id = p.family_id
                        where p.citizen_id_index = any (:ids) and p.active""").param("ids", wanted).query(row -> {
            answers.visible()
                    .put(ids.get(ByteBuffer.wrap(row.getBytes(1))), new KnownFamily(row.getLong(2), row.getString(3)));
        });
    }

    private void byName(List<String> chunk, Answers answers) {
        jdbc.sql("""
                        select p.name, p.born_on, f.region_path, f.id, f.file_number
                        from person p join family f on f.id = p.family_id
                        where p.name = any (:names) and p.active and p.born_on is not null""").param("names", chunk.toArray(String[]::new)).query(row -> {
            answers.similar()
                    .put(
                            key(row.getString(1), row.getDate(2).toLocalDate(), row.getString(3)),
                            new KnownFamily(row.getLong(4), row.getString(5)));
        });
    }

    private static String key(String name, LocalDate born, String regionPath) {
        List<String> codes = new RegionPath(regionPath).codes();
        return name + " " + YearMonth.from(born) + " " + codes.get(Math.min(2, codes.size() - 1));
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
