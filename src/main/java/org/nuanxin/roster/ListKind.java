package org.nuanxin.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Official lists that can be compared with the people on file. */
enum ListKind {
    /** 低保、低保边缘、特困名单 */
    LIVELIHOOD(
            "livelihood",
            "生活类别 困难类型 困难类别 救助类型 救助类别 保障类别 低保类别 类别 对象类别 人员类别 家庭经济状况 低保",
            "批准日期 核定日期 起始日期 开始日期 纳入日期 享受日期 起保日期 起保时间 批准时间 认定日期",
            ""),
    /** 能力评估结果 */
    ABILITY(
            "ability-grade",
            "能力等级 评估等级 评估结果 失能等级 老年人能力等级 能力评估等级 评估结论",
            "评估日期 评估时间 完成日期 评定日期",
            "下次评估 下次评估日期 下次评估时间 有效期至 到期日期"),
    /** 残疾人名册 */
    DISABILITY("disability-grade", "残疾等级 等级 残疾级别 残疾类别等级 残疾类别及等级", "发证日期 办证日期 首次办证日期 评定日期", "有效期至 有效期限 到期日期"),
    /** 参保名册 */
    INSURANCE("medical-insurance", "参保类型 险种 医保类型 参保险种 险种类型 参保类别", "参保日期 开始日期 参保时间", ""),
    /** 离世名单: a proposal only, the life event is recorded on its own page */
    DEATH("", "", "死亡日期 去世日期 离世日期 死亡时间 去世时间 火化日期 注销日期", "");

    private static final Pattern DISABILITY_WORD = Pattern.compile(".*?([一二三四1-4壹贰叁肆])级?");
    private static final Map<String, String> GRADES = Map.ofEntries(
            Map.entry("能力完好", "intact"),
            Map.entry("完好", "intact"),
            Map.entry("0级", "intact"),
            Map.entry("轻度失能", "mild"),
            Map.entry("轻度", "mild"),
            Map.entry("1级", "mild"),
            Map.entry("中度失能", "moderate"),
            Map.entry("中度", "moderate"),
            Map.entry("2级", "moderate"),
            Map.entry("重度失能", "severe"),
            Map.entry("重度", "severe"),
            Map.entry("3级", "severe"),
            Map.entry("完全失能", "complete"),
            Map.entry("4级", "complete"));

    private final String fact;
    private final List<String> values;
    private final List<String> dates;
    private final List<String> dues;

    ListKind(String fact, String values, String dates, String dues) {
        this.fact = fact;
        this.values = List.of(values.split(" "));
        this.dates = List.of(dates.split(" "));
        this.dues = List.of(dues.split(" "));
    }

    static Optional<ListKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Name of the dated fact; empty for deaths. */
    public String fact() {
        return fact;
    }

    boolean isValue(String label) {
        return values.contains(label);
    }

    boolean isDate(String label) {
        return dates.contains(label);
    }

    boolean isDue(String label) {
        return dues.contains(label);
    }

    /** Whether everybody concerned stands on it, so that who is missing may have dropped out. */
    public boolean isFull() {
        return this == LIVELIHOOD || this == DISABILITY || this == INSURANCE;
    }

    /** What a person on a list without such a column is; empty where it must be said. */
    Optional<String> unsaid() {
        return switch (this) {
            case LIVELIHOOD -> Optional.of("low-income");
            case DEATH -> Optional.of("died");
            default -> Optional.empty();
        };
    }

    /** A word of the list as the fact writes it. */
    Optional<String> value(String word) {
        String tight = Texts.tight(word);
        return switch (this) {
            case LIVELIHOOD -> Livelihood.of(word).map(Livelihood::fact);
            case ABILITY -> Optional.ofNullable(GRADES.get(tight));
            case DISABILITY -> disability(tight);
            case INSURANCE -> insurance(tight);
            case DEATH -> unsaid();
        };
    }

    private static Optional<String> disability(String word) {
        if (word.equals("无") || word.equals("注销")) {
            return Optional.of("none");
        }
        Matcher grade = DISABILITY_WORD.matcher(word);
        if (!grade.matches()) {
            return Optional.empty();
        }
        int at = "一二三四1234壹贰叁肆".indexOf(grade.group(1));
        return Optional.of(String.valueOf(at % 4 + 1));
    }

    private static Optional<String> insurance(String word) {
        if (word.contains("居民") || word.contains("新农合") || word.contains("城乡")) {
            return Optional.of("resident");
        }
        if (word.contains("职工")) {
            return Optional.of("employee");
        }
        if (word.equals("未参保") || word.equals("无")) {
            return Optional.of("none");
        }
        return word.contains("其他") || word.contains("公费") ? Optional.of("other") : Optional.empty();
    }

    /** Message key of its name. */
    public String key() {
        return "roster.lists.kind." + name().toLowerCase(Locale.ROOT);
    }
}
