package org.nuanxin.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/** What the list of accounts is narrowed to; lives in the URL. */
class AccountFilter {

    /** Whether the account can be used. */
    enum State {
        ENABLED,
        DISABLED,
        LEFT
    }

    private @Nullable String q;
    private @Nullable Role role;
    private @Nullable String region;
    private @Nullable Department department;
    private @Nullable State state;
    private @Nullable String after;

    public Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        if (q != null && !q.isBlank()) {
            active.put("q", q);
        }
        if (role != null) {
            active.put("role", role.name());
        }
        if (region != null && !region.isBlank()) {
            active.put("region", region);
        }
        if (department != null) {
            active.put("department", department.name());
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

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable Department getDepartment() {
        return department;
    }

    public void setDepartment(@Nullable Department department) {
        this.department = department;
    }

    public @Nullable State getState() {
        return state;
    }

    public void setState(@Nullable State state) {
        this.state = state;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
