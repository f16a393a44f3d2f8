package org.nuanxin.care;

/** What we owe a family; the first three are the three musts 三个必须 (R 一(一)). */
public enum TaskKind {
    /** 必须一: a newly bereaved family at the first moment */
    FIRST_VISIT,
    /** 必须二: at the major traditional festivals */
    FESTIVAL,
    /** 必须三: at major illness or disaster */
    TIMELY_CARE,
    /** 日常: at home once a quarter */
    HOME_VISIT,
    /** 日常: a word once a month */
    ROUTINE_CONTACT,
    REVERIFICATION,
    REASSESSMENT;

    boolean must() {
        return this == FIRST_VISIT || this == FESTIVAL || this == TIMELY_CARE;
    }
}
