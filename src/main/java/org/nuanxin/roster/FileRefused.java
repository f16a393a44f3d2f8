package org.nuanxin.roster;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file that is no roster we can read; the reason is a message that says what to do instead. */
final class FileRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    enum Reason {
        EMPTY,
        NOT_A_TABLE,
        OLD_EXCEL,
        ENCRYPTED,
        MACROS,
        BINARY_EXCEL,
        WEB_PAGE,
        NO_EXCEL_ARCHIVE,
        STRICT_EXCEL,
        DAMAGED,
        BOMB,
        TOO_MANY_ROWS,
        TOO_LARGE,
        UNKNOWN_CHARACTERS,
        NO_HEADER,
        NO_ROWS,
        NO_VISIBLE_SHEET,
        NO_COLUMNS
    }

    private final Reason reason;
    private final transient List<String> arguments;

    FileRefused(Reason reason, Object... arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    Reason reason() {
        return reason;
    }

    List<String> arguments() {
        return arguments;
    }

    /** Message key of what happened and what to do. */
    String key() {
        return "roster.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
