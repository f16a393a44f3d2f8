package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the heading among titles and notes: the row, or two rows, whose cells mean most to us. */
final class HeaderFinder {

    /** Rows looked at from the top of a sheet. */
    static final int ROWS = 40;

    private static final int LEAST = 3;
    private static final int SAMPLES = 3;

    private HeaderFinder() {}

    /** A heading made of one row, or of a row of groups above a row of names. */
    private record Header(List<String> labels, List<Headings.@Nullable Match> matches, int first, int last) {

        int meaning() {
            Set<RosterField> distinct = EnumSet.noneOf(RosterField.class);
            matches.stream().filter(Objects::nonNull).forEach(match -> distinct.add(match.field()));
            boolean people = distinct.stream().anyMatch(RosterField::identifies);
            return people ? distinct.size() : 0;
        }
    }

    static Optional<SheetPlan> find(RosterFile.Sheet sheet, List<SheetRow> top) {
        Header best = null;
        for (int i = 0; i < top.size(); i++) {
            Header single = single(top, i);
            Header twofold = i + 1 < top.size() ? twofold(top, i) : single;
            // a title above the heading adds nothing: two rows must mean more than either of them alone
            boolean grouped = i + 1 < top.size()
                    && twofold.meaning()
                            > Math.max(single.meaning(), single(top, i + 1).meaning());
            Header header = grouped ? twofold : single;
            if (best == null || header.meaning() > best.meaning()) {
                best = header;
            }
        }
        return best == null || best.meaning() < LEAST ? Optional.empty() : Optional.of(plan(sheet, best, top));
    }

    private static SheetPlan plan(RosterFile.Sheet sheet, Header header, List<SheetRow> top) {
        List<SheetPlan.Column> columns = new ArrayList<>();
        Set<RosterField> taken = EnumSet.noneOf(RosterField.class);
        for (int c = 0; c < header.labels().size(); c++) {
            List<String> samples =
                    samples(top, header.last(), c, header.matches().get(c));
            Headings.Match match = header.matches().get(c);
            if (match != null && !taken.add(match.field())) {
                match = null;
            }
            String label = header.labels().get(c);
            if (!label.isEmpty() || !samples.isEmpty()) {
                columns.add(new SheetPlan.Column(
                        c,
                        label,
                        match == null ? null : match.field(),
                        match == null ? null : match.synonym(),
                        false,
                        samples));
            }
        }
        return new SheetPlan(
                sheet.index(),
                sheet.name(),
                top.get(header.first()).number(),
                top.get(header.last()).number(),
                columns);
    }

    private static List<String> samples(List<SheetRow> top, int last, int column, Headings.@Nullable Match match) {
        return top.stream()
                .skip(last + 1L)
                .map(row -> row.plain(column))
                .filter(text -> !text.isEmpty())
                .limit(SAMPLES)
                .map(text -> Shown.of(match == null ? null : match.field(), text))
                .toList();
    }

    private static Header single(List<SheetRow> top, int row) {
        List<String> labels = new ArrayList<>();
        List<Headings.@Nullable Match> matches = new ArrayList<>();
        for (int c = 0; c < top.get(row).cells().size(); c++) {
            String label = top.get(row).plain(c);
            labels.add(label);
            matches.add(Headings.match(label).orElse(null));
        }
        return new Header(labels, matches, row, row);
    }

    /** Groups reach over the empty cells to their right, as merged cells do. */
    private static Header twofold(List<SheetRow> top, int row) {
        SheetRow groups = top.get(row);
        SheetRow names = top.get(row + 1);
        List<String> labels = new ArrayList<>();
        List<Headings.@Nullable Match> matches = new ArrayList<>();
        String group = "";
        for (int c = 0; c < Math.max(groups.cells().size(), names.cells().size()); c++) {
            String above = groups.plain(c);
            String below = names.plain(c);
            if (!above.isEmpty()) {
                group = above;
            } else if (below.isEmpty()) {
                group = "";
            }
            boolean one = below.isEmpty() || below.equals(group);
            labels.add(one ? group : (group + " " + below).strip());
            matches.add((one ? Headings.match(group) : Headings.match(group, below)).orElse(null));
        }
        return new Header(labels, matches, row, row + 1);
    }
}
