package org.nuanxin.advancecare;

import org.jspecify.annotations.Nullable;

/** A person named on a card. */
public record Someone(
        @Nullable String name,
        @Nullable String relation,
        @Nullable String phone) {

    /** Nobody named. */
    public static final Someone NOBODY = new Someone(null, null, null);

    public boolean named() {
        return name != null;
    }

    /** 郑*水 is still somebody's name: only the first character stays. */
    @Nullable
    String masked() {
        return name == null ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
