package org.nuanxin.roster;

/** A cell as the file holds it: nothing is trimmed or guessed yet. */
record Cell(Kind kind, String text) {

    static final Cell BLANK = new Cell(Kind.BLANK, "");

    enum Kind {
        BLANK,
        TEXT,
        /** a plain decimal number, no exponent */
        NUMBER,
        /** an ISO date */
        DATE,
        /** #REF! and its like, or a formula that was never calculated */
        ERROR
    }

    static Cell text(String text) {
        return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text);
    }

    boolean isBlank() {
        return kind == Kind.BLANK || Texts.plain(text).isEmpty();
    }
}
