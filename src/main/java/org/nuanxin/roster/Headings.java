package org.nuanxin.roster;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What offices call their columns; a heading may name the person first (女方姓名) or stand under one (女方 / 姓名). */
final class Headings {

    private enum Who {
        SELF,
        SPOUSE,
        WIFE,
        HUSBAND,
        CHILD,
        ACCOUNT
    }

    private enum What {
        NAME,
        CITIZEN_ID,
        SEX,
        PHONE,
        BORN,
        DIED,
        TIER,
        BANK,
        NUMBER
    }

    /** A field, and the words that said so. */
    record Match(RosterField field, String synonym) {}

    private static final Map<RosterField, String> WHOLE = new EnumMap<>(Map.ofEntries(
            entry(RosterField.SERIAL, "序号 编号 no 户编号 顺序号 号"),
            entry(
                    RosterField.TOWNSHIP,
                    "乡镇 乡镇街道 镇街 街道 镇 乡 街镇 镇乡 镇街道 街道乡镇 所属乡镇 所在乡镇 户籍乡镇 乡镇办 乡镇街 所属街道 户籍地乡镇 乡镇名称 镇办 township"),
            entry(
                    RosterField.VILLAGE,
                    "村社区 村 社区 村居 行政村 村委会 村居委会 居委会 所属村 村居社区 社区村 村名 社区名称 所在村 户籍村 村名称 村社 所在村居 村委会居委会 居村委会 村居名称 village"),
            entry(RosterField.ADDRESS, "地址 家庭住址 住址 详细地址 家庭地址 现住址 居住地址 居住地 现居住地 现居住地址 通讯地址 户籍地址 户籍所在地 常住地址 address"),
            entry(RosterField.MARITAL, "婚姻状况 婚姻 婚况 婚姻情况 父母婚姻状况 夫妻婚姻状况"),
            entry(RosterField.CATEGORY, "对象类型 家庭类型 类型 类别 特殊家庭类型 对象类别 扶助类型 扶助类别 特扶类别 特扶类型"),
            entry(
                    RosterField.LIVELIHOOD,
                    "家庭困难类型 困难类型 低保特困 低保 生活类别 困难类别 困难情况 经济状况 救助类型 救助类别 低保情况 家庭经济状况 困难家庭类型 是否低保 是否低保特困 生活状况"),
            entry(
                    RosterField.CHILD_DIED,
                    "死亡时间 死亡日期 去世时间 去世日期 离世时间 离世日期 死亡年月 去世年月 亡故时间 亡故日期 过世时间 逝世时间 逝世日期 子女亡故时间 失独时间 失独日期"),
            entry(RosterField.BANK, "开户行 开户银行 银行 银行名称 一卡通开户行 发放银行 开户行名称 开户网点"),
            entry(
                    RosterField.ACCOUNT,
                    "账号 银行账号 银行卡号 卡号 一卡通账号 一卡通卡号 一卡通 社保卡号 帐号 银行帐号 一卡通帐号 银行账户 账户 存折账号 银行卡 社会保障卡号 惠民一卡通账号 发放账号"),
            entry(RosterField.REMARK, "备注 说明 备注说明 其他 remark")));

    private static final Map<Who, String> WHO = new LinkedHashMap<>();
    private static final Map<What, String> WHAT = new EnumMap<>(Map.of(
            What.NAME, "姓名 名字 名 name",
            What.CITIZEN_ID,
                    "身份证 身份证号 身份证号码 公民身份号码 公民身份证号码 证件号码 证件号 居民身份证号码 居民身份证号 居民身份证 身份证件号码 身份证件号 身份号码 身份证明号码 公民身份证号 二代身份证号 二代身份证号码 id",
            What.SEX, "性别 sex",
            What.PHONE, "电话 联系电话 手机 手机号 手机号码 联系方式 电话号码 联系号码 移动电话 联系手机 联系电话号码 本人电话 phone",
            What.BORN, "出生年月 出生日期 出生时间 出生年月日 生日 出生",
            What.DIED, "死亡时间 死亡日期 去世时间 去世日期 离世时间 离世日期 死亡年月 去世年月 亡故时间 亡故日期 过世时间 逝世时间 逝世日期 死亡",
            What.TIER, "自理能力 生活自理能力 失能情况 自理情况 失能等级 能力等级 生活自理情况 失能程度 自理程度 身体自理情况 能力状况",
            What.BANK, "开户行 开户银行 银行 银行名称",
            What.NUMBER, "账号 卡号 银行账号 银行卡号 帐号 账户 号码"));

