package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.roster.RosterRow.RosterChild;
import org.nuanxin.roster.RosterRow.RosterPerson;

/** What only several rows together show: one ID twice, spouses who do not agree. */
final class CrossCheck {

    private final Map<Integer, SheetPlan> plans = new HashMap<>();
    private final List<RosterRow> rows;
    private final Map<CitizenId, Integer> owners = new HashMap<>();

    private CrossCheck(List<SheetPlan> plans, List<RosterRow> rows) {
        plans.forEach(plan -> this.plans.put(plan.sheet(), plan));
        this.rows = new ArrayList<>(rows);
    }

    static List<RosterRow> of(List<SheetPlan> plans, List<RosterRow> rows) {
        CrossCheck check = new CrossCheck(plans, rows);
        check.sameIds();
        check.spouses();
        return check.rows;
    }

    private void sameIds() {
        for (int i = 0; i < rows.size(); i++) {
            RosterRow row = rows.get(i);
            for (int p = 0; p < row.people().size(); p++) {
                CitizenId id = row.people().get(p).citizenId();
                Integer first = id == null ? null : owners.putIfAbsent(id, i);
                if (id != null && first != null && first != i) {
                    add(i, Problem.Code.ID_SAME_ROW, idField(row, p), id.value(), place(row, rows.get(first)));
                }
            }
        }
    }

    private static RosterField idField(RosterRow row, int person) {
        if (row.people().get(person).sex() == null || row.spouse() != null) {
            return RosterField.CITIZEN_ID;
        }
        return row.people().get(person).sex() == Sex.FEMALE ? RosterField.WIFE_ID : RosterField.HUSBAND_ID;
    }

    private void spouses() {
        for (int i = 0; i < rows.size(); i++) {
            RosterRow row = rows.get(i);
            RosterPerson named = row.spouse();
            CitizenId namedId = named == null ? null : named.citizenId();
            Integer at = namedId == null ? null : owners.get(namedId);
            if (named == null || namedId == null || at == null || at == i) {
                continue;
            }
            RosterRow other = rows.get(at);
            RosterPerson self = other.people().stream()
                    .filter(person -> namedId.equals(person.citizenId()))
                    .findFirst()
                    .orElseThrow();
            if (!self.name().isEmpty() && !self.name().equals(named.name())) {
                add(i, Problem.Code.SPOUSE_NAME_DIFFERS, RosterField.SPOUSE_NAME, named.name(), place(row, other));
                continue;
            }
            RosterPerson back = other.spouse();
            CitizenId mine = row.people().get(0).citizenId();
            if (back != null
                    && back.citizenId() != null
                    && mine != null
                    && !back.citizenId().equals(mine)) {
                add(i, Problem.Code.SPOUSE_NOT_MUTUAL, RosterField.SPOUSE_ID, namedId.value(), place(row, other));
            } else if (at < i && row.isReady() && other.isReady() && differ(row.child(), other.child())) {
                add(
                        i,
                        Problem.Code.CHILD_DIFFERS,
                        RosterField.CHILD_NAME,
                        row.child().name(),
                        place(row, other));
            }
        }
    }

    private static boolean differ(RosterChild one, RosterChild other) {
        return (!one.name().isEmpty() && !other.name().isEmpty() && !one.name().equals(other.name()))
                || (one.sex() != null && other.sex() != null && one.sex() != other.sex())
                || (one.born() != null && other.born() != null && !one.born().agreesWith(other.born()))
                || (one.died() != null && other.died() != null && !one.died().agreesWith(other.died()));
    }

    private void add(int row, Problem.Code code, RosterField field, String value, String where) {
        SheetPlan.Column column = Objects.requireNonNull(plans.get(rows.get(row).sheet()))
                .byField()
                .get(field);
        rows.set(
                row,
                rows.get(row)
                        .with(Problem.of(code, column == null ? "" : column.heading(), Shown.of(field, value), where)));
    }

    private static String place(RosterRow from, RosterRow to) {
        return from.sheet() == to.sheet() ? String.valueOf(to.number()) : to.sheetName() + "!" + to.number();
    }
}
