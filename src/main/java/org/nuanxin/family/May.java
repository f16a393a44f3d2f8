package org.nuanxin.family;

import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;

/** Which buttons a page offers this account; the handlers behind them check again. */
record May(boolean edit, boolean visit, boolean review, boolean confirm) {

    static May of(SignedInAccount account) {
        boolean caseworker = account.has(Role.CASEWORKER);
        boolean staff = caseworker || account.has(Role.FPA_STAFF);
        boolean approver = account.has(Role.APPROVER);
        return new May(staff, staff, caseworker || approver, approver);
    }
}
