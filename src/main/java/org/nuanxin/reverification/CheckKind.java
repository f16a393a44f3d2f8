package org.nuanxin.reverification;

import java.util.Arrays;
import java.util.List;

/** What a re-verification looks at; nobody is ever asked about the child. */
enum CheckKind {
    /** of each parent: met this year, or said so by a list; never asked */
    ALIVE(true, false),
    /** of each parent: citizen ID on file, birth date and sex follow from it; never asked */
    IDENTITY(true, false),
    PHONE(false, true),
    ADDRESS(false, true),
    LIVING(false, true),
    CONTACT(false, true),
    LIVELIHOOD(true, true),
    /** of each parent from sixty on [A] */
    ABILITY(true, true);

    private final boolean ofPerson;
    private final boolean asked;

    CheckKind(boolean ofPerson, boolean asked) {
        this.ofPerson = ofPerson;
        this.asked = asked;
    }

    /** Whether a visitor asks it where no record answers. */
    boolean asked() {
        return asked;
    }

    static List<String> ofPersons() {
        return Arrays.stream(values())
                .filter(kind -> kind.ofPerson)
                .map(CheckKind::name)
                .toList();
    }
}
