package org.nuanxin.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that hurt these families or label them: notes, letters and messages warn before they are kept. */
public final class WordGuard {

    private static final List<String> WORDS = List.of("团圆", "阖家", "天伦", "绝户", "维稳", "上访");

    private WordGuard() {}

    /** The words found, in the order of the list. */
    public static List<String> found(@Nullable String... texts) {
        return WORDS.stream().filter(word -> contains(word, texts)).toList();
    }

    private static boolean contains(String word, @Nullable String[] texts) {
        for (String text : texts) {
            if (text != null && text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
