package org.nuanxin.account;

/**
 * An account the sign-in page offers; beans of this type exist in the demonstration profile only.
 *
 * @param labelKey message key of what the account is, such as "caseworker of Licheng"
 */
public record DemoAccount(String username, String password, String labelKey) {}
