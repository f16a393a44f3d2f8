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

/** What the list of tasks is narrowed to; the address carries it. */
public class TaskFilter {

    private String q = "";
    private String kind = "";
    private String when = "";
    private String who = "";
    private String township = "";
    private String after = "";

    /** Filters that are set, in the order of the page. */
    Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        put(active, "q", q);
        put(active, "kind", kind);
        put(active, "when", when);
        put(active, "who", who);
        put(active, "township", township);
        return active;
    }

    private static void put(Map<String, String> active, String name, String value) {
        if (!value.isBlank()) {
            active.put(name, value);
        }
    }

    /** The address of the list without one filter, or with all of them. */
    public String url(@Nullable String without) {
        return url("/visits/tasks", without);
    }

    public String url(String path, @Nullable String without) {
        return FilterUrl.of(path, active(), without);
    }

    /** The conditions in SQL, all values as parameters. */
    record Conditions(String sql, Map<String, Object> parameters) {}

    Conditions conditions(LocalDate today, long me) {
        List<String> sql = new ArrayList<>(List.of("t.status = 'OPEN'", "t.opens_on <= :today"));
        Map<String, Object> values = new HashMap<>();
        if (!q.isBlank()) {
            sql.add("f.id in (select p.family_id from person p where p.active and (p.name ^@ :q or p.initials ^@ :lower"
                    + " or p.pinyin ^@ :lower))");
            values.put("q", q.strip());
            values.put("lower", q.strip().toLowerCase(Locale.ROOT));
        }
        if (!kind.isBlank()) {
            sql.add("t.kind = :kind");
            values.put("kind", kind);
        }
        switch (when) {
            case "overdue" -> sql.add(Overdue.SQL);
            case "today" -> sql.add("t.due_on = :today");
            case "week" -> {
                sql.add("t.due_on between :today and :week");
                values.put("week", today.plusDays(7));
            }
            default -> {}
        }
        switch (who) {
            case "me" -> {
                sql.add("t.assignee_id = :me");
                values.put("me", me);
            }
            case "nobody" -> sql.add("t.assignee_id is null");
            default -> {}
        }
        if (!township.isBlank()) {
            sql.add("starts_with(f.residence_path, :township)");
            values.put("township", township);
        }
        return new Conditions(String.join(" and ", sql), values);
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getWhen() {
        return when;
    }

    public void setWhen(String when) {
        this.when = when;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getTownship() {
        return township;
    }

    public void setTownship(String township) {
        this.township = township;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
