package org.nuanxin.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to mend, or to know, about one value of a row.
 *
 * @param column heading of the column as the file writes it
 * @param shown the value, masked
 * @param arguments for the two messages of the code, never personal data
 */
record Problem(Code code, String column, String shown, List<String> arguments) {

    /** What can be wrong. Notices let the row pass. */
    enum Code {
        NAME_MISSING,
        NAME_STRANGE,
        NO_PARENT,
        ID_MISSING,
        ID_LENGTH,
        ID_CHARACTERS,
        ID_BIRTH_DATE,
        ID_CHECK_DIGIT,
        ID_DIGITS_LOST,
        ID_SAME_PARENTS,
        ID_SAME_ROW,
        SEX_UNREADABLE,
        SEX_CONTRADICTS,
        BORN_CONTRADICTS,
        PHONE_LENGTH,
        ACCOUNT_DIGITS_LOST,
        ACCOUNT_CHARACTERS,
        TOWNSHIP_MISSING,
        TOWNSHIP_UNKNOWN,
        TOWNSHIP_NEAR,
        TOWNSHIP_ELSEWHERE,
        TOWNSHIP_OUT_OF_SCOPE,
        VILLAGE_UNKNOWN,
        VILLAGE_NEAR,
        VILLAGE_AMBIGUOUS,
        DATE_UNREADABLE,
        DATE_MONTH,
        DATE_DAY,
        DATE_YEAR,
        DATE_MONTH_SPOILT,
        DATE_FUTURE,
        DIED_BEFORE_BORN,
        CHILD_OLDER,
        LIVELIHOOD_UNKNOWN,
        LIVELIHOOD_OLD,
        TIER_UNKNOWN,
        TOO_LONG,
        CELL_ERROR,
        SPOUSE_NAME_DIFFERS,
        SPOUSE_NOT_MUTUAL,
        CHILD_DIFFERS,
        REGISTERED_ELSEWHERE,
        SPOUSE_REGISTERED,
        LIST_CONTRADICTS,
        LIST_VALUE_MISSING,
        LIST_VALUE_UNKNOWN,
        DIED_MISSING(true),
        CHILD_NAME_MISSING(true),
        VILLAGE_MISSING(true),
        SPOUSE_LEFT_OUT(true),
        SPOUSE_PHONE_ALONE(true),
        ACCOUNT_ZEROS(true),
        TIER_OF_WHOM(true);

        private final boolean notice;

        Code() {
            this(false);
        }

        Code(boolean notice) {
            this.notice = notice;
        }

        boolean isNotice() {
            return notice;
        }

        private String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Message key: what is wrong. */
        public String problemKey() {
            return "roster.problem." + slug();
        }

        /** Message key: what to do about it. */
        public String mendKey() {
            return "roster.mend." + slug();
        }
    }

    static Problem of(Code code, String column, String shown, @Nullable String... arguments) {
        return new Problem(
                code,
                column,
                shown,
                Arrays.stream(arguments)
                        .map(argument -> argument == null ? "" : argument)
                        .toList());
    }

    boolean isError() {
        return !code.isNotice();
    }
}
