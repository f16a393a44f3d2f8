package org.nuanxin.common;

import java.text.Normalizer;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;

/** A day as people type it: 2025-11-02, 2025年11月2日, 2025.11.2, ２０２５／１１／２, 20251102. */
class DateInput implements Formatter<LocalDate> {

    private static final Pattern PARTS = Pattern.compile("(\\d{4})\\D{1,2}(\\d{1,2})\\D{1,2}(\\d{1,2})日?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    @Override
    public LocalDate parse(String typed, Locale locale) throws ParseException {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
        for (Pattern pattern : new Pattern[] {PARTS, DIGITS}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                return day(parts, typed);
            }
        }
        throw new ParseException(typed, 0);
    }

    private static LocalDate day(Matcher parts, String typed) throws ParseException {
        try {
            return LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
        } catch (DateTimeException noSuchDay) {
            throw new ParseException(typed, 0);
        }
    }

    /** What {@code <input type=date>} reads. */
    @Override
    public String print(LocalDate day, Locale locale) {
        return day.toString();
    }
}
