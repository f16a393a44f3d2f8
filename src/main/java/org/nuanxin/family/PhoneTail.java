package org.nuanxin.family;

import org.jspecify.annotations.Nullable;

/** The last four digits of a phone number, told apart from other indexed texts. */
final class PhoneTail {

    private static final int DIGITS = 4;

    private PhoneTail() {}

    /** What is indexed for four digits. */
    static String of(String digits) {
        return "tail:" + digits;
    }

    /** What is indexed for a number; null where there is none or it is too short. */
    static @Nullable String ofNumber(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < DIGITS ? null : of(digits.substring(digits.length() - DIGITS));
    }
}
