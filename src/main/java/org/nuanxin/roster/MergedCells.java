package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** Cells merged downwards: what stands in the first row of such a range holds for all of its rows. */
final class MergedCells {

    private static final int MOST = 200_000;

    private record Open(CellRangeAddress range, Cell cell) {}

    private final List<CellRangeAddress> waiting = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    /** Notes a range such as B4:B5; those of one row change nothing. */
    void add(String reference) {
        CellRangeAddress range = CellRangeAddress.valueOf(reference);
        if (range.getLastRow() > range.getFirstRow() && waiting.size() < MOST) {
            waiting.add(range);
        }
    }

    /** To be called once all are known: rows will come in order. */
    void sort() {
        waiting.sort((a, b) -> Integer.compare(b.getFirstRow(), a.getFirstRow()));
    }

    /** Completes the cells of a row; {@code number} counts from 1. */
    void fill(int number, List<Cell> cells) {
        int row = number - 1;
        for (Iterator<Open> ranges = open.iterator(); ranges.hasNext(); ) {
            Open merged = ranges.next();
            if (merged.range().getLastRow() < row) {
                ranges.remove();
            } else {
                set(cells, merged.range().getFirstColumn(), merged.cell());
            }
        }
        while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).getFirstRow() <= row) {
            CellRangeAddress range = waiting.remove(waiting.size() - 1);
            int column = range.getFirstColumn();
            if (range.getFirstRow() == row && column < cells.size()) {
                open.add(new Open(range, cells.get(column)));
            }
        }
    }

    private static void set(List<Cell> cells, int column, Cell cell) {
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        if (cells.get(column).kind() == Cell.Kind.BLANK) {
            cells.set(column, cell);
        }
    }
}
