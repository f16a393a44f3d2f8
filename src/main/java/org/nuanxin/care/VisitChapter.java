package org.nuanxin.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.dossier.DossierChapter;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.privacy.EncryptedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 走访 in the household file, from the first to the last. */
@Component
class VisitChapter implements DossierChapter {

    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final Words words;
    private final Formats formats;

    VisitChapter(JdbcClient jdbc, EncryptedText encryption, Words words, Formats formats) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "visits";
    }

    @Override
    public String title() {
        return "care.dossier.visits";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Content content(FamilyHead family) {
        List<List<String>> rows = jdbc.sql("""
                        select v.on_date, v.channel, v.not_met_reason, a.display_name, v.companions, v.note, v.promise
                        from visit v join account a on a.id = v.visitor_id
                        where v.family_id = :family order by v.on_date, v.id""")
                .param("family", family.id())
                .query((row, n) -> {
                    String why = row.getString(3);
                    String promise = encryption.convertToEntityAttribute(row.getBytes(7));
                    return List.of(
                            formats.date(row.getObject(1, LocalDate.class)),
                            words.label("channel", Channel.valueOf(row.getString(2))),
                            joined(words.say("separator"), row.getString(4), row.getString(5)),
                            joined(
                                    "\n",
                                    why == null ? null : words.label("notMet", NotMetReason.valueOf(why)),
                                    encryption.convertToEntityAttribute(row.getBytes(6)),
                                    promise == null ? null : words.say("dossier.promised", promise)));
                })
                .list();
        return rows.isEmpty()
                ? Content.empty()
                : Content.of(new Table(
                        List.of(
                                words.say("dossier.on"),
                                words.say("dossier.channel"),
                                words.say("dossier.who"),
                                words.say("dossier.what")),
                        rows,
                        List.of(20, 12, 18, 50)));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }
}
