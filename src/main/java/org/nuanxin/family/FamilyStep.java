package org.nuanxin.family;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;

/** A step of a file that an account can take from where the file stands. */
enum FamilyStep {
    /** 初审 */
    REVIEW("review", Set.of(Role.CASEWORKER, Role.APPROVER)),
    /** 确认 */
    CONFIRM("confirm", Set.of(Role.APPROVER)),
    /** 补正 */
    RETURN("return", Set.of(Role.CASEWORKER, Role.APPROVER)),
    /** after 补正 */
    RESUBMIT("resubmit", Set.of(Role.CASEWORKER, Role.FPA_STAFF));

    private final String path;
    private final Set<Role> roles;

    FamilyStep(String path, Set<Role> roles) {
        this.path = path;
        this.roles = roles;
    }

    /** Last part of the address and of the message keys. */
    public String path() {
        return path;
    }

    /** The steps whose buttons the page shows; four eyes are told on the step's own page. */
    static List<FamilyStep> offered(FamilyHead family, SignedInAccount account) {
        return Arrays.stream(values())
                .filter(step -> step.roles.stream().anyMatch(account::has) && step.leadsOnFrom(family))
                .toList();
    }

    /** Confirmation needs other eyes than the registration. */
    boolean needsOtherEyes(FamilyHead family, SignedInAccount account) {
        return this == CONFIRM && Objects.equals(family.registeredBy(), account.id());
    }

    private boolean leadsOnFrom(FamilyHead family) {
        return switch (this) {
            case REVIEW -> family.status() == FamilyStatus.REGISTERED;
            case CONFIRM ->
                family.status() == FamilyStatus.REVIEWED
                        || (family.status() == FamilyStatus.REGISTERED && family.origin() == Origin.STOCK);
            case RESUBMIT -> family.status() == FamilyStatus.RETURNED;
            case RETURN -> family.status().canBecome(FamilyStatus.RETURNED);
        };
    }
}
