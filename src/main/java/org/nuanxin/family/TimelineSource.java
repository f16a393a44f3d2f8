package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feature's entries on a family's timeline. */
public interface TimelineSource {

    /** All entries of one family in one statement. */
    List<Entry> entries(long familyId);

    /**
     * Something that happened.
     *
     * @param kind filter it belongs to: visit, benefit, medical, file
     * @param icon name in the sprite
     * @param title message key
     * @param text a sentence of the record, never translated
     * @param link page that shows more
     */
    record Entry(
            LocalDate on,
            String kind,
            String icon,
            String title,
            List<Object> titleArguments,
            @Nullable String who,
            @Nullable String text,
            @Nullable String link) {}
}
