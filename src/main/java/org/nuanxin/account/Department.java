package org.nuanxin.account;

/** 民政, 计生协会, 卫健, 医保, 财政. */
public enum Department {
    CIVIL_AFFAIRS,
    FPA,
    HEALTH,
    HEALTHCARE_SECURITY,
    FINANCE
}
