package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.nuanxin.common.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which county has adopted which program, as of a date. */
@Service
@Transactional(readOnly = true)
public class Adoptions {

    private final JdbcClient jdbc;

    Adoptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A county's adoption of a program; where neither of the two holds it is not verified. */
    record Key(String programCode, String jurisdiction) {}

    /**
     * Records that a county has, or has not, adopted a program from a day on; what was recorded for later days is
     * superseded, what was true before stays true. {@code invented} marks demonstration data.
     */
    @Transactional
    public void record(
            String programCode,
            String countyPath,
            boolean adopted,
            LocalDate from,
            String source,
            boolean invented,
            String recordedBy) {
        if (source.isBlank()) {
            throw new Rejected("policy.adoption.source-missing");
        }
        jdbc.sql("""
                        with gone as (
                            update program_adoption set superseded_at = now()
                            where program_code = :program and jurisdiction = :county and superseded_at is null
                              and valid && daterange(:from, null)
                            returning *)
                        insert into program_adoption
                            (id, program_code, jurisdiction, state, valid, source, invented, recorded_by)
                        select nextval('program_adoption_seq'), program_code, jurisdiction, state,
                               daterange(lower(valid), :from), source, invented, recorded_by
                        from gone where lower(valid) < :from""")
                .param("program", programCode)
                .param("county", countyPath)
                .param("from", from)
                .update();
        jdbc.sql("""
                        insert into program_adoption
                            (id, program_code, jurisdiction, state, valid, source, invented, recorded_by)
                        values (nextval('program_adoption_seq'), :program, :county, :state, daterange(:from, null),
                                :source, :invented, :by)""")
                .param("program", programCode)
                .param("county", countyPath)
                .param("state", (adopted ? Adoption.State.ADOPTED : Adoption.State.NOT_ADOPTED).name())
                .param("from", from)
                .param("source", source)
                .param("invented", invented)
                .param("by", recordedBy)
                .update();
    }

    /** Everything adopted or not adopted on that day. */
    Map<Key, Adoption> on(LocalDate day) {
        Map<Key, Adoption> adoptions = new HashMap<>();
        jdbc.sql("""
                        select program_code, jurisdiction, state, lower(valid) as since, source, invented
                        from program_adoption where superseded_at is null and valid @> :day::date""")
                .param("day", day)
                .query((row, n) -> adoptions.put(
                        new Key(row.getString("program_code"), row.getString("jurisdiction")),
                        new Adoption(
                                Adoption.State.valueOf(row.getString("state")),
                                row.getObject("since", LocalDate.class),
                                row.getString("source"),
                                row.getBoolean("invented"))))
                .list();
        return adoptions;
    }

    /** The adoption nearest above a region. */
    static Adoption nearest(Map<Key, Adoption> adoptions, String programCode, String regionPath) {
        for (String path = regionPath; !path.isEmpty(); path = parent(path)) {
            Adoption adoption = adoptions.get(new Key(programCode, path));
            if (adoption != null) {
                return adoption;
            }
        }
        return Adoption.NOT_VERIFIED;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
