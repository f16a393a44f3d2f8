package org.nuanxin.policy;

import org.jspecify.annotations.Nullable;

/** A sentence of reference data in both languages. */
public record Wording(String zh, String en) {

    static @Nullable Wording of(@Nullable String zh, @Nullable String en) {
        return zh == null ? null : new Wording(zh, en == null ? zh : en);
    }
}
