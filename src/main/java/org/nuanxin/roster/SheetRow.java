package org.nuanxin.roster;

import java.util.List;

/** A row with its number as the spreadsheet program shows it, counted from 1. */
record SheetRow(int number, List<Cell> cells) {

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isBlank);
    }

    /** The text of a column without outer spaces. */
    String plain(int column) {
        return Texts.plain(cell(column).text());
    }
}
