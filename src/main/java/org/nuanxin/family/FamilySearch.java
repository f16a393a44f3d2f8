package org.nuanxin.family;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nuanxin.common.CitizenId;
import org.nuanxin.privacy.BlindIndex;

/**
 * What was typed into the search box as a condition on families {@code f}. Prefixes and equality only: the operators that
 * keep their index under row security.
 */
class FamilySearch {

    private static final int WORDS = 4;

    private static final String BY_SOUND =
            "select p.family_id from person p where p.active and (p.initials ^@ :%1$s or p.pinyin ^@ :%1$s)";

    /** A name begins with the word, or they live in a place that does. */
    private static final String BY_NAME_OR_PLACE = """
            select p.family_id from person p where p.active and p.name ^@ :%1$s
            union
            select h.id from family h where h.residence_path in (
                select v.path from region v left join region t on t.id = v.parent_id
                where v.level = 'VILLAGE' and (v.name_zh ^@ :%1$s or t.name_zh ^@ :%1$s))""";

    private final BlindIndex index;
    private final Map<String, Object> parameters = new HashMap<>();

    FamilySearch(BlindIndex index) {
        this.index = index;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The condition; several words must all fit, or all together be one name. */
    String condition(String typed) {
        String whole = CitizenId.normalise(typed);
        List<String> words = Arrays.stream(Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .strip()
                        .split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toList();
        String together = selection(whole, typed.strip());
        if (words.size() < 2) {
            return "f.id in (" + together + ")";
        }
        List<String> each = new ArrayList<>();
        for (String word : words) {
            each.add("(" + selection(CitizenId.normalise(word), word) + ")");
        }
        return "f.id in ((" + together + ") union (" + String.join(" intersect ", each) + "))";
    }

    private String selection(String text, String written) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (CitizenId.fault(text).isEmpty()) {
            return byIndex("citizen_id_index", text);
        }
        if (text.matches("1\\d{10}|0\\d{9,11}")) {
            return byIndex("phone_index", text);
        }
        if (text.matches("\\d{4}")) {
            return byIndex("phone_tail_index", PhoneTail.of(text));
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
        if (plain.matches("[\\dZ]\\d{5}-\\d{0,5}|\\d{6}")) {
            return "select n.id from family n where n.file_number ^@ :" + name(plain);
        }
        if (lower.matches("[a-z]+")) {
            return BY_SOUND.formatted(name(lower));
        }
        return BY_NAME_OR_PLACE.formatted(name(text));
    }

    private String byIndex(String column, String value) {
        return "select p.family_id from person p where p.%s = :%s".formatted(column, name(index.of(value)));
    }

    private String name(Object value) {
        String name = "q" + parameters.size();
        parameters.put(name, value);
        return name;
    }
}
