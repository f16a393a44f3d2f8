package org.nuanxin.family;

public enum LivingArrangement {
    ALONE,
    COUPLE,
    WITH_RELATIVES,
    INSTITUTION,
    OTHER
}
