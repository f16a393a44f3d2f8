package org.nuanxin.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.Child;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts two files side by side: who may be whom, and which fields say something else. */
@Service
@Transactional(readOnly = true)
class Comparison {

    private final FamilyHeads heads;
    private final JdbcClient jdbc;

    Comparison(FamilyHeads heads, JdbcClient jdbc) {
        this.heads = heads;
        this.jdbc = jdbc;
    }

    /**
     * A field of both files.
     *
     * @param name as a merge names it: address, person:17:phone
     * @param label message key
     * @param code where the values are codes: their words are {@code <code>.<value>}
     */
    record Field(
            String name,
            String label,
            @Nullable String kept,
            @Nullable String other,
            @Nullable String code) {

        /** Somebody has to choose: both say something, and not the same. */
        public boolean differs() {
            return kept != null && other != null && !kept.equals(other);
        }

        /** The kept file takes it over by itself. */
        public boolean fills() {
            return kept == null && other != null;
        }
    }

    /** A member or child of the other file, and who of the kept file it seems to be. */
    record Match(long id, String name, @Nullable Long likely, List<Field> fields) {}

    record Sides(FamilyHead keep, FamilyHead other, List<Field> fields, List<Match> persons, List<Match> children) {}

    /** Throws {@link org.nuanxin.common.NotFound} where one is out of scope. */
    Sides of(long keepId, long otherId) {
        FamilyHead keep = heads.read(keepId);
        FamilyHead other = heads.read(otherId);
        Map<Long, Long> same = sameCitizenId(keepId, otherId);
        return new Sides(keep, other, fields(keep, other), persons(keep, other, same), children(keep, other));
    }

    FamilyHead head(long familyId) {
        return heads.read(familyId);
    }

    private Map<Long, Long> sameCitizenId(long keepId, long otherId) {
        Map<Long, Long> same = new HashMap<>();
        jdbc.sql("""
                        select b.id, a.id from person a join person b on b.citizen_id_index = a.citizen_id_index
                        where a.family_id = :keep and b.family_id = :other""")
                .param("keep", keepId)
                .param("other", otherId)
                .query((row, n) -> same.put(row.getLong(1), row.getLong(2)))
                .list();
        return same;
    }

    private static List<Field> fields(FamilyHead keep, FamilyHead other) {
        ContactPreferences a = keep.preferences();
        ContactPreferences b = other.preferences();
        List<Field> fields = new ArrayList<>();
        fields.add(text("address", "family.address", keep.address(), other.address()));
        fields.add(
                code("living", "family.living", "family.living", keep.livingArrangement(), other.livingArrangement()));
        fields.add(text("form-of-address", "family.mind.address", a.formOfAddress(), b.formOfAddress()));
        fields.add(code("channel", "family.contact.channel", "family.channel", a.channel(), b.channel()));
        fields.add(code("visits", "family.mind.door", "family.visits", a.visits(), b.visits()));
        fields.add(text("best-time", "family.contact.time", a.bestTime(), b.bestTime()));
        fields.add(text("language", "family.contact.language", a.language(), b.language()));
        fields.add(text("customs", "family.mind.customs", a.customs(), b.customs()));
        fields.add(text("avoid-topics", "family.mind.topics", a.avoidTopics(), b.avoidTopics()));
        fields.add(text("avoid-dates", "family.mind.dates", a.avoidDates(), b.avoidDates()));
        fields.add(text("care-notes", "family.careNotes", a.careNotes(), b.careNotes()));
        return fields.stream()
                .filter(field -> field.kept() != null || field.other() != null)
                .toList();
    }

    private static Field text(String name, String label, @Nullable String kept, @Nullable String other) {
        return new Field(name, label, blankToNull(kept), blankToNull(other), null);
    }

    private static Field code(String name, String label, String code, @Nullable Enum<?> kept, @Nullable Enum<?> other) {
        return new Field(name, label, kept == null ? null : kept.name(), other == null ? null : other.name(), code);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static List<Match> persons(FamilyHead keep, FamilyHead other, Map<Long, Long> same) {
        List<Match> matches = new ArrayList<>();
        for (FamilyHead.Member member : other.members()) {
            Optional<FamilyHead.Member> likely = keep.members().stream()
                    .filter(mine -> Objects.equals(same.get(member.id()), mine.id()))
                    .findFirst()
                    .or(() -> keep.members().stream()
                            .filter(mine -> mine.name().equals(member.name())
                                    && (mine.age() == null
                                            || member.age() == null
                                            || mine.age().equals(member.age())))
                            .findFirst());
            List<Field> fields = new ArrayList<>();
            likely.ifPresent(mine -> {
                String prefix = "person:" + member.id() + ":";
                fields.add(text(prefix + "phone", "family.phone", mine.phone(), member.phone()));
                fields.add(text(prefix + "account", "family.account", mine.account(), member.account()));
            });
            matches.add(new Match(
                    member.id(),
                    member.name(),
                    likely.map(FamilyHead.Member::id).orElse(null),
                    fields.stream().filter(Field::differs).toList()));
        }
        return matches;
    }

    private static List<Match> children(FamilyHead keep, FamilyHead other) {
        return other.children().stream()
                .map(child -> new Match(
                        child.id(),
                        child.name(),
                        keep.children().stream()
                                .filter(mine -> mine.name().equals(child.name())
                                        || keep.children().size() == 1
                                                && other.children().size() == 1)
                                .findFirst()
                                .map(Child::id)
                                .orElse(null),
                        List.of()))
                .toList();
    }
}
