package org.nuanxin.report;

/** Chapters in the order of the Reply (泉民函〔2025〕67号). */
public enum Chapter {
    OVERVIEW,
    /** 一(一) 工作机制 */
    MECHANISM,
    /** 一(二) 医疗保障 */
    MEDICAL,
    /** 一(三) 兜底保障 */
    SAFETY_NET,
    /** 一(四) 志愿服务 */
    VOLUNTEERS,
    /** 二 下一步计划 */
    PLAN
}
