package org.nuanxin.advancecare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Scope;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps cards and what they said before; the content is ciphertext. */
@Repository
@Transactional
class CardStore {

    private final JdbcClient jdbc;
    private final EncryptedText encrypted;
    private final JsonMapper json;
    private final Clock clock;

    CardStore(JdbcClient jdbc, EncryptedText encrypted, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.encrypted = encrypted;
        this.json = json;
        this.clock = clock;
    }

    /** What is to be written; {@code clientId} makes a doubled submit one. */
    record Entry(
            UUID clientId, StoredCard.Stance stance, Card card, LocalDate talkedOn, String source, LocalDate reviewOn) {

        StoredCard.ReviewReason reason() {
            return stance == StoredCard.Stance.NOT_NOW
                    ? StoredCard.ReviewReason.ASK_AGAIN
                    : StoredCard.ReviewReason.YEARLY;
        }
    }

    /** What a card said at some time. */
    record Revision(
            long personId,
            StoredCard.Stance stance,
            Card card,
            LocalDate talkedOn,
            String source,
            @Nullable String savedBy,
            java.time.Instant savedAt) {}

    @Transactional(readOnly = true)
    List<StoredCard> ofFamily(long familyId) {
        return jdbc.sql("""
                        select c.id, c.person_id, c.stance, c.content, c.talked_on, c.source, c.review_on,
                               c.review_reason, c.version, a.display_name, c.saved_at
                        from advance_care c left join account a on a.id = c.saved_by
                        where c.family_id = :family order by c.person_id""")
                .param("family", familyId)
                .query((row, n) -> new StoredCard(
                        row.getLong(1),
                        row.getLong(2),
                        StoredCard.Stance.valueOf(row.getString(3)),
                        card(row, 4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        StoredCard.ReviewReason.valueOf(row.getString(8)),
                        row.getInt(9),
                        row.getString(10),
                        row.getTimestamp(11).toInstant()))
                .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<Revision> revisions(long familyId) {
        return jdbc.sql("""
                        select r.person_id, r.stance, r.content, r.talked_on, r.source, a.display_name, r.saved_at
                        from advance_care_revision r left join account a on a.id = r.saved_by
                        where r.family_id = :family order by r.person_id, r.saved_at desc, r.id desc""")
                .param("family", familyId)
                .query((row, n) -> new Revision(
                        row.getLong(1),
                        StoredCard.Stance.valueOf(row.getString(2)),
                        card(row, 3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    boolean isSaved(UUID clientId) {
        return jdbc.sql("select exists (select 1 from advance_care_revision where client_id = :client)")
                .param("client", clientId)
                .query(Boolean.class)
                .single();
    }

    /** Path of the family the person is a member of; empty where this account sees no such member. */
    @Transactional(readOnly = true)
    Optional<String> path(long familyId, long personId) {
        return jdbc.sql("""
                        select f.region_path from family f join person p on p.family_id = f.id
                        where f.id = :family and p.id = :person""")
                .param("family", familyId)
                .param("person", personId)
                .query(String.class)
                .optional();
    }

    /** False where somebody saved since version {@code version} was read; none was there for a negative one. */
    boolean save(long familyId, String path, long personId, int version, Entry entry) {
        byte[] content =
                Objects.requireNonNull(encrypted.convertToDatabaseColumn(json.writeValueAsString(entry.card())));
        String statement = version < 0 ? """
                        insert into advance_care (id, family_id, region_path, person_id, stance, complete, content,
                                                  talked_on, source, review_on, review_reason, saved_by, saved_at)
                        values (nextval('advance_care_seq'), :family, :path, :person, :stance, :complete, :content,
                                :talked, :source, :review, :reason, :actor, :now)
                        on conflict (person_id) do nothing""" : """
                        update advance_care set stance = :stance, complete = :complete, content = :content,
                               talked_on = :talked, source = :source, review_on = :review, review_reason = :reason,
                               saved_by = :actor, saved_at = :now, version = version + 1
                        where person_id = :person and family_id = :family and version = :version""";
        boolean saved = bind(statement, familyId, path, personId, content, entry)
                        .param("version", version)
                        .param("review", entry.reviewOn())
                        .param("reason", entry.reason().name())
                        .update()
                == 1;
        if (saved) {
            bind("""
                            insert into advance_care_revision (id, client_id, family_id, region_path, person_id, stance,
                                                               complete, content, talked_on, source, saved_by, saved_at)
                            values (nextval('advance_care_seq'), :client, :family, :path, :person, :stance, :complete,
                                    :content, :talked, :source, :actor, :now)""", familyId, path, personId, content, entry)
                    .param("client", entry.clientId())
                    .update();
        }
        return saved;
    }

    private JdbcClient.StatementSpec bind(
            String sql, long familyId, String path, long personId, byte[] content, Entry entry) {
        return jdbc.sql(sql)
                .param("family", familyId)
                .param("path", path)
                .param("person", personId)
                .param("stance", entry.stance().name())
                .param("complete", entry.card().complete())
                .param("content", content)
                .param("talked", entry.talkedOn())
                .param("source", entry.source())
                .param("actor", Scope.actor())
                .param("now", Timestamp.from(clock.instant()));
    }

    /** Asks for a look at cards after something happened; one that is due earlier stays so. */
    void askReview(List<Long> cards, StoredCard.ReviewReason reason, LocalDate on) {
        if (!cards.isEmpty()) {
            jdbc.sql("""
                            update advance_care set review_on = :on, review_reason = :reason, version = version + 1
                            where id in (:ids)""")
                    .param("on", on)
                    .param("reason", reason.name())
                    .param("ids", cards)
                    .update();
        }
    }

    /** Cards go where their person went. */
    void follow(long familyId) {
        for (String table : List.of("advance_care", "advance_care_revision")) {
            jdbc.sql("""
                            update %s c set family_id = p.family_id, region_path = p.region_path
                            from person p where p.id = c.person_id and c.family_id = :family
                              and p.family_id <> c.family_id""".formatted(table)).param("family", familyId).update();
        }
    }

    private Card card(ResultSet row, int column) throws SQLException {
        return json.readValue(
                Objects.requireNonNull(encrypted.convertToEntityAttribute(row.getBytes(column))), Card.class);
    }
}
