package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.roster.RosterRow.RosterChild;
import org.nuanxin.roster.RosterRow.RosterPerson;

/** The rows of one family: a couple that stands in two rows is one household. */
record Household(List<RosterRow> rows) {

    /** Puts ready rows together by the spouse's citizen ID, or by both names in one village. */
    static List<Household> of(List<RosterRow> ready) {
        int[] root = new int[ready.size()];
        Map<CitizenId, Integer> byId = new HashMap<>();
        Map<String, Integer> byNames = new HashMap<>();
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
            for (RosterPerson person : ready.get(i).people()) {
                if (person.citizenId() != null) {
                    byId.putIfAbsent(person.citizenId(), i);
                }
            }
            byNames.putIfAbsent(names(ready.get(i), false), i);
        }
        for (int i = 0; i < root.length; i++) {
            RosterPerson spouse = ready.get(i).spouse();
            if (spouse != null) {
                Integer other = spouse.citizenId() == null
                        ? byNames.get(names(ready.get(i), true))
                        : byId.get(spouse.citizenId());
                if (other != null) {
                    root[find(root, i)] = find(root, other);
                }
            }
        }
        Map<Integer, List<RosterRow>> groups = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            groups.computeIfAbsent(find(root, i), key -> new ArrayList<>()).add(ready.get(i));
        }
        return groups.values().stream().map(Household::new).toList();
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Self, spouse and village, seen from one side or the other. */
    private static String names(RosterRow row, boolean fromSpouse) {
        if (row.spouse() == null || row.people().isEmpty() || row.region() == null) {
            return "row " + row.sheet() + " " + row.number();
        }
        String self = row.people().get(0).name();
        String spouse = row.spouse().name();
        return row.region().path() + " " + (fromSpouse ? spouse + " " + self : self + " " + spouse);
    }

    RosterRow first() {
        return rows.get(0);
    }

    /** Everybody once: those with a row of their own, then those only named beside them. */
    List<RosterPerson> members() {
        List<RosterPerson> members = new ArrayList<>();
        rows.forEach(row -> row.people().forEach(person -> add(members, person)));
        rows.forEach(row -> {
            if (row.spouse() != null) {
                add(members, row.spouse());
            }
        });
        return members;
    }

    private static void add(List<RosterPerson> members, RosterPerson person) {
        if (members.stream().noneMatch(known -> known.is(person))) {
            members.add(person);
        }
    }

    /** What the rows together know of the child; the most exact date wins. */
    RosterChild child() {
        return new RosterChild(
                rows.stream()
                        .map(row -> row.child().name())
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""),
                firstOf(row -> row.child().sex()).orElse(null),
                exact(row -> row.child().born()),
                exact(row -> row.child().died()));
    }

    private @Nullable RosterDate exact(Function<RosterRow, @Nullable RosterDate> value) {
        RosterDate best = null;
        for (RosterRow row : rows) {
            RosterDate date = value.apply(row);
            if (date != null && (best == null || date.precision().compareTo(best.precision()) < 0)) {
                best = date;
            }
        }
        return best;
    }

    Optional<Livelihood> livelihood() {
        return rows.stream().map(RosterRow::livelihood).filter(Objects::nonNull).findFirst();
    }

    private Optional<Sex> firstOf(Function<RosterRow, @Nullable Sex> value) {
        for (RosterRow row : rows) {
            Sex found = value.apply(row);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
