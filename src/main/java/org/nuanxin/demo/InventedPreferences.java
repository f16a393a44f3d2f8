package org.nuanxin.demo;

import java.util.List;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.ContactPreferences.Channel;
import org.nuanxin.family.ContactPreferences.Visits;

/** What there is to mind at an invented family's door. */
final class InventedPreferences {

    private static final List<String> TIMES = List.of("下午3点以后，周日不打扰", "上午9点到11点", "晚饭后，不要太晚", "周二、周五下午", "先约好，哪天都可以");
    private static final List<String> LANGUAGES = List.of("闽南语", "闽南语", "闽南语，普通话能听", "普通话");
    private static final List<String> CUSTOMS = List.of("初一、十五吃素", "信佛，进门先净手", "不喝茶，喝白开水", "基督徒，不烧香", "从后门进，前门不常开");
    private static final List<String> TOPICS =
            List.of("高考、摩托车，别家办喜事", "别提再生一个", "不问孩子的事，除非自己先说", "不提医院和手术", "别家的孙辈", "不提车祸", "不提单位和赔偿");
    private static final List<String> DATES = List.of("4月12日前后三天，清明当天", "中秋当天", "除夕和正月初一", "9月开学那几天", "冬至当天");
    private static final List<String> NOTES = List.of(
            "膝盖不好，上楼吃力，想在楼梯装扶手。",
            "晚上睡不好，医生开过药，自己会按时吃。",
            "喜欢下象棋，社区棋牌室常去。",
            "阳台种花，乐意让人看。",
            "耳朵背，说话要慢、要近。",
            "高血压，药在镇卫生院取，每月十号前后。",
            "眼睛做过白内障手术，看小字要放大镜。");

    private final InventedPeople people;

    InventedPreferences(InventedPeople people) {
        this.people = people;
    }

    /** For one who is called so at the door; half of the families have said what to mind. */
    ContactPreferences of(String surname, boolean woman) {
        int kind = people.between(1, 100);
        Visits visits = kind <= 5 ? Visits.REFUSED : kind <= 14 ? Visits.PHONE_ONLY : Visits.WELCOME;
        boolean told = kind <= 60;
        return new ContactPreferences(
                told
                        ? surname
                                + (woman ? people.one(List.of("阿姨", "大姐", "老师")) : people.one(List.of("叔", "老师", "师傅")))
                        : null,
                visits == Visits.WELCOME
                        ? people.one(List.of(Channel.PHONE_FIRST, Channel.PHONE_FIRST, Channel.VISIT))
                        : Channel.PHONE_ONLY,
                visits,
                woman && people.chance(6),
                told ? people.one(TIMES) : null,
                people.one(LANGUAGES),
                told && people.chance(35) ? people.one(CUSTOMS) : null,
                told && people.chance(70) ? people.one(TOPICS) : null,
                told && people.chance(50) ? people.one(DATES) : null,
                told && people.chance(60) ? people.one(NOTES) : null);
    }
}
