package org.nuanxin.reverification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is checked of one family, with the present answers and all that were taken back. */
@Component
@Transactional(readOnly = true)
class CheckReader {

    private static final String CHECKS = """
            select i.id, i.campaign_id, c.year, c.opens_on, c.ends_on, i.status, i.how, i.done_on, c.closed_at,
                   k.id as check_id, k.kind, k.person_id, p.name, k.status as check_status,
                   s.how as by_how, s.outcome, s.source, s.fact_on, s.visit_id, s.said, s.reason, a.display_name, s.recorded_at
            from reverification_item i join reverification_campaign c on c.id = i.campaign_id
            left join reverification_check k on k.item_id = i.id
            left join person p on p.id = k.person_id
            left join reverification_settlement s on s.check_id = k.id and s.undone_at is null
            left join account a on a.id = s.recorded_by
            where i.family_id = :family and %s
            order by array_position(array['PHONE', 'ADDRESS', 'LIVING', 'CONTACT', 'LIVELIHOOD', 'ABILITY', 'ALIVE', 'IDENTITY'], k.kind), k.person_id""";

    private final JdbcClient jdbc;
    private final EncryptedText encryption;

    CheckReader(JdbcClient jdbc, EncryptedText encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** The answer that holds now. */
    record Answer(
            String how,
            String outcome,
            String source,
            LocalDate on,
            @Nullable Long visitId,
            @Nullable String said,
            @Nullable String reason,
            String by,
            @Nullable Instant at) {}

    /** One thing to check; {@code person} is the member's name, null for a check of the family. */
    record Check(
            long id,
            CheckKind kind,
            @Nullable Long personId,
            @Nullable String person,
            String status,
            @Nullable Answer answer) {}

    /** A family in a campaign. */
    record Item(
            long id,
            long campaignId,
            int year,
            LocalDate endsOn,
            String status,
            @Nullable String how,
            @Nullable LocalDate doneOn,
            boolean closed,
            List<Check> checks) {

        public List<Check> open() {
            return checks.stream()
                    .filter(check -> check.status().equals("OPEN"))
                    .toList();
        }

        public List<Check> differing() {
            return checks.stream()
                    .filter(check -> check.status().equals("DIFFERS"))
                    .toList();
        }

        public long settled() {
            return checks.size() - open().size() - differing().size();
        }
    }

    /** An answer that was given, newest first; taken back where {@code undoneBecause} says why. */
    record Past(
            CheckKind kind,
            @Nullable String person,
            String how,
            String outcome,
            String source,
            LocalDate on,
            String by,
            @Nullable Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneBecause) {}

    /** The family's newest campaign, open or not; empty where it was in none. */
    Optional<Item> newest(long familyId) {
        return item(familyId, """
                i.id = (select n.id from reverification_item n join reverification_campaign m on m.id = n.campaign_id
                        where n.family_id = :family order by m.year desc limit 1)""", Map.of());
    }

    /** The newest one, where something is left to do. */
    Optional<Item> current(long familyId) {
        return newest(familyId).filter(item -> item.status().equals("OPEN"));
    }

    Optional<Item> ofCheck(long familyId, long checkId) {
        return item(
                familyId,
                "i.id = (select o.item_id from reverification_check o where o.id = :check)",
                Map.of("check", checkId));
    }

    private Optional<Item> item(long familyId, String which, Map<String, ?> parameters) {
        List<Check> found = new ArrayList<>();
        List<Item> items = jdbc.sql(CHECKS.formatted(which))
                .param("family", familyId)
                .params(parameters)
                .query((row, n) -> {
                    if (row.getString("kind") != null) {
                        found.add(check(row));
                    }
                    return new Item(
                            row.getLong("id"),
                            row.getLong("campaign_id"),
                            row.getInt("year"),
                            row.getObject("ends_on", LocalDate.class),
                            row.getString("status"),
                            row.getString("how"),
                            row.getObject("done_on", LocalDate.class),
                            row.getObject("closed_at") != null,
                            found);
                })
                .list();
        return items.stream().findFirst();
    }

    private Check check(ResultSet row) throws SQLException {
        String how = row.getString("by_how");
        Answer answer = how == null
                ? null
                : new Answer(
                        how,
                        row.getString("outcome"),
                        row.getString("source"),
                        row.getObject("fact_on", LocalDate.class),
                        row.getObject("visit_id", Long.class),
                        encryption.convertToEntityAttribute(row.getBytes("said")),
                        row.getString("reason"),
                        Objects.requireNonNullElse(row.getString("display_name"), "–"),
                        CampaignReader.instant(row, row.findColumn("recorded_at")));
        return new Check(
                row.getLong("check_id"),
                CheckKind.valueOf(row.getString("kind")),
                row.getObject("person_id", Long.class),
                row.getString("name"),
                row.getString("check_status"),
                answer);
    }

    /** Who settled what, newest first. */
    List<Past> history(long itemId) {
        return jdbc.sql("""
                        select k.kind, p.name, s.how, s.outcome, s.source, s.fact_on, a.display_name, s.recorded_at,
                               u.display_name, s.undone_at, s.undone_because
                        from reverification_settlement s join reverification_check k on k.id = s.check_id
                        left join person p on p.id = k.person_id
                        left join account a on a.id = s.recorded_by left join account u on u.id = s.undone_by
                        where k.item_id = :item order by s.recorded_at desc, s.id desc limit 100""")
                .param("item", itemId)
                .query((row, n) -> new Past(
                        CheckKind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        CampaignReader.instant(row, 8),
                        row.getString(9),
                        CampaignReader.instant(row, 10),
                        row.getString(11)))
                .list();
    }
}
