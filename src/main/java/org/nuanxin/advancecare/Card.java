package org.nuanxin.advancecare;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told us; kept as ciphertext as a whole.
 *
 * @param signer signs for surgery
 * @param bedside stays at the hospital bed
 * @param guardianship whether a guardian was agreed beforehand (意定监护)
 * @param notarised the paper is notarised; null unknown
 * @param first whom to call first
 * @param wishes for the end, in their words
 * @param papers where the important papers lie
 */
public record Card(
        Someone signer,
        Someone bedside,
        @Nullable Guardianship guardianship,
        Someone guardian,
        @Nullable Boolean notarised,
        @Nullable LocalDate notarisedOn,
        Someone first,
        Someone second,
        @Nullable String wishes,
        @Nullable String papers) {

    /** Whether a guardian was agreed. */
    public enum Guardianship {
        AGREED,
        /** thought about, and none is wanted now */
        NOT_WANTED
    }

    static final Card EMPTY = new Card(
            Someone.NOBODY,
            Someone.NOBODY,
            null,
            Someone.NOBODY,
            null,
            null,
            Someone.NOBODY,
            Someone.NOBODY,
            null,
            null);

    /** Who signs, who stays, whether there is a guardian, whom to call: what a hospital asks. */
    public boolean complete() {
        return signer.named() && bedside.named() && guardianship != null && first.named();
    }

    boolean names(String name) {
        return Stream.of(signer, bedside, guardian, first, second).anyMatch(someone -> name.equals(someone.name()));
    }
}
