package org.nuanxin.family;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something happens to a family's life. Foreseen by {@link Consequences} before it is decided, and published as an event
 * in the transaction that carries it out; ids only.
 *
 * @param familyId the family whose file it is
 * @param personId the member it happens to, where it is one
 * @param otherFamilyId the file that comes out of it or takes over: the second one of a divorce, the one merged into
 * @param on the day it is true from; may lie in the past
 * @param toPath the region moved to, where it is a move
 */
public record FamilyChange(
        Kind kind,
        long familyId,
        @Nullable Long personId,
        @Nullable Long otherFamilyId,
        LocalDate on,
        @Nullable String toPath) {

    /** What happens. */
    public enum Kind {
        /** a parent died, another one lives on */
        PARENT_DIED,
        /** a death that was recorded by mistake is taken back */
        DEATH_WITHDRAWN,
        /** the last parent died: the family exits */
        LAST_PARENT_DIED,
        /** 分户: the divorced parents become two files with one child */
        DIVORCED,
        REMARRIED,
        /** a child was born: the family exits */
        CHILD_BORN,
        /** a child was adopted: the family exits */
        CHILD_ADOPTED,
        /** a grandchild is raised: no exit */
        GRANDCHILD_RAISED,
        /** moved out of the city: the family exits */
        MOVED_OUT,
        /** entered in error: the file is closed */
        CLOSED_AS_ERROR,
        REOPENED,
        /** lives elsewhere in the city: care follows */
        RESIDENCE_MOVED,
        /** hukou elsewhere in the city, same county or another: money and file follow */
        FILING_MOVED,
        /** two files of one family become one */
        MERGED;

        /** Whether the file is closed by it. */
        public boolean exits() {
            return switch (this) {
                case LAST_PARENT_DIED, CHILD_BORN, CHILD_ADOPTED, MOVED_OUT, CLOSED_AS_ERROR -> true;
                default -> false;
            };
        }
    }

    public static FamilyChange of(Kind kind, long familyId, LocalDate on) {
        return new FamilyChange(kind, familyId, null, null, on, null);
    }

    public FamilyChange to(Kind other) {
        return new FamilyChange(other, familyId, personId, otherFamilyId, on, toPath);
    }

    public FamilyChange ofPerson(long person) {
        return new FamilyChange(kind, familyId, person, otherFamilyId, on, toPath);
    }

    public FamilyChange withOther(long other) {
        return new FamilyChange(kind, familyId, personId, other, on, toPath);
    }

    public FamilyChange movingTo(String path) {
        return new FamilyChange(kind, familyId, personId, otherFamilyId, on, path);
    }
}
