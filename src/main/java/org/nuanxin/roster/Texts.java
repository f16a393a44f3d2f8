package org.nuanxin.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How people type, made comparable: full-width characters, odd spaces, leading apostrophes. */
final class Texts {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t\\r]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}\\p{P}\\p{S}\\p{Cf}]+");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔].*?[)\\]】〕]");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\d\\s-]{9,})[\\dXx]?");
    private static final Pattern LATIN = Pattern.compile(".*[A-Za-z].*");

    /** Phones have 11 digits, dates 8. */
    private static final int LONG_NUMBER = 11;

    private Texts() {}

    /** One line, half-width, single spaces, no apostrophe in front. */
    static String plain(String text) {
        if (isPlain(text)) {
            return text;
        }
        String half = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String single = SPACE.matcher(half).replaceAll(" ").strip();
        return single.startsWith("'") || single.startsWith("’") || single.startsWith("‘")
                ? single.substring(1).strip()
                : single;
    }

    /** Most cells are: only such characters as nobody need mend. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean good = (c > ' ' && c < 0x7F && c != '\'') || (c >= 0x4E00 && c <= 0x9FFF);
            if (!good) {
                return false;
            }
        }
        return true;
    }

    /** Without any space: for codes, numbers and Chinese words. */
    static String tight(String text) {
        return plain(text).replace(" ", "");
    }

    /** A name: no spaces between Chinese characters, single ones between Latin words. */
    static String name(String text) {
        String plain = plain(text).replace('•', '·').replace('.', '·');
        return LATIN.matcher(plain).matches() ? plain : plain.replace(" ", "");
    }

    /** A heading: letters and digits only, with or without what stands in brackets. */
    static String label(String text, boolean brackets) {
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String kept = brackets ? half : BRACKETS.matcher(half).replaceAll("");
        return PUNCTUATION.matcher(kept).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Hides every long number in a free text, wherever a careless column put it. */
    static String hideNumbers(String text) {
        return DIGITS.matcher(text).replaceAll(found -> {
            String digits = found.group();
            if (digits.chars().filter(Character::isDigit).count() < LONG_NUMBER) {
                return digits;
            }
            return "*".repeat(digits.length() - 4) + digits.substring(digits.length() - 4);
        });
    }

    /** How many characters must change to make one text the other. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
