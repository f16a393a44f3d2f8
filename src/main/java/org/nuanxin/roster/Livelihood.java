package org.nuanxin.roster;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The livelihood class of a household as rosters word it. */
enum Livelihood {
    NONE,
    LOW_INCOME,
    NEAR_LOW_INCOME,
    HARDSHIP_BY_EXPENSE,
    EXTREME_HARDSHIP;

    private static final Map<String, Livelihood> WORDS = Map.ofEntries(
            Map.entry("无", NONE),
            Map.entry("否", NONE),
            Map.entry("一般", NONE),
            Map.entry("正常", NONE),
            Map.entry("非低保", NONE),
            Map.entry("普通", NONE),
            Map.entry("一般户", NONE),
            Map.entry("普通户", NONE),
            Map.entry("非困难", NONE),
            Map.entry("-", NONE),
            Map.entry("/", NONE),
            Map.entry("低保", LOW_INCOME),
            Map.entry("低保户", LOW_INCOME),
            Map.entry("低保对象", LOW_INCOME),
            Map.entry("城市低保", LOW_INCOME),
            Map.entry("农村低保", LOW_INCOME),
            Map.entry("城镇低保", LOW_INCOME),
            Map.entry("低保家庭", LOW_INCOME),
            Map.entry("最低生活保障", LOW_INCOME),
            Map.entry("是", LOW_INCOME),
            Map.entry("低保边缘", NEAR_LOW_INCOME),
            Map.entry("低保边缘户", NEAR_LOW_INCOME),
            Map.entry("低保边缘家庭", NEAR_LOW_INCOME),
            Map.entry("低边", NEAR_LOW_INCOME),
            Map.entry("边缘户", NEAR_LOW_INCOME),
            Map.entry("低收入", NEAR_LOW_INCOME),
            Map.entry("低收入家庭", NEAR_LOW_INCOME),
            Map.entry("刚性支出困难", HARDSHIP_BY_EXPENSE),
            Map.entry("刚性支出困难家庭", HARDSHIP_BY_EXPENSE),
            Map.entry("支出型困难", HARDSHIP_BY_EXPENSE),
            Map.entry("支出型困难家庭", HARDSHIP_BY_EXPENSE),
            Map.entry("特困", EXTREME_HARDSHIP),
            Map.entry("特困户", EXTREME_HARDSHIP),
            Map.entry("特困人员", EXTREME_HARDSHIP),
            Map.entry("特困供养", EXTREME_HARDSHIP),
            Map.entry("特困供养人员", EXTREME_HARDSHIP),
            Map.entry("分散供养", EXTREME_HARDSHIP),
            Map.entry("集中供养", EXTREME_HARDSHIP));

    static Optional<Livelihood> of(String word) {
        return Optional.ofNullable(WORDS.get(Texts.tight(word)));
    }

    /** As the facts of a family write it. */
    String fact() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
