package org.nuanxin.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.privacy.EncryptedText;
import org.nuanxin.privacy.Masking;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact sheet for a day in the villages: whom we call what, who goes, what to mind, when next. */
@Service
@Transactional
public class ContactSheets {

    /** Families of one sheet. */
    static final int MOST = 500;

    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final Regions regions;
    private final Formats formats;
    private final DossierWords words;
    private final List<ContactSource> sources;
    private final Audit audit;

    ContactSheets(
            JdbcClient jdbc,
            EncryptedText encryption,
            Regions regions,
            Formats formats,
            DossierWords words,
            List<ContactSource> sources,
            Audit audit) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.regions = regions;
        this.formats = formats;
        this.words = words;
        this.sources = sources;
        this.audit = audit;
    }

    /** A line of the sheet. */
    public record Line(
            long familyId,
            String place,
            String names,
            String called,
            String phones,
            String visitors,
            String mind,
            String next) {}

    private record Stored(
            long id, String path, String names, @Nullable String called, List<String> phones, String mind) {}

    /** The families in scope among these, village by village; that they were taken out is recorded with each. */
    public List<Line> take(Collection<Long> familyIds) {
        List<Long> wanted = familyIds.stream().distinct().limit(MOST).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Stored> stored = stored(wanted);
        List<Long> ids = stored.stream().map(Stored::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, String> places =
                regions.places(stored.stream().map(Stored::path).distinct().toList());
        Map<Long, ContactSource.Contact> contacts = new HashMap<>();
        sources.forEach(source -> contacts.putAll(source.contacts(ids)));
        audit.record(
                ids.stream().map(id -> Act.of("dossier.contact-printed", id)).toList());
        return stored.stream()
                .map(family -> line(family, places, contacts.get(family.id())))
                .toList();
    }

    private Line line(Stored family, Map<String, String> places, ContactSource.@Nullable Contact contact) {
        return new Line(
                family.id(),
                places.getOrDefault(family.path(), ""),
                family.names(),
                family.called() == null ? "" : family.called(),
                String.join("\n", family.phones()),
                contact == null ? "" : String.join(words.say("family.separator"), contact.visitors()),
                family.mind(),
                contact == null || contact.next() == null ? "" : formats.monthDay(contact.next()));
    }

    private List<Stored> stored(List<Long> ids) {
        return jdbc.sql("""
                        select f.id, f.residence_path, f.form_of_address, f.contact_channel, f.visits_welcome, f.women_only,
                               f.best_time, f.customs, f.avoid_topics, f.avoid_dates,
                               array(select p.name from person p where p.family_id = f.id and p.active and p.died_on is null
                                     order by p.contact desc, p.id) as names,
                               array(select p.phone from person p where p.family_id = f.id and p.active
                                       and p.died_on is null and p.phone is not null
                                     order by p.contact desc, p.id limit 2) as phones
                        from family f where f.id in (:ids) and f.status <> 'EXITED'
                        order by f.residence_path, f.sort_name, f.id""").param("ids", ids).query((row, n) -> read(row)).list();
    }

    private Stored read(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("names").getArray();
        List<String> phones = Stream.of((byte[][]) row.getArray("phones").getArray())
                .map(phone -> Masking.phone(encryption.convertToEntityAttribute(phone)))
                .toList();
        return new Stored(
                row.getLong("id"),
                row.getString("residence_path"),
                String.join("、", names),
                row.getString("form_of_address"),
                phones,
                mind(row));
    }

    /** What a visitor should mind, one thing a line. */
    private String mind(ResultSet row) throws SQLException {
        ContactPreferences.Visits visits = ContactPreferences.Visits.valueOf(row.getString("visits_welcome"));
        String topics = encryption.convertToEntityAttribute(row.getBytes("avoid_topics"));
        String dates = encryption.convertToEntityAttribute(row.getBytes("avoid_dates"));
        return Stream.of(
                        visits == ContactPreferences.Visits.WELCOME ? null : words.label("family.visits.", visits),
                        row.getBoolean("women_only") ? words.say("family.womenOnly") : null,
                        "PHONE_FIRST".equals(row.getString("contact_channel"))
                                ? words.say("family.channel.PHONE_FIRST")
                                : null,
                        row.getString("best_time"),
                        row.getString("customs"),
                        topics == null ? null : words.say("dossier.contacts.topics", topics),
                        dates == null ? null : words.say("dossier.contacts.dates", dates))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
