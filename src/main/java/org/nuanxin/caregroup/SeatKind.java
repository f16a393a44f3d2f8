package org.nuanxin.caregroup;

import java.util.List;
import java.util.stream.Stream;

/** A seat in a Care Group: four the Reply 一(四) names, and people who come along. */
public enum SeatKind {
    /** 乡镇（街道）计生协会干部 */
    TOWNSHIP_CADRE(true),
    /** 村（社区）计生协会会长 */
    VILLAGE_PRESIDENT(true),
    /** 村（社区）卫生所医生 */
    VILLAGE_DOCTOR(true),
    /** 计生协会小组长 */
    GROUP_LEADER(true),
    /** 亲友: sees no money, bank data or notes */
    RELATIVE(false),
    /** 社工 */
    SOCIAL_WORKER(false),
    /** 志愿者 */
    VOLUNTEER(false);

    private final boolean statutory;

    SeatKind(boolean statutory) {
        this.statutory = statutory;
    }

    /** One of the four seats that every group must fill, each with one holder at a time. */
    public boolean statutory() {
        return statutory;
    }

    public static List<SeatKind> theFour() {
        return Stream.of(values()).filter(SeatKind::statutory).toList();
    }
}
