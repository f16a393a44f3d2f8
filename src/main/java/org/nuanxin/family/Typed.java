package org.nuanxin.family;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;

/** What people type into the fields of a family, made uniform: full-width digits, spaces, hyphens. */
final class Typed {

    private static final Pattern PARTIAL =
            Pattern.compile("(\\d{4})(?:\\D{1,2}(\\d{1,2}))?(?:\\D{1,2}(\\d{1,2}))?[年月日]?");

    private Typed() {}

    /** A day of which only the year or the month may be known; then it is the first one. */
    record PartialDate(LocalDate day, Child.Precision precision) {

        String text() {
            return switch (precision) {
                case DAY -> day.toString();
                case MONTH -> day.toString().substring(0, 7);
                case YEAR -> day.toString().substring(0, 4);
            };
        }
    }

    /** 2019-04-12, 2019年4月, 2019; null where it is none of these. */
    static @Nullable PartialDate partialDate(String typed) {
        Matcher parts = PARTIAL.matcher(compact(typed));
        if (!parts.matches()) {
            return null;
        }
        String month = parts.group(2);
        String day = parts.group(3);
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    month == null ? 1 : Integer.parseInt(month),
                    day == null ? 1 : Integer.parseInt(day));
            return new PartialDate(
                    date,
                    day != null ? Child.Precision.DAY : month != null ? Child.Precision.MONTH : Child.Precision.YEAR);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static @Nullable String citizenId(@Nullable String typed) {
        return typed == null ? null : CitizenId.normalise(typed);
    }

    /** Digits alone; a leading +86 goes. */
    static @Nullable String phone(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String digits = compact(typed).replaceAll("[-()]", "");
        return digits.replaceFirst("^\\+?86(?=1\\d{10}$)", "");
    }

    static @Nullable String digits(@Nullable String typed) {
        return typed == null ? null : compact(typed).replace("-", "");
    }

    private static String compact(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    }
}
