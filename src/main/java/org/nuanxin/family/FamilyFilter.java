package org.nuanxin.family;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/**
 * What the family list is narrowed to, and how it is shown; lives in the URL, so that a list can be shared and the back
 * button works.
 */
public final class FamilyFilter {

    /** Everything but exited files, where no status is asked for. */
    public static final String OPEN = "OPEN";

    /** The filters of the family package itself; those of other features are {@code with.<key>}. */
    static final List<String> NAMES = List.of(
            "q",
            "township",
            "village",
            "status",
            "origin",
            "category",
            "age",
            "ability",
            "livelihood",
            "living",
            "visits",
            "exit",
            "exit-year",
            "elsewhere");

    static final String WITH = "with.";
    private static final List<String> SHOWN = List.of("cols", "sort");

    private final Map<String, String> filters = new LinkedHashMap<>();
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final @Nullable String after;

    private FamilyFilter(Map<String, String> parameters) {
        NAMES.forEach(name -> take(name, parameters.get(name), filters));
        parameters.keySet().stream()
                .filter(name -> name.matches("with\\.[a-z]+(-[a-z]+)*"))
                .sorted()
                .forEach(name -> take(name, parameters.get(name), filters));
        if (OPEN.equals(filters.get("status"))) {
            filters.remove("status");
        }
        if (filters.containsKey("village") && !filters.containsKey("township")) {
            filters.remove("village");
        }
        SHOWN.forEach(name -> take(name, parameters.get(name), shown));
        this.after = parameters.get("after");
    }

    /** From the parameters of a request; what it does not know is ignored. */
    public static FamilyFilter of(Map<String, String> parameters) {
        return new FamilyFilter(parameters);
    }

    private static void take(String name, @Nullable String value, Map<String, String> into) {
        if (value != null && !value.isBlank() && value.length() <= 400) {
            into.put(name, value.strip());
        }
    }

    /** Search words and filters that are set, by parameter name; status only when it is not the usual one. */
    public Map<String, String> active() {
        return filters;
    }

    /** All that makes the list what it is: filters, columns, order. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(filters);
        all.putAll(shown);
        return all;
    }

    /** The value of a filter, empty where it is not set. */
    public String get(String name) {
        return filters.getOrDefault(name, "");
    }

    public String getQ() {
        return get("q");
    }

    /** Keys of the chosen columns in their order; empty where none are chosen. */
    public List<String> columns() {
        String cols = shown.get("cols");
        return cols == null
                ? List.of()
                : Arrays.stream(cols.split(",")).distinct().toList();
    }

    /** {@code place}, {@code number}, or empty for the order of names. */
    public String getSort() {
        return shown.getOrDefault("sort", "");
    }

    public @Nullable String getAfter() {
        return after;
    }

    /** The list's address with these filters, one of them left out where named. */
    public String url(@Nullable String without) {
        return url("/families", without);
    }

    /** What a saved view keeps: all but the search words, which name people. Empty where nothing is set. */
    String query() {
        Map<String, String> kept = all();
        kept.remove("q");
        return kept.isEmpty() ? "" : FilterUrl.of("", kept, null).substring(1);
    }

    /** The same for another page that reads these filters, such as the export. */
    public String url(String path, @Nullable String without) {
        Map<String, String> kept = all();
        if (without != null) {
            kept.remove(without);
            if (without.equals("township")) {
                kept.remove("village");
            }
        }
        if (kept.isEmpty() && path.equals("/families")) {
            // without a parameter the list opens with the default view
            kept.put("status", OPEN);
        }
        return FilterUrl.of(path, kept, null);
    }
}
