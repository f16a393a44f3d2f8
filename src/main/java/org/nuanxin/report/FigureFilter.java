package org.nuanxin.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.FilterUrl;

/** Which part of a figure's rows to list; lives in the URL. {@code narrowed}: county or dimension → value. */
public record FigureFilter(
        Map<String, String> narrowed,
        @Nullable String q,
        @Nullable String after) {

    /** Takes from the request's parameters what the indicator knows. */
    static FigureFilter of(Indicator indicator, Map<String, String> parameters) {
        Map<String, String> narrowed = new LinkedHashMap<>();
        put(narrowed, "county", parameters);
        indicator.dimensions().forEach(dimension -> put(narrowed, dimension, parameters));
        String q = parameters.getOrDefault("q", "").strip();
        return new FigureFilter(narrowed, q.isEmpty() ? null : q, parameters.get("after"));
    }

    private static void put(Map<String, String> narrowed, String name, Map<String, String> parameters) {
        String value = parameters.get(name);
        if (value != null && !value.isBlank()) {
            narrowed.put(name, value);
        }
    }

    /** The address with these choices, one left out where named. */
    public String url(String path, @Nullable String without) {
        Map<String, String> all = new LinkedHashMap<>(narrowed);
        if (q != null) {
            all.put("q", q);
        }
        return FilterUrl.of(path, all, without);
    }
}
