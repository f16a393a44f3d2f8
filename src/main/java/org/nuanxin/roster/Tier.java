package org.nuanxin.roster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 自理 / 半失能 / 失能 as rosters report it: never an ability grade, which only an assessment gives. */
enum Tier {
    SELF_CARE,
    PARTLY,
    FULLY;

    private static final Map<String, Tier> WORDS = Map.ofEntries(
            Map.entry("自理", SELF_CARE),
            Map.entry("能自理", SELF_CARE),
            Map.entry("完全自理", SELF_CARE),
            Map.entry("全自理", SELF_CARE),
            Map.entry("生活自理", SELF_CARE),
            Map.entry("生活能自理", SELF_CARE),
            Map.entry("有自理能力", SELF_CARE),
            Map.entry("正常", SELF_CARE),
            Map.entry("健康", SELF_CARE),
            Map.entry("完好", SELF_CARE),
            Map.entry("能力完好", SELF_CARE),
            Map.entry("半失能", PARTLY),
            Map.entry("部分失能", PARTLY),
            Map.entry("半自理", PARTLY),
            Map.entry("部分自理", PARTLY),
            Map.entry("半护理", PARTLY),
            Map.entry("轻度失能", PARTLY),
            Map.entry("中度失能", PARTLY),
            Map.entry("失能", FULLY),
            Map.entry("全失能", FULLY),
            Map.entry("完全失能", FULLY),
            Map.entry("重度失能", FULLY),
            Map.entry("不能自理", FULLY),
            Map.entry("完全不能自理", FULLY),
            Map.entry("全护理", FULLY));

    static Optional<Tier> of(String word) {
        return Optional.ofNullable(WORDS.get(Texts.tight(word)));
    }

    /** As the facts of a family write it. */
    String fact() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
