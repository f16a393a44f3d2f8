package org.nuanxin.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The active counties as tiles, roughly where they lie on the map; a unit the grid does not know goes below. */
final class CountyGrid {

    private static final int COLUMNS = 4;
    private static final int SHADES = 5;

    /** Row by row from the north west; 金门县 (350527) has no tile. */
    private static final List<String> PLACES = List.of(
            "350526", "350525", "", "350505", "350524", "350583", "350504", "350521", "", "350502", "350503", "", "",
            "350582", "350581", "");

    private CountyGrid() {}

    /** {@code shade} 1 to 5 by its share of the largest; {@code change} against the opening, null when hidden. */
    public record Tile(
            ReportContent.County county,
            Report.Number closing,
            @Nullable Long change,
            int shade) {}

    /** Tiles and gaps (null), four to a row, without empty rows at the end. */
    static List<@Nullable Tile> of(Report report) {
        Map<String, Report.Number> closing = report.byCounty("closing");
        Map<String, Report.Number> opening = report.byCounty("opening");
        long most = closing.values().stream()
                .mapToLong(number -> number.count() == null ? 0 : number.count())
                .max()
                .orElse(0);
        Map<String, Tile> tiles = new HashMap<>();
        List<Tile> others = new ArrayList<>();
        for (ReportContent.County county : report.counties()) {
            Report.Number now = closing.getOrDefault(county.code(), report.by("closing", "county", county.code()));
            Report.Number then = opening.getOrDefault(county.code(), report.by("opening", "county", county.code()));
            Tile tile = new Tile(county, now, change(now, then, report.isPublic()), shade(now.count(), most));
            String key = county.code().substring(0, 6);
            if (PLACES.contains(key)) {
                tiles.put(key, tile);
            } else {
                others.add(tile);
            }
        }
        List<@Nullable Tile> grid = new ArrayList<>();
        for (String place : PLACES) {
            grid.add(tiles.get(place));
        }
        grid.addAll(others);
        while (grid.size() >= COLUMNS
                && grid.subList(grid.size() - COLUMNS, grid.size()).stream().allMatch(tile -> tile == null)) {
            grid.subList(grid.size() - COLUMNS, grid.size()).clear();
        }
        return grid;
    }

    private static @Nullable Long change(Report.Number now, Report.Number then, boolean open) {
        Long closing = now.count();
        Long opening = then.count();
        return open || closing == null || opening == null ? null : closing - opening;
    }

    private static int shade(@Nullable Long count, long most) {
        return count == null || most == 0
                ? 1
                : (int) Math.max(1, Math.min(SHADES, count * SHADES / most + (count == most ? 0 : 1)));
    }
}