    static {
        WHO.put(Who.WIFE, "女方 母亲 妻子 女方母亲 母方 母 妻 女方情况 母亲情况 女方信息 母亲信息 妻方 妻子情况 妻子信息");
        WHO.put(Who.HUSBAND, "男方 父亲 丈夫 男方父亲 父方 父 夫 男方情况 父亲情况 男方信息 父亲信息 夫方 丈夫情况 丈夫信息");
        WHO.put(Who.SPOUSE, "配偶 爱人 配偶情况 配偶信息 夫妻另一方");
        WHO.put(
                Who.CHILD,
                "子女 孩子 独生子女 死亡子女 死亡独生子女 亡故子女 去世子女 离世子女 伤残子女 小孩 死者 逝者 子女情况 孩子情况 子女信息 独生子女情况 死亡子女情况 已故子女 死亡或伤残子女 独生子女信息");
        WHO.put(Who.ACCOUNT, "一卡通 银行信息 账户信息 银行账户 发放账户 开户信息 一卡通信息 银行卡信息");
        WHO.put(
                Who.SELF,
                "本人 申请人 对象 特扶对象 扶助对象 户主 家长 父母 成员 人员 联系人 特殊家庭成员 家庭成员 本人情况 本人信息 扶助对象情况 特扶人员 失独父母 失独人员 户主情况 对象情况 基本情况 基本信息");
    }

    private static final Map<String, Match> KNOWN = build();

    private Headings() {}

    /** The field a single heading means. */
    static Optional<Match> match(String heading) {
        return find(heading, true).or(() -> find(heading, false));
    }

    /** The field a heading means that stands below another one. */
    static Optional<Match> match(String group, String heading) {
        if (heading.isBlank()) {
            return match(group);
        }
        return match(group + heading).or(() -> {
            boolean person = Arrays.stream(Who.values()).anyMatch(who -> names(WHO.get(who), group));
            return person ? Optional.empty() : match(heading);
        });
    }

    private static Optional<Match> find(String heading, boolean brackets) {
        return Optional.ofNullable(KNOWN.get(Texts.label(heading, brackets)));
    }

    private static boolean names(@Nullable String words, String group) {
        return words != null && List.of(words.split(" ")).contains(Texts.label(group, true));
    }

    private static Map<String, Match> build() {
        Map<String, Match> known = new HashMap<>();
        WHOLE.forEach((field, words) -> {
            for (String word : words.split(" ")) {
                known.put(word, new Match(field, word));
            }
        });
        for (What what : What.values()) {
            for (String word : Objects.requireNonNull(WHAT.get(what)).split(" ")) {
                RosterField alone = field(Who.SELF, what);
                if (alone != null) {
                    known.putIfAbsent(word, new Match(alone, word));
                }
                WHO.forEach((who, people) -> {
                    RosterField field = field(who, what);
                    for (String person : people.split(" ")) {
                        if (field != null) {
                            known.putIfAbsent(person + word, new Match(field, person + " " + word));
                            known.putIfAbsent(person + "的" + word, new Match(field, person + " " + word));
                        }
                    }
                });
            }
        }
        return known;
    }

    private static @Nullable RosterField field(Who who, What what) {
        return switch (what) {
            case NAME ->
                of(
                        who,
                        RosterField.NAME,
                        RosterField.SPOUSE_NAME,
                        RosterField.WIFE_NAME,
                        RosterField.HUSBAND_NAME,
                        RosterField.CHILD_NAME);
            case CITIZEN_ID ->
                of(
                        who,
                        RosterField.CITIZEN_ID,
                        RosterField.SPOUSE_ID,
                        RosterField.WIFE_ID,
                        RosterField.HUSBAND_ID,
                        null);
            case PHONE ->
                of(
                        who,
                        RosterField.PHONE,
                        RosterField.SPOUSE_PHONE,
                        RosterField.WIFE_PHONE,
                        RosterField.HUSBAND_PHONE,
                        null);
            case TIER -> of(who, RosterField.TIER, null, RosterField.WIFE_TIER, RosterField.HUSBAND_TIER, null);
            case SEX -> of(who, RosterField.SEX, null, null, null, RosterField.CHILD_SEX);
            case BORN -> of(who, RosterField.BORN, null, null, null, RosterField.CHILD_BORN);
            case DIED -> who == Who.CHILD ? RosterField.CHILD_DIED : null;
            case BANK -> who == Who.ACCOUNT || who == Who.SELF ? RosterField.BANK : null;
            case NUMBER -> who == Who.ACCOUNT ? RosterField.ACCOUNT : null;
        };
    }

    private static @Nullable RosterField of(
            Who who,
            @Nullable RosterField self,
            @Nullable RosterField spouse,
            @Nullable RosterField wife,
            @Nullable RosterField husband,
            @Nullable RosterField child) {
        return switch (who) {
            case SELF -> self;
            case SPOUSE -> spouse;
            case WIFE -> wife;
            case HUSBAND -> husband;
            case CHILD -> child;
            case ACCOUNT -> null;
        };
    }
}
