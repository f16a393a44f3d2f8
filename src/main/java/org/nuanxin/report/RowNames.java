package org.nuanxin.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Names what stands behind a figure, for those rows that the account may see now; the others stay nameless. */
public interface RowNames {

    /** A family by its parents' names, and where it lives. */
    record Named(String name, String place) {}

    Map<Long, Named> families(Collection<Long> ids);

    Map<Long, String> people(Collection<Long> ids);

    /** At most 2,000 families, in any state, whose name, pinyin or file number begins so. */
    List<Long> matching(String text);
}
