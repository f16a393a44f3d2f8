package org.nuanxin.embedded;

/** The embedded database cannot start, and somebody at the keyboard can do something about it. */
public class EmbeddedDatabaseException extends RuntimeException {

    private final String action;

    EmbeddedDatabaseException(String message, String action) {
        super(message);
        this.action = action;
    }

    EmbeddedDatabaseException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
