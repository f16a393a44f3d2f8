package org.nuanxin.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a county gives a program at all.
 *
 * @param from since when, null while not verified
 * @param source where we read it, null while not verified
 * @param invented demonstration data, no fact about the county
 */
public record Adoption(
        State state, @Nullable LocalDate from, @Nullable String source, boolean invented) {

    public static final Adoption NOT_VERIFIED = new Adoption(State.NOT_VERIFIED, null, null, false);

    /** Three-valued: nobody having looked is not a no. */
    public enum State {
        ADOPTED,
        NOT_ADOPTED,
        NOT_VERIFIED
    }
}
