package org.nuanxin.family;

import java.util.EnumSet;
import java.util.Set;

/** Where a file stands; the moves that are legal from each. */
public enum FamilyStatus {
    /** 线索: somebody told us of a loss; nobody fills a form yet. */
    LEAD,
    /** 登记 */
    REGISTERED,
    /** 补正: returned for correction, with a reason. */
    RETURNED,
    /** 初审, by the township. */
    REVIEWED,
    /** 确认, by the county. */
    CONFIRMED,
    /** 退出 */
    EXITED;

    private Set<FamilyStatus> next() {
        return switch (this) {
            case LEAD -> EnumSet.of(REGISTERED, EXITED);
            case REGISTERED -> EnumSet.of(REVIEWED, RETURNED, CONFIRMED, EXITED);
            case RETURNED -> EnumSet.of(REGISTERED, EXITED);
            case REVIEWED -> EnumSet.of(CONFIRMED, RETURNED, EXITED);
            case CONFIRMED -> EnumSet.of(EXITED);
            // only reopening leads out of it, back to where it stood
            case EXITED -> EnumSet.noneOf(FamilyStatus.class);
        };
    }

    public boolean canBecome(FamilyStatus status) {
        return next().contains(status);
    }
}
