package org.nuanxin.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page may show of a citizen ID, a phone number and an account; {@code @mask} in templates. */
@Component("mask")
public class Masking {

    /** 3505**********1234; values of another length show their last two characters only. */
    public static String citizenId(@Nullable String id) {
        if (id == null) {
            return "";
        }
        return id.length() == 18 ? id.substring(0, 4) + "*".repeat(10) + id.substring(14) : tail(id, 2);
    }

    /** 138****5678 */
    public static String phone(@Nullable String phone) {
        if (phone == null) {
            return "";
        }
        return phone.length() == 11 ? phone.substring(0, 3) + "****" + phone.substring(7) : tail(phone, 2);
    }

    /** The last four digits. */
    public static String account(@Nullable String account) {
        return account == null ? "" : account.substring(Math.max(0, account.length() - 4));
    }

    private static String tail(String text, int shown) {
        int hidden = Math.max(0, text.length() - shown);
        return "*".repeat(hidden) + text.substring(hidden);
    }
}
