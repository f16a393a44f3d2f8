package org.nuanxin.move;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyChange;

/**
 * A move as this account may see it.
 *
 * @param takerAsked asked by citizen ID where the family is to go
 * @param familyId null while this account does not see the family
 * @param fromPath null while it is not to be known
 * @param masked the parents' names, shortened
 * @param mayAnswer whether it is addressed to this account's region
 * @param mayWithdraw whether this account's region asked
 */
public record MoveRequest(
        long id,
        String number,
        MoveKind kind,
        boolean takerAsked,
        boolean withResidence,
        boolean acrossCounties,
        @Nullable Long familyId,
        @Nullable String fromPath,
        String toPath,
        LocalDate effectiveOn,
        @Nullable LocalDate paidFrom,
        String reason,
        @Nullable String masked,
        @Nullable Integer people,
        MoveStatus status,
        long askedById,
        String askedBy,
        LocalDate askedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String answer,
        boolean mayAnswer,
        boolean mayWithdraw) {

    /** Whether the day it is true from lies before the day it was written down. */
    public boolean backDated() {
        return effectiveOn.isBefore(askedOn);
    }

    public boolean open() {
        return status == MoveStatus.REQUESTED;
    }

    boolean movesHome() {
        return kind == MoveKind.RESIDENCE || withResidence;
    }

    /** What happens to the family when it is carried out. */
    List<FamilyChange> changes(long family) {
        FamilyChange home = FamilyChange.of(FamilyChange.Kind.RESIDENCE_MOVED, family, effectiveOn)
                .movingTo(toPath);
        FamilyChange file = home.to(FamilyChange.Kind.FILING_MOVED);
        if (kind == MoveKind.RESIDENCE) {
            return List.of(home);
        }
        return withResidence ? List.of(file, home) : List.of(file);
    }
}
