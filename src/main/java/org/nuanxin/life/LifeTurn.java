package org.nuanxin.life;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.family.FamilyChange.Kind;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyStatus;
import org.nuanxin.family.PersonRole;

/** A turn that can be recorded, as the page offers it; its words are {@code life.<path>}. */
enum LifeTurn {
    DEATH("death", Kind.PARENT_DIED, "candle", true),
    DIVORCE("divorce", Kind.DIVORCED, "arrows-exchange", false),
    REMARRIAGE("remarriage", Kind.REMARRIED, "user-plus", true),
    GRANDCHILD("grandchild", Kind.GRANDCHILD_RAISED, "plant", true),
    BIRTH("birth", Kind.CHILD_BORN, "leaf", false),
    ADOPTION("adoption", Kind.CHILD_ADOPTED, "leaf", false),
    MOVED_OUT("moved-out", Kind.MOVED_OUT, "truck-delivery", false),
    ERROR("error", Kind.CLOSED_AS_ERROR, "file-alert", false),
    REOPENING("reopening", Kind.REOPENED, "arrow-back-up", false);

    private final String path;
    private final Kind kind;
    private final String icon;
    private final boolean byStaff;

    LifeTurn(String path, Kind kind, String icon, boolean byStaff) {
        this.path = path;
        this.kind = kind;
        this.icon = icon;
        this.byStaff = byStaff;
    }

    /** By the last part of its address. Throws {@link NotFound}. */
    static LifeTurn of(String path) {
        return Arrays.stream(values())
                .filter(turn -> turn.path.equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What this account may record of this family now. */
    static List<LifeTurn> offered(FamilyHead family, SignedInAccount account) {
        return Arrays.stream(values())
                .filter(turn -> turn.may(account) && turn.fits(family))
                .toList();
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    Kind kind() {
        return kind;
    }

    /** Closing, reopening and dividing a file is the caseworker's and the approver's. */
    boolean may(SignedInAccount account) {
        return account.has(Role.CASEWORKER) || account.has(Role.APPROVER) || byStaff && account.has(Role.FPA_STAFF);
    }

    boolean fits(FamilyHead family) {
        boolean open = family.status() != FamilyStatus.EXITED;
        boolean registered = family.fileNumber() != null;
        return switch (this) {
            case DEATH -> open && !family.living().isEmpty();
            case DIVORCE -> open && registered && parents(family) >= 2;
            case REMARRIAGE, GRANDCHILD, BIRTH, ADOPTION, MOVED_OUT -> open && registered;
            case ERROR -> open;
            case REOPENING -> !open;
        };
    }

    /** Asks whom it happens to. */
    public boolean asksWho() {
        return this == DEATH || this == DIVORCE;
    }

    /** Asks who joins the family. */
    public boolean asksNewcomer() {
        return this == REMARRIAGE || this == GRANDCHILD;
    }

    /** Closes the file whatever else. */
    public boolean closes() {
        return kind.exits();
    }

    private static long parents(FamilyHead family) {
        return family.living().stream()
                .filter(member -> member.role() == PersonRole.PARENT)
                .count();
    }

    /** Roles that may open the pages at all. */
    static final Set<Role> ROLES = Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
}
