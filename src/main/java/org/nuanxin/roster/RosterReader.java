package org.nuanxin.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Reads a roster from a file: first its headings, then, once the columns are agreed, every row. */
final class RosterReader {

    /** A progress report is due after so many rows. */
    private static final int STEP = 500;

    private RosterReader() {}

    /**
     * What a file consists of.
     *
     * @param plans sheets with a heading
     * @param hidden names of hidden sheets, which are not read
     * @param unreadable names of visible sheets that hold something but have no heading
     */
    record Outline(List<SheetPlan> plans, List<String> hidden, List<String> unreadable) {}

    /**
     * Everything a file says.
     *
     * @param rows in the order of the file
     * @param skipped totals, notes and repeated headings: their rows, with the sheet where there are several
     */
    record Reading(List<RosterRow> rows, List<String> skipped) {

        List<RosterRow> ready() {
            return rows.stream().filter(RosterRow::isReady).toList();
        }

        List<RosterRow> withErrors() {
            return rows.stream().filter(row -> !row.isReady()).toList();
        }
    }

    /** Finds sheets, headings and what the columns mean. */
    static Outline outline(Path path) throws FileRefused, IOException {
        RosterFile file = RosterFile.open(path);
        List<SheetPlan> plans = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (RosterFile.Sheet sheet : file.sheets()) {
            if (sheet.hidden()) {
                hidden.add(sheet.name());
                continue;
            }
            List<SheetRow> top = new ArrayList<>();
            file.read(sheet, row -> {
                top.add(row);
                return top.size() < HeaderFinder.ROWS;
            });
            Optional<SheetPlan> plan = HeaderFinder.find(sheet, top);
            plan.ifPresent(plans::add);
            if (plan.isEmpty() && !top.isEmpty()) {
                unreadable.add(sheet.name());
            }
        }
        if (plans.isEmpty()) {
            throw new FileRefused(
                    unreadable.isEmpty() && hidden.isEmpty()
                            ? FileRefused.Reason.EMPTY
                            : unreadable.isEmpty()
                                    ? FileRefused.Reason.NO_VISIBLE_SHEET
                                    : FileRefused.Reason.NO_HEADER);
        }
        return new Outline(plans, hidden, unreadable);
    }

    /** Reads every row by the agreed plans; all that is wrong is found at once. */
    static Reading read(Path path, List<SheetPlan> plans, Divisions divisions, LocalDate today, IntConsumer progress)
            throws FileRefused, IOException {
        RosterFile file = RosterFile.open(path);
        PlaceFinder places = new PlaceFinder(divisions);
        List<RosterRow> rows = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (SheetPlan plan : plans) {
            if (!plan.isUsable()) {
                throw new FileRefused(FileRefused.Reason.NO_COLUMNS, plan.name());
            }
            RowReader reader = new RowReader(plan, places, today);
            RosterFile.Sheet sheet = file.sheets().get(plan.sheet());
            file.read(sheet, row -> {
                if (reader.isData(row)) {
                    if (rows.size() == RosterFile.MAX_ROWS) {
                        throw new FileRefused(FileRefused.Reason.TOO_MANY_ROWS, RosterFile.MAX_ROWS);
                    }
                    rows.add(reader.read(row));
                    if (rows.size() % STEP == 0) {
                        progress.accept(rows.size());
                    }
                } else if (row.number() > plan.headerTo()) {
                    skipped.add((plans.size() == 1 ? "" : plan.name() + "!") + row.number());
                }
                return true;
            });
        }
        if (rows.isEmpty()) {
            throw new FileRefused(FileRefused.Reason.NO_ROWS);
        }
        return new Reading(CrossCheck.of(plans, rows), skipped);
    }
}
