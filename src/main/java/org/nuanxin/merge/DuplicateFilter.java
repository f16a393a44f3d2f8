package org.nuanxin.merge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/** What the list of pairs is narrowed to; lives in the URL. */
class DuplicateFilter {

    private @Nullable String q;
    private @Nullable String township;
    private @Nullable Likeness like;
    private boolean ruled;
    private @Nullable String after;

    public Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        if (q != null && !q.isBlank()) {
            active.put("q", q);
        }
        if (township != null && !township.isBlank()) {
            active.put("township", township);
        }
        if (like != null) {
            active.put("like", like.name());
        }
        if (ruled) {
            active.put("ruled", "true");
        }
        return active;
    }

    /** The address of a page with these filters, one of them left out where named. */
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

    public @Nullable Likeness getLike() {
        return like;
    }

    public void setLike(@Nullable Likeness like) {
        this.like = like;
    }

    /** Pairs that were found to be two families, instead of those still to be looked at. */
    public boolean isRuled() {
        return ruled;
    }

    public void setRuled(boolean ruled) {
        this.ruled = ruled;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
