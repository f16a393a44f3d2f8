package org.nuanxin.common;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of lists that carry their filters, so that a list can be shared and the back button works. */
public final class FilterUrl {

    private FilterUrl() {}

    /** The path with the filters that are set, one of them left out where named; values are encoded. */
    public static String of(String path, Map<String, String> filters, @Nullable String without) {
        Map<String, String> kept = new LinkedHashMap<>(filters);
        if (without != null) {
            kept.remove(without);
        }
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        kept.keySet().forEach(name -> url.queryParam(name, "{" + name.replace(".", "-") + "}"));
        return url.encode().buildAndExpand(kept.values().toArray()).toUriString();
    }

    /** Sets a filter where it has a value. */
    public static void put(Map<String, String> filters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            filters.put(name, value);
        }
    }
}
