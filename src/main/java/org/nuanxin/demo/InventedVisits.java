package org.nuanxin.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.care.Body;
import org.nuanxin.care.Channel;
import org.nuanxin.care.Housing;
import org.nuanxin.care.LastPromise;
import org.nuanxin.care.Mood;
import org.nuanxin.care.Need;
import org.nuanxin.care.NewVisit;
import org.nuanxin.care.NotMetReason;
import org.nuanxin.care.Sleep;

/** What was said and seen at invented visits: facts and wishes. */
final class InventedVisits {

    /** What a visit at home brought; {@code promise} is what we said we would do. */
    private record Home(String note, @Nullable String promise, Set<Need> needs, Set<Housing> housing) {}

    private static final List<Home> HOMES = List.of(
            new Home("两人身体和上次一样。上楼膝盖吃力，想在楼梯装扶手。", "问社区能不能装扶手", Set.of(Need.REPAIR), Set.of(Housing.NO_HANDRAIL)),
            new Home("精神不错，早上去溪边走路，中午自己做饭。", null, Set.of(), Set.of(Housing.SAFE)),
            new Home("阳台的花开了，留我们看了一会儿。药还有半个月。", "下次带慢性病取药的表格", Set.of(Need.PAPERWORK), Set.of(Housing.SAFE)),
            new Home("最近睡得晚，白天有邻居来坐。想有人一起去卫生院量血压。", "约社区医生上门量血压", Set.of(Need.DOCTOR), Set.of()),
            new Home("厨房墙角渗水，下雨天地上湿。其他都好。", "报修，一周内回话", Set.of(Need.REPAIR), Set.of(Housing.LEAKS)),
            new Home("聊起年轻时在茶厂做工的事，说了一个多小时。", null, Set.of(Need.COMPANY), Set.of(Housing.SAFE)),
            new Home("想申请医疗救助，单据放在一起不知道怎么填。", "带表来，一起填", Set.of(Need.MEDICAL_AID, Need.PAPERWORK), Set.of()),
            new Home("社区食堂的饭偏硬，想要软一点的。", "和食堂说一声", Set.of(Need.MEALS), Set.of(Housing.SAFE)),
            new Home("电线是老的，插座松了一个，已先停用。", "请电工看看", Set.of(Need.REPAIR), Set.of(Housing.OLD_WIRING)),
            new Home("说想去清源山走走，腿脚还行。", "下个月的活动叫上", Set.of(Need.WISH), Set.of()));
    private static final List<String> CALLS = List.of(
            "问候，提醒领取慢性病药。",
            "天气转凉，提醒加衣，两人都好。",
            "刚从市场回来，说一切照旧。",
            "想了解居民医保什么时候缴，已告知。",
            "接电话的是母亲，说父亲去下棋了。",
            "台风前提醒关窗，家里没事。",
            "约好下周上门。");
    private static final List<String> GIFTS = List.of("米、油各一份", "粽子和夏凉被", "月饼、柚子", "水果一篮", "棉被一床");

    private final Random random;

    InventedVisits(Random random) {
        this.random = random;
    }

    /** At home, or as the family wishes it; {@code gift} at festivals. */
    NewVisit home(long visitor, List<Long> members, LocalDate day, boolean gift, @Nullable LocalDate next) {
        if (random.nextInt(100) < 5) {
            return visit(
                    visitor,
                    day,
                    Channel.HOME,
                    NotMetReason.NOT_HOME,
                    List.of(),
                    new Home("敲门没有人应，邻居说去看亲戚了。", null, Set.of(), Set.of()),
                    null,
                    next);
        }
        return visit(visitor, day, Channel.HOME, null, met(members), one(HOMES), gift ? one(GIFTS) : null, next);
    }

    /** The first visit after a loss: short, and nothing asked for. */
    NewVisit firstVisit(long visitor, LocalDate day) {
        return visit(
                visitor,
                day,
                Channel.HOME,
                null,
                List.of(),
                new Home("陪着坐了一会儿，没有多问。留了联系电话。", "三天内再打电话", Set.of(Need.COMPANY), Set.of()),
                null,
                null);
    }

    NewVisit call(long visitor, List<Long> members, LocalDate day, @Nullable LocalDate next) {
        return visit(
                visitor,
                day,
                Channel.PHONE,
                null,
                met(members.subList(0, 1)),
                new Home(one(CALLS), null, Set.of(), Set.of()),
                null,
                next);
    }

    /** For those who want nobody at the door. */
    NewVisit parcel(long visitor, LocalDate day) {
        return visit(
                visitor,
                day,
                Channel.PARCEL,
                NotMetReason.DECLINED,
                List.of(),
                new Home("东西放在门卫，回电话说收到了。", null, Set.of(), Set.of()),
                one(GIFTS),
                null);
    }

    private List<NewVisit.Member> met(List<Long> members) {
        return members.stream()
                .map(id -> new NewVisit.Member(
                        id,
                        true,
                        random.nextInt(4) == 0 ? Set.of(one(List.of(Body.KNEES, Body.DIZZY))) : Set.of(Body.AS_BEFORE),
                        one(List.of(Sleep.GOOD, Sleep.GOOD, Sleep.SO_SO, Sleep.SLEEPLESS, Sleep.NOT_ASKED)),
                        one(List.of(Mood.CALM, Mood.CALM, Mood.TALKATIVE, Mood.SPOKE_OF_CHILD, Mood.SILENT))))
                .toList();
    }

    private NewVisit visit(
            long visitor,
            LocalDate day,
            Channel channel,
            @Nullable NotMetReason notMet,
            List<NewVisit.Member> members,
            Home home,
            @Nullable String goods,
            @Nullable LocalDate next) {
        return new NewVisit(
                new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62),
                channel == Channel.HOME && random.nextBoolean(),
                visitor,
                new NewVisit.Content(
                        day,
                        LocalTime.of(9 + random.nextInt(8), random.nextInt(12) * 5),
                        channel,
                        notMet == null,
                        notMet,
                        null,
                        members,
                        home.housing(),
                        home.needs(),
                        goods,
                        goods != null && random.nextInt(3) == 0 ? new BigDecimal("200.00") : null,
                        random.nextInt(3) == 0 ? LastPromise.KEPT : null,
                        home.promise(),
                        home.note(),
                        next,
                        next == null ? null : random.nextBoolean() ? Channel.HOME : Channel.PHONE,
                        false,
                        null));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
