package org.nuanxin.family;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.springframework.stereotype.Component;

/** The columns of the family list: our own and the contributed ones; names and the link always come first. */
@Component
class FamilyColumns {

    /** Own columns, key to message key of the head, in their usual order; contributed ones stand before the last. */
    private static final Map<String, String> OWN = new LinkedHashMap<>();

    static {
        OWN.put("place", "family.list.place");
        OWN.put("age", "family.list.age");
        OWN.put("ability", "family.list.ability");
        OWN.put("livelihood", "family.livelihood");
        OWN.put("number", "family.fileNumber");
        OWN.put("origin", "family.list.origin");
        OWN.put("category", "family.by.category");
        OWN.put("living", "family.living");
        OWN.put("visits", "family.mind.door");
    }

    private static final List<String> USUAL = List.of("place", "age", "ability");
    private static final String STATUS = "status";

    private final List<FamilyGlance> glances;
    private final FamilyOptions options;
    private final Formats formats;

    FamilyColumns(List<FamilyGlance> glances, FamilyOptions options, Formats formats) {
        this.glances = glances.stream()
                .sorted(Comparator.comparingInt(FamilyGlance::order))
                .toList();
        this.options = options;
        this.formats = formats;
    }

    /** A column; a contributed one has the same text as key and label. */
    public record Column(String key, String label) {}

    /** All columns there are, in their usual order. */
    List<Column> all() {
        return Stream.of(
                        OWN.entrySet().stream().map(own -> new Column(own.getKey(), own.getValue())),
                        glances.stream().map(glance -> new Column(glance.column(), glance.column())),
                        Stream.of(new Column(STATUS, "family.list.status")))
                .flatMap(columns -> columns)
                .toList();
    }

    /** The chosen columns in the chosen order; the usual ones where none are chosen. */
    List<Column> of(FamilyFilter filter) {
        Map<String, Column> known = all().stream().collect(Collectors.toMap(Column::key, column -> column));
        List<Column> chosen = filter.columns().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        return chosen.isEmpty()
                ? all().stream()
                        .filter(column -> USUAL.contains(column.key()) || !OWN.containsKey(column.key()))
                        .toList()
                : chosen;
    }

    /** The contributed cells of a page, by column and family: one statement for each column that is shown. */
    Map<String, Map<Long, FamilyGlance.Cell>> cells(List<Column> columns, List<Long> familyIds) {
        Map<String, Map<Long, FamilyGlance.Cell>> cells = new LinkedHashMap<>();
        for (FamilyGlance glance : glances) {
            if (columns.stream().anyMatch(column -> column.key().equals(glance.column()))) {
                Map<Long, FamilyGlance.Cell> found = glance.cells(familyIds);
                Map<Long, FamilyGlance.Cell> complete = new LinkedHashMap<>();
                familyIds.forEach(id -> complete.put(id, found.getOrDefault(id, glance.absent())));
                cells.put(glance.column(), complete);
            }
        }
        return cells;
    }

    /** What stands in a cell as plain text, for pages and workbooks. */
    public @Nullable String text(String column, FamilyList.Row row) {
        FamilyGlance.Cell cell = row.cells().get(column);
        if (cell != null) {
            return cell.text();
        }
        return switch (column) {
            case "place" -> row.place();
            case "age" -> row.ages();
            case "ability" ->
                joined(
                        row,
                        one -> one.ability() != null
                                ? options.label("ability", one.ability())
                                : one.reportedTier() != null
                                        ? options.reported(one.reportedTier())
                                        : options.label("ability", "unknown"));
            case "livelihood" ->
                joined(
                        row,
                        one -> one.livelihood() == null
                                ? options.label("by", "unknown")
                                : options.label("livelihood", one.livelihood()));
            case "number" -> row.fileNumber();
            case "origin" -> options.label("origin", row.origin());
            case "category" -> options.label("category", row.category());
            case "living" -> row.living() == null ? null : options.label("living", row.living());
            case "visits" -> options.label("visits", row.visits());
            case STATUS -> options.label("status", row.status());
            default -> null;
        };
    }

    private String joined(FamilyList.Row row, Function<FamilyList.Someone, String> word) {
        return row.alive().stream().map(word).collect(Collectors.joining(formats.english() ? ", " : "、"));
    }
}
