package org.nuanxin.setting;

import java.util.List;

/**
 * Something a region may decide for itself. Its words are the messages {@code <key>.name} and {@code <key>.what}; those
 * of a choice {@code <key>.<value>}.
 *
 * @param key starts with the feature's name, such as {@code intake.notice-days}
 * @param fallback where no region above has decided
 * @param choices allowed values of a choice, empty otherwise
 * @param least smallest number allowed, {@code most} the greatest; 0 for a choice
 * @param assumption true while the reading is not settled: the page says 口径待定
 */
public record Setting(
        String key, Kind kind, String fallback, List<String> choices, int least, int most, boolean assumption) {

    /** How the page asks for it. */
    public enum Kind {
        DAYS,
        NUMBER,
        CHOICE,
        YES_NO
    }

    public static Setting days(String key, int fallback, int least, int most) {
        return new Setting(key, Kind.DAYS, String.valueOf(fallback), List.of(), least, most, true);
    }

    public static Setting number(String key, int fallback, int least, int most) {
        return new Setting(key, Kind.NUMBER, String.valueOf(fallback), List.of(), least, most, true);
    }

    public static Setting choice(String key, String fallback, List<String> choices) {
        return new Setting(key, Kind.CHOICE, fallback, List.copyOf(choices), 0, 0, true);
    }

    public static Setting yesNo(String key, boolean fallback) {
        return new Setting(key, Kind.YES_NO, String.valueOf(fallback), List.of("true", "false"), 0, 0, true);
    }

    /** Whether the text is a value of this setting. */
    public boolean accepts(String value) {
        return switch (kind) {
            case CHOICE, YES_NO -> choices.contains(value);
            case DAYS, NUMBER ->
                value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        };
    }
}
