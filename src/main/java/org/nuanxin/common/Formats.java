package org.nuanxin.common;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How pages write dates, times and money in the language at hand; {@code @fmt} in templates. */
@Component("fmt")
public class Formats {

    private final Clock clock;

    Formats(Clock clock) {
        this.clock = clock;
    }

    /** 2026年11月23日, in English 23 November 2026; empty for null. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : pattern("yyyy年M月d日", "d MMMM yyyy").format(day);
    }

    /** Without the year where it is this year's: 11月23日. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return day.getYear() == today().getYear() ? pattern("M月d日", "d MMM").format(day) : date(day);
    }

    /** 2026年11月, in English November 2026. */
    public String month(@Nullable LocalDate day) {
        return day == null ? "" : pattern("yyyy年M月", "MMMM yyyy").format(day);
    }

    /** 2026年, in English 2026. */
    public String year(@Nullable LocalDate day) {
        return day == null ? "" : pattern("yyyy年", "yyyy").format(day);
    }

    /** Never with the year: 11月23日, in English 23 Nov. */
    public String monthDay(@Nullable LocalDate day) {
        return day == null ? "" : pattern("M月d日", "d MMM").format(day);
    }

    /** Date, hour and minute. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : pattern("yyyy年M月d日 HH:mm", "d MMMM yyyy HH:mm").format(instant.atZone(clock.getZone()));
    }

    /** ¥1,000.00 */
    public String money(@Nullable Money money) {
        return money == null ? "" : money(money.yuan());
    }

    /** ¥1,000.00 */
    public String money(@Nullable BigDecimal yuan) {
        return yuan == null
                ? ""
                : "¥" + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    }

    /** 1,138 */
    public String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** Completed years today; null where the birth date is unknown. */
    public @Nullable Integer age(@Nullable LocalDate born) {
        return born == null ? null : Period.between(born, today()).getYears();
    }

    /** Days from {@code day} to today; negative when it is still to come. */
    public long daysSince(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Picks the Chinese or the English name of reference data. */
    public String name(String zh, @Nullable String en) {
        return english() && en != null && !en.isBlank() ? en : zh;
    }

    public boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }

    private DateTimeFormatter pattern(String zh, String en) {
        return english()
                ? DateTimeFormatter.ofPattern(en, Locale.ENGLISH)
                : DateTimeFormatter.ofPattern(zh, Locale.CHINA);
    }
}
