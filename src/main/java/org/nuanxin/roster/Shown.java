package org.nuanxin.roster;

import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.privacy.Masking;

/** A value of a roster as a page may show it. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** Masked by what the column means; long numbers are hidden in any column. */
    static String of(@Nullable RosterField field, String text) {
        String plain = Texts.plain(text);
        if (plain.isEmpty()) {
            return "";
        }
        String shown = switch (field == null ? RosterField.Mask.NONE : field.mask()) {
            case CITIZEN_ID -> citizenId(CitizenId.normalise(plain));
            case PHONE -> phone(plain.replaceAll("[^\\d]", ""), plain);
            case ACCOUNT -> "**** " + Masking.account(plain.replace(" ", ""));
            case NONE -> Texts.hideNumbers(plain);
        };
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    /** Numbers of another length keep both ends too: people must recognise which one is meant. */
    private static String citizenId(String id) {
        if (id.length() == 18 || id.length() < 12) {
            return Masking.citizenId(id);
        }
        return id.substring(0, 4) + "*".repeat(id.length() - 8) + id.substring(id.length() - 4);
    }

    private static String phone(String digits, String typed) {
        if (digits.length() < 9) {
            return digits.isEmpty() ? typed : "*".repeat(Math.max(0, digits.length() - 3)) + tail(digits, 3);
        }
        return digits.substring(0, 3) + "****" + tail(digits, Math.max(2, digits.length() - 7));
    }

    private static String tail(String text, int length) {
        return text.substring(Math.max(0, text.length() - Math.min(4, length)));
    }
}
