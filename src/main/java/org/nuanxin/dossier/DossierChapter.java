package org.nuanxin.dossier;

import java.util.List;
import org.nuanxin.family.FamilyHead;

/** A feature's part of the household file: what it keeps of one family, masked, in the language at hand. */
public interface DossierChapter {

    /** Lower case and hyphens; says which chapters were taken out. */
    String key();

    /** Message key of the heading. */
    String title();

    /** From the front to the back. */
    int order();

    /** All of it in a constant number of statements; {@link Content#empty()} where nothing is recorded. */
    Content content(FamilyHead family);

    /**
     * What a chapter says.
     *
     * @param pairs name and value
     * @param tables below them
     */
    record Content(List<Pair> pairs, List<Table> tables) {

        public static Content empty() {
            return new Content(List.of(), List.of());
        }

        public static Content of(Table table) {
            return new Content(List.of(), List.of(table));
        }

        public boolean isEmpty() {
            return pairs.isEmpty()
                    && tables.stream().allMatch(table -> table.rows().isEmpty());
        }
    }

    record Pair(String name, String value) {}

    /**
     * A table.
     *
     * @param shares of the width, one for each column
     */
    record Table(List<String> head, List<List<String>> rows, List<Integer> shares) {}
}
