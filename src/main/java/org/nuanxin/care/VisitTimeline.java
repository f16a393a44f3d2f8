package org.nuanxin.care;

import java.time.LocalDate;
import java.util.List;
import org.nuanxin.family.TimelineSource;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits on a family's timeline. */
@Component
class VisitTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final Words words;

    VisitTimeline(JdbcClient jdbc, EncryptedText encryption, Words words) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.words = words;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> entries(long familyId) {
        return jdbc.sql("""
                        select v.id, v.on_date, v.channel, v.met, v.not_met_reason, v.note, a.display_name, v.companions
                        from visit v join account a on a.id = v.visitor_id
                        where v.family_id = :family order by v.on_date desc, v.id desc""")
                .param("family", familyId)
                .query((row, n) -> {
                    Channel channel = Channel.valueOf(row.getString(3));
                    String why = row.getString(5);
                    String note = encryption.convertToEntityAttribute(row.getBytes(6));
                    String companions = row.getString(8);
                    return new Entry(
                            row.getObject(2, LocalDate.class),
                            "visit",
                            icon(channel),
                            row.getBoolean(4) || why == null ? "care.timeline.met" : "care.timeline.notMet",
                            why == null
                                    ? List.of(words.label("channel", channel))
                                    : List.of(
                                            words.label("channel", channel),
                                            words.label("notMet", NotMetReason.valueOf(why))),
                            companions == null
                                    ? row.getString(7)
                                    : row.getString(7) + words.say("separator") + companions,
                            note,
                            "/visits/" + row.getLong(1));
                })
                .list();
    }

    private static String icon(Channel channel) {
        return switch (channel) {
            case HOME -> "walk";
            case PHONE -> "phone";
            case VENUE -> "building-community";
            case PARCEL -> "package";
            case RELATIVE, NEIGHBOUR -> "users";
        };
    }
}
