package org.nuanxin.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as it waits in the database; its content is ciphertext there. */
record StagedRow(
        long id,
        State state,
        @Nullable Integer household,
        @Nullable Boolean take,
        RosterRow row,
        @Nullable Long knownFamily) {

    enum State {
        READY,
        ERROR,
        DUPLICATE,
        REGISTERED
    }

    /** What stands in the way, the first one leading. */
    public List<Problem> errors() {
        return row.problems().stream().filter(Problem::isError).toList();
    }

    public List<Problem> notices() {
        return row.problems().stream().filter(problem -> !problem.isError()).toList();
    }

    /** 张阿蕊、陈志明 */
    public String names() {
        return String.join(
                "、",
                row.everybody().stream()
                        .map(RosterRow.RosterPerson::name)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
