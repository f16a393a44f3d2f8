package org.nuanxin.family;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the family list is narrowed to; lives in the URL, so that a list can be shared and the back button works. */
public class FamilyFilter {

    /** Everything but exited files, where no status is asked for. */
    public static final String OPEN = "OPEN";

    private @Nullable String q;
    private @Nullable String township;
    private String status = OPEN;
    private @Nullable String origin;
    private @Nullable String age;
    private @Nullable String ability;
    private @Nullable String after;

    /** Search words and filters that are set, by parameter name; status only when it is not the usual one. */
    public Map<String, String> active() {
        Map<String, String> active = new LinkedHashMap<>();
        put(active, "q", q);
        put(active, "township", township);
        put(active, "status", OPEN.equals(status) ? null : status);
        put(active, "origin", origin);
        put(active, "age", age);
        put(active, "ability", ability);
        return active;
    }

    /** The list's address with these filters, one of them left out where named. */
    public String url(@Nullable String without) {
        return url("/families", without);
    }

    /** The same for another page that reads these filters, such as the export. */
    public String url(String path, @Nullable String without) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        active().forEach((name, value) -> {
            if (!name.equals(without)) {
                url.queryParam(name, "{" + name + "}");
            }
        });
        return url.encode().buildAndExpand(active()).toUriString();
    }

    private static void put(Map<String, String> active, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            active.put(name, value);
        }
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

    public String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status == null || status.isBlank() ? OPEN : status;
    }

    public @Nullable String getOrigin() {
        return origin;
    }

    public void setOrigin(@Nullable String origin) {
        this.origin = origin;
    }

    public @Nullable String getAge() {
        return age;
    }

    public void setAge(@Nullable String age) {
        this.age = age;
    }

    public @Nullable String getAbility() {
        return ability;
    }

    public void setAbility(@Nullable String ability) {
        this.ability = ability;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }
}
