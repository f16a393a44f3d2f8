package org.nuanxin.roster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A roster on its way from a file to families. */
record RosterImport(
        long id,
        String regionPath,
        String fileName,
        long fileSize,
        State state,
        int reading,
        int progress,
        int rowsRead,
        int ready,
        int errors,
        int duplicates,
        int registered,
        @Nullable Summary summary,
        @Nullable String failure,
        List<String> failureArguments,
        @Nullable Integer millis,
        String createdBy,
        Instant createdAt,
        @Nullable Instant doneAt,
        boolean hasContent) {

    enum State {
        UPLOADED,
        READING,
        READ,
        WRITING,
        DONE;

        /** Key of its name in the message bundle. */
        public String key() {
            return "roster.state." + name().toLowerCase(Locale.ROOT);
        }

        public boolean isWorking() {
            return this == READING || this == WRITING;
        }
    }

    /**
     * What the ready rows come to.
     *
     * @param townships names, most rows first
     * @param skipped totals, notes and repeated headings, as sheet!row
     */
    record Summary(
            int families,
            int people,
            int children,
            List<String> townships,
            List<String> skipped,
            List<String> hidden,
            List<String> unreadable) {}

    /** The wizard's step: 1 upload, 2 columns, 3 result, 4 confirm, 5 receipt. */
    int step() {
        return switch (state) {
            case UPLOADED, READING -> 2;
            case READ -> 3;
            case WRITING -> 4;
            case DONE -> 5;
        };
    }

    /** Share of the rows that are done, 0 to 100; 0 while nobody knows how many there are. */
    public int percent() {
        int all = state == State.WRITING ? (summary == null ? 0 : summary.families()) : rowsRead;
        return all == 0 ? 0 : Math.min(100, progress * 100 / all);
    }
}
