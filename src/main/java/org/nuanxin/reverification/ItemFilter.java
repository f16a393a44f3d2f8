package org.nuanxin.reverification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/** What the list of a campaign's families is narrowed to; lives in the URL. */
class ItemFilter {

    private @Nullable String q;
    private @Nullable String township;
    private @Nullable ItemState state;
    private @Nullable String after;

    public Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        if (q != null && !q.isBlank()) {
            active.put("q", q);
        }
        if (township != null && !township.isBlank()) {
            active.put("township", township);
        }
        if (state != null) {
            active.put("state", state.name());
        }
        return active;
    }

    /** The list's address with these filters, one of them left out where named. */
    public String url(String path, @Nullable String without) {
        return FilterUrl.of(path, active(), without);
    }

    public @Nullable String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? null : q.strip();
    }

    public @Nullable String getTownship() {
        return township;
    }

    public void setTownship(@Nullable String township) {
        this.township = township;
    }

    public @Nullable ItemState getState() {
        return state;
    }

    public void setState(@Nullable ItemState state) {
        this.state = state;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
