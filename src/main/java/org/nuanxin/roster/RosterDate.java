package org.nuanxin.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as rosters write it; where only a month or a year is given, {@code day} is its first. */
record RosterDate(LocalDate day, Precision precision) {

    enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** Why a text is no date; the key of its message. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String number;

        private Unreadable(String reason, String number) {
            super(reason);
            this.number = number;
        }

        String reason() {
            return String.valueOf(getMessage());
        }

        /** The month or day that does not exist. */
        String number() {
            return number;
        }
    }

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{4})(?:[-./年、](\\d{1,2})(?:月|[-./、](?=\\d)|(?=$|[-./]$))(?:(\\d{1,2})[日号]?)?|年)?[-./]?");
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?$");
    private static final Pattern CHINESE = Pattern.compile("[〇零○OＯo一二三四五六七八九十两\\d]+(?=[年月日号])");

    /** Reads a cell. {@code spoilt} tells that the number 1995.1 may have been 1995.10. */
    static RosterDate read(Cell cell) throws Unreadable {
        String text = TIME.matcher(Texts.plain(cell.text())).replaceAll("").replace(" ", "");
        if (cell.kind() == Cell.Kind.NUMBER && text.matches("\\d{4}\\.1")) {
            throw new Unreadable("month-spoilt", text);
        }
        return read(text);
    }

    private static RosterDate read(String typed) throws Unreadable {
        String text = arabic(typed);
        if (text.matches("\\d{5}(\\.\\d+)?")) {
            return serial(Integer.parseInt(text.substring(0, 5)));
        }
        if (text.matches("\\d{8}")) {
            return of(text.substring(0, 4), text.substring(4, 6), text.substring(6));
        }
        if (text.matches("\\d{6}")) {
            return of(text.substring(0, 4), text.substring(4), null);
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new Unreadable("unreadable", text);
        }
        return of(parts.group(1), parts.group(2), parts.group(3));
    }

    private static RosterDate serial(int days) throws Unreadable {
        if (days < 10_000 || days > 73_050) {
            throw new Unreadable("unreadable", String.valueOf(days));
        }
        return new RosterDate(SERIAL_ZERO.plusDays(days), Precision.DAY);
    }

    private static RosterDate of(String year, @Nullable String month, @Nullable String day) throws Unreadable {
        int y = Integer.parseInt(year);
        if (y < 1880 || y > 2100) {
            throw new Unreadable("year", year);
        }
        if (month == null) {
            return new RosterDate(LocalDate.of(y, 1, 1), Precision.YEAR);
        }
        int m = Integer.parseInt(month);
        if (m == 0 && (day == null || Integer.parseInt(day) == 0)) {
            return new RosterDate(LocalDate.of(y, 1, 1), Precision.YEAR);
        }
        if (m < 1 || m > 12) {
            throw new Unreadable("month", String.valueOf(m));
        }
        if (day == null || Integer.parseInt(day) == 0) {
            return new RosterDate(LocalDate.of(y, m, 1), Precision.MONTH);
        }
        try {
            return new RosterDate(LocalDate.of(y, m, Integer.parseInt(day)), Precision.DAY);
        } catch (DateTimeException noSuchDay) {
            throw new Unreadable("day", m + "月" + Integer.parseInt(day) + "日");
        }
    }

    /** 二〇一九年四月十二日 → 2019年4月12日 */
    private static String arabic(String text) {
        return CHINESE.matcher(text).replaceAll(found -> {
            String word = found.group();
            StringBuilder digits = new StringBuilder();
            if (word.contains("十")) {
                String[] tens = word.split("十", -1);
                digits.append(tens[0].isEmpty() ? "1" : digit(tens[0].charAt(0)))
                        .append(tens.length < 2 || tens[1].isEmpty() ? "0" : digit(tens[1].charAt(0)));
            } else {
                word.chars().forEach(c -> digits.append(digit((char) c)));
            }
            return digits.toString();
        });
    }

    private static String digit(char c) {
        int value = "〇一二三四五六七八九".indexOf(c);
        if (value >= 0) {
            return String.valueOf(value);
        }
        return c == '两' ? "2" : Character.isDigit(c) ? String.valueOf(c) : "0";
    }

    /** Whether it is surely later than a day. */
    boolean isAfter(LocalDate other) {
        return day.isAfter(other);
    }

    /** Whether it ended, at the latest, before the other one began. */
    boolean isSurelyBefore(RosterDate other) {
        return last().isBefore(other.day);
    }

    /** Whether both can mean the same day. */
    boolean agreesWith(RosterDate other) {
        return !isSurelyBefore(other) && !other.isSurelyBefore(this);
    }

    private LocalDate last() {
        return switch (precision) {
            case DAY -> day;
            case MONTH -> YearMonth.from(day).atEndOfMonth();
            case YEAR -> LocalDate.of(day.getYear(), 12, 31);
        };
    }
}
