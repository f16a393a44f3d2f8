package org.nuanxin.family;

import java.util.List;

/**
 * What a change in a family's life will do to a feature's records: tasks, group, ledger, entitlements, insurance. Asked
 * before the change, shown on its guided page; the feature carries it out when the same {@link FamilyChange} arrives as an
 * event.
 */
public interface Consequences {

    /** From top to bottom. */
    int order();

    /** One line for each thing that will happen, with its number where there is one; none where nothing will. */
    List<Line> foresee(FamilyChange change);

    /**
     * A sentence.
     *
     * @param icon name in the sprite
     * @param key message key, in the future tense: 3 件走访任务将取消
     */
    record Line(String icon, String key, List<Object> arguments) {

        public static Line of(String icon, String key, Object... arguments) {
            return new Line(icon, key, List.of(arguments));
        }
    }
}
