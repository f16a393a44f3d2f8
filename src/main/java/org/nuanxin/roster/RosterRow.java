package org.nuanxin.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/**
 * A row of a roster, understood.
 *
 * @param people one of a row per person, one or two of a row per couple
 * @param spouse whom a row per person names beside them
 */
record RosterRow(
        int sheet,
        String sheetName,
        int number,
        @Nullable Place region,
        List<RosterPerson> people,
        @Nullable RosterPerson spouse,
        RosterChild child,
        boolean childDisabled,
        @Nullable Livelihood livelihood,
        @Nullable String address,
        List<Problem> problems) {

    /** Somebody a row names. */
    record RosterPerson(
            String name,
            @Nullable CitizenId citizenId,
            @Nullable Sex sex,
            @Nullable String phone,
            @Nullable Tier tier,
            @Nullable String bank,
            @Nullable String account) {

        boolean is(RosterPerson other) {
            return citizenId != null && other.citizenId != null
                    ? citizenId.equals(other.citizenId)
                    : name.equals(other.name);
        }
    }

    record RosterChild(
            String name,
            @Nullable Sex sex,
            @Nullable RosterDate born,
            @Nullable RosterDate died) {}

    boolean isReady() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /** Everybody the row names, the spouse last. */
    List<RosterPerson> everybody() {
        return Stream.concat(people.stream(), Stream.ofNullable(spouse)).toList();
    }

    RosterRow with(Problem problem) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(problem);
        return new RosterRow(
                sheet,
                sheetName,
                number,
                region,
                people,
                spouse,
                child,
                childDisabled,
                livelihood,
                address,
                List.copyOf(more));
    }
}
