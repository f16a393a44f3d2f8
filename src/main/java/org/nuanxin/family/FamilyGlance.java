package org.nuanxin.family;

import java.util.Collection;
import java.util.Map;

/** A feature's column of the family list: last visit, what is to do. */
public interface FamilyGlance {

    /** Message key of the column's head; also its id. */
    String column();

    int order();

    /** Cells of a page of families in one statement; a family without an entry shows {@link #absent()}. */
    Map<Long, Cell> cells(Collection<Long> familyIds);

    /** The cell of a family that has nothing to show. */
    Cell absent();

    /**
     * A cell.
     *
     * @param text already in the language at hand
     * @param tone empty for plain text, or the kind of a tag: warn, info, neutral
     */
    record Cell(String text, String tone) {}
}
