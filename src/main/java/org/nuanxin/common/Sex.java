package org.nuanxin.common;

public enum Sex {
    MALE,
    FEMALE
}
