package org.nuanxin.account;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.region.Regions;

/** The names of many regions, read in one statement; the city by its own name. */
record RegionWords(Map<String, String> below, String city) {

    static RegionWords of(Regions regions, Collection<String> paths) {
        return new RegionWords(regions.words(paths.stream().distinct().toList()), regions.name(regions.city()));
    }

    String word(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        String words = below.getOrDefault(path, "");
        return words.isEmpty() ? city : words;
    }
}
