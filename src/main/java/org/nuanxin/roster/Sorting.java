package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Sex;
import org.nuanxin.roster.RosterRow.RosterPerson;

/** Says of every row what may happen to it: write, mend, decide, or nothing because its people are there already. */
final class Sorting {

    private final KnownPeople.Answers known;
    private final Map<Integer, SheetPlan> plans = new HashMap<>();

    private Sorting(KnownPeople.Answers known, List<SheetPlan> plans) {
        this.known = known;
        plans.forEach(plan -> this.plans.put(plan.sheet(), plan));
    }

    static List<StagedRow> of(List<RosterRow> rows, KnownPeople.Answers known, List<SheetPlan> plans) {
        Sorting sorting = new Sorting(known, plans);
        List<RosterRow> checked = rows.stream().map(sorting::check).toList();
        Map<RosterRow, Integer> households = new IdentityHashMap<>();
        Map<Integer, Long> similar = new HashMap<>();
        List<Household> found = Household.of(checked.stream()
                .filter(row -> row.isReady() && !sorting.isRegistered(row))
                .toList());
        for (int i = 0; i < found.size(); i++) {
            Long family = sorting.similar(found.get(i));
            if (family != null) {
                similar.put(i, family);
            }
            for (RosterRow row : found.get(i).rows()) {
                households.put(row, i);
            }
        }
        List<StagedRow> staged = new ArrayList<>();
        for (RosterRow row : checked) {
            staged.add(sorting.stage(row, households.get(row), similar));
        }
        return staged;
    }

    private StagedRow stage(RosterRow row, @Nullable Integer household, Map<Integer, Long> similar) {
        if (!row.isReady()) {
            return new StagedRow(0, StagedRow.State.ERROR, null, null, row, null);
        }
        if (household == null) {
            Long family = row.people().stream()
                    .flatMap(person -> known.family(person).stream())
                    .map(KnownPeople.KnownFamily::id)
                    .findFirst()
                    .orElse(null);
            return new StagedRow(0, StagedRow.State.REGISTERED, null, null, row, family);
        }
        Long family = similar.get(household);
        return new StagedRow(
                0, family == null ? StagedRow.State.READY : StagedRow.State.DUPLICATE, household, null, row, family);
    }

    private boolean isRegistered(RosterRow row) {
        return !row.people().isEmpty()
                && row.people().stream().allMatch(person -> known.family(person).isPresent());
    }

    private @Nullable Long similar(Household household) {
        for (RosterPerson person : household.members()) {
            Optional<KnownPeople.KnownFamily> family =
                    known.similar(person, household.first().region());
            if (family.isPresent()) {
                return family.get().id();
            }
        }
        return null;
    }

    private RosterRow check(RosterRow row) {
        if (!row.isReady() || isRegistered(row)) {
            return row;
        }
        for (RosterPerson person : row.everybody()) {
            if (known.registeredElsewhere(person)) {
                return row.with(problem(Problem.Code.REGISTERED_ELSEWHERE, row, person, ""));
            }
        }
        for (RosterPerson person : row.everybody()) {
            Optional<KnownPeople.KnownFamily> family = known.family(person);
            if (family.isPresent()) {
                String number =
                        family.get().fileNumber() == null ? "" : family.get().fileNumber();
                return row.with(problem(Problem.Code.SPOUSE_REGISTERED, row, person, number));
            }
        }
        return row;
    }

    private Problem problem(Problem.Code code, RosterRow row, RosterPerson person, @Nullable String argument) {
        SheetPlan plan = plans.get(row.sheet());
        RosterField field = person.equals(row.spouse())
                ? RosterField.SPOUSE_ID
                : plan != null && plan.ofCouples()
                        ? (person.sex() == Sex.FEMALE ? RosterField.WIFE_ID : RosterField.HUSBAND_ID)
                        : RosterField.CITIZEN_ID;
        SheetPlan.Column column = plan == null ? null : plan.byField().get(field);
        return Problem.of(
                code,
                column == null ? "" : column.heading(),
                person.citizenId() == null
                        ? ""
                        : Shown.of(field, person.citizenId().value()),
                argument);
    }
}
