package org.nuanxin.family;

/** 失独 or 伤残 in the national scheme. */
public enum Category {
    BEREAVED,
    CHILD_DISABLED
}
