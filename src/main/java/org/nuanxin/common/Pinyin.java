package org.nuanxin.common;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** The sound of a Chinese name, for sorting and for finding 张艺 by {@code zy}; surnames are read as names. */
public final class Pinyin {

    private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");

    private Pinyin() {}

    /** Syllables without tones, run together: 张艺 → zhangyi. */
    public static String of(String name) {
        return syllables(name).replaceAll("[^a-z0-9]", "");
    }

    /** First letters of the syllables: 张艺 → zy. */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String syllable : syllables(name).split("[^a-z0-9]+")) {
            if (!syllable.isEmpty()) {
                initials.append(syllable.charAt(0));
            }
        }
        return initials.toString();
    }

    private static String syllables(String name) {
        return NAMES.transliterate(name).toLowerCase(Locale.ROOT);
    }
}
