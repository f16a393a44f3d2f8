package org.nuanxin.common;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is cut by the key of its last row, so that page 4,000 costs what page 1 costs.
 *
 * @param rows at most the page size
 * @param next the key to continue after, null on the last page
 * @param total rows in all, counted up to {@link #COUNTED}
 */
public record KeysetPage<T>(List<T> rows, @Nullable String next, boolean first, long total) {

    /** Rows of a page. */
    public static final int SIZE = 25;
    /** Counting stops here; the page then says "10,000+". */
    public static final int COUNTED = 10_000;

    /** Cuts {@code fetched}, one row longer than a page where more follow. */
    public static <T> KeysetPage<T> of(List<T> fetched, Function<T, String> key, boolean first, long total) {
        if (fetched.size() <= SIZE) {
            return new KeysetPage<>(List.copyOf(fetched), null, first, total);
        }
        List<T> rows = List.copyOf(fetched.subList(0, SIZE));
        return new KeysetPage<>(rows, key.apply(rows.get(SIZE - 1)), first, total);
    }

    public boolean totalIsCapped() {
        return total > COUNTED;
    }
}
