package org.nuanxin.care;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of care in the language at hand: choices, reasons, time limits; {@code @care} in templates. */
@Component("care")
class Words {

    private final MessageSource messages;
    private final Formats formats;

    Words(MessageSource messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage("care." + key, arguments, locale());
    }

    /** The label of a code: {@code care.<kind>.<CODE>}. */
    public String label(String kind, Object code) {
        return say(kind + "." + code);
    }

    /** 膝盖疼、头晕; empty for none. */
    public String labels(String kind, Collection<?> codes) {
        return codes.stream().map(code -> label(kind, code)).collect(Collectors.joining(say("separator")));
    }

    /** What was done or is to do: 上门走访, 重阳节上门慰问. */
    public String task(TaskKind kind, TaskReason reason) {
        return kind == TaskKind.FESTIVAL ? say("task.FESTIVAL", label("festival", reason)) : label("task", kind);
    }

    /** Why: 10月3日得知, 10月9日住院. */
    public String reason(TaskReason reason, LocalDate on) {
        return say("reason." + reason, formats.monthDay(on));
    }

    /** 已超 2 天, 今天到期, 还有 5 天. */
    public String limit(LocalDate dueOn) {
        long late = Overdue.days(dueOn, formats.today());
        return late > 0 ? say("limit.late", late) : late == 0 ? say("limit.today") : say("limit.left", -late);
    }

    /** The kind of a tag: warn when overdue, info on the day, empty before. */
    public String tone(LocalDate dueOn) {
        long late = Overdue.days(dueOn, formats.today());
        return late > 0 ? "warn" : late == 0 ? "info" : "";
    }

    /** 6月6日，128 天前; or that there was never one. */
    public String last(@Nullable LocalDate on) {
        if (on == null) {
            return say("never");
        }
        long days = ChronoUnit.DAYS.between(on, formats.today());
        return days == 0 ? say("today") : say("last", formats.day(on), days);
    }

    /** 今天 15:00, 10月13日, 未约. */
    public String plan(@Nullable LocalDate on, @Nullable LocalTime at) {
        if (on == null) {
            return say("plan.none");
        }
        String day = on.equals(formats.today()) ? say("today") : formats.day(on);
        return at == null ? day : day + " " + at;
    }

    public Map<String, String> channels(boolean byWish) {
        return options("channel", Stream.of(Channel.values()).filter(channel -> byWish || !channel.byWish()));
    }

    public Map<String, String> nextChannels() {
        return options("channel", Stream.of(Channel.PHONE, Channel.HOME));
    }

    public Map<String, String> notMet() {
        return options("notMet", Stream.of(NotMetReason.values()));
    }

    public Map<String, String> bodies() {
        return options("body", Stream.of(Body.values()));
    }

    public Map<String, String> sleeps() {
        return options("sleep", Stream.of(Sleep.values()));
    }

    public Map<String, String> moods() {
        return options("mood", Stream.of(Mood.values()));
    }

    public Map<String, String> houses() {
        return options("housing", Stream.of(Housing.values()));
    }

    public Map<String, String> needs() {
        return options("need", Stream.of(Need.values()));
    }

    public Map<String, String> promises() {
        return options("lastPromise", Stream.of(LastPromise.values()));
    }

    public Map<String, String> troubles() {
        return options("trouble", Stream.of(TroubleForm.TROUBLES.toArray()));
    }

    public Map<String, String> kinds() {
        return options(
                "kind",
                List.of(
                        TaskKind.FIRST_VISIT,
                        TaskKind.FESTIVAL,
                        TaskKind.TIMELY_CARE,
                        TaskKind.HOME_VISIT,
                        TaskKind.ROUTINE_CONTACT,
                        TaskKind.REVERIFICATION)
                        .stream());
    }

    private Map<String, String> options(String kind, Stream<?> codes) {
        Map<String, String> options = new LinkedHashMap<>();
        codes.forEach(code -> options.put(code.toString(), label(kind, code)));
        return options;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
