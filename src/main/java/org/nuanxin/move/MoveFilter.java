package org.nuanxin.move;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of moves is narrowed to; lives in the URL. */
class MoveFilter {

    private @Nullable String q;
    private @Nullable String way;
    private @Nullable MoveStatus status;
    private @Nullable String after;

    public Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        if (q != null && !q.isBlank()) {
            active.put("q", q);
        }
        if (way != null && !way.isBlank()) {
            active.put("way", way);
        }
        if (status != null) {
            active.put("status", status.name());
        }
        return active;
    }

    /** The list's address with these filters. */
    public String url(String path) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        active().keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(active()).toUriString();
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? null : q.strip();
    }

    public @Nullable String getWay() {
        return way;
    }

    public void setWay(@Nullable String way) {
        this.way = way;
    }

    public @Nullable MoveStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable MoveStatus status) {
        this.status = status;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
