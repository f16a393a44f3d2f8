package org.nuanxin.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the report, defined by the set of its rows: the figure is their number or the sum of their amounts, and a
 * click on it lists the same set.
 *
 * @param key part of addresses, such as {@code closing}
 * @param title message key
 * @param of key of the figure this one is a share of (done of due), null where it stands alone
 * @param dimensions columns of the row set that the figure may be narrowed by, besides the county
 * @param link page behind a row, with {@code {family}} and {@code {id}}
 * @param rows SQL over {@code :from}, {@code :asOf} (first and last day) that gives the columns {@code id}, {@code family},
 *     {@code region_path}, {@code sort}, {@code happened_on}, {@code amount}, {@code label} and the dimensions, all
 *     not null but family, happened_on, amount and label; the host narrows it to the report's region
 */
public record Indicator(
        String key,
        Chapter chapter,
        int order,
        Unit unit,
        Kind kind,
        String title,
        @Nullable String of,
        List<String> dimensions,
        String link,
        String rows) {

    /** What one row is; decides by which name it is shown. */
    public enum Kind {
        FAMILY,
        PERSON,
        /** something else, of a family or of none: shown by its label */
        OTHER
    }

    private static final Set<String> TAKEN = Set.of("county", "q", "after", "lang", "snapshot");

    public Indicator {
        dimensions = List.copyOf(dimensions);
        for (String dimension : dimensions) {
            if (!dimension.matches("[a-z_]+") || TAKEN.contains(dimension)) {
                throw new IllegalArgumentException("not a dimension: " + dimension);
            }
        }
    }
}
