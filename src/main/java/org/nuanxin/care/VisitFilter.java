package org.nuanxin.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/** What the list of visits is narrowed to; the address carries it. */
public class VisitFilter {

    private String q = "";
    private String channel = "";
    private String who = "";
    private String met = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String after = "";

    /** Filters that are set, in the order of the page. */
    Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        put(active, "q", q);
        put(active, "channel", channel);
        put(active, "met", met);
        put(active, "who", who);
        put(active, "from", from);
        put(active, "to", to);
        return active;
    }

    private static void put(Map<String, String> active, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            active.put(name, value.toString());
        }
    }

    public String url(String path, @Nullable String without) {
        return FilterUrl.of(path, active(), without);
    }

    TaskFilter.Conditions conditions(long me) {
        List<String> sql = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        if (!q.isBlank()) {
            sql.add("f.id in (select p.family_id from person p where p.name ^@ :q or p.initials ^@ :lower"
                    + " or p.pinyin ^@ :lower)");
            values.put("q", q.strip());
            values.put("lower", q.strip().toLowerCase(Locale.ROOT));
        }
        if (!channel.isBlank()) {
            sql.add("v.channel = :channel");
            values.put("channel", channel);
        }
        if (!met.isBlank()) {
            sql.add("v.met = :met");
            values.put("met", "yes".equals(met));
        }
        if ("me".equals(who)) {
            sql.add("v.visitor_id = :me");
            values.put("me", me);
        }
        if (from != null) {
            sql.add("v.on_date >= :from");
            values.put("from", from);
        }
        if (to != null) {
            sql.add("v.on_date <= :to");
            values.put("to", to);
        }
        return new TaskFilter.Conditions(String.join(" and ", sql), values);
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getMet() {
        return met;
    }

    public void setMet(String met) {
        this.met = met;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
