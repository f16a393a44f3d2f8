package org.nuanxin.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands at this request.
 *
 * @param grants in force today, the one it works in where its session began with it, else the first
 */
record Standing(boolean enabled, int version, int sessionStamp, boolean mustChangePassword, List<Grant> grants) {

    /** Request attribute that carries it to the shell. */
    static final String ATTRIBUTE = Standing.class.getName();

    /** A region to work in; {@code standsInFor} is the name of who is away. */
    record Grant(long id, String regionPath, @Nullable String standsInFor) {}

    /** The grant with this id, else the first. */
    Optional<Grant> working(@Nullable Long grantId) {
        return grants.stream()
                .filter(grant -> grantId != null && grant.id() == grantId)
                .findFirst()
                .or(() -> grants.stream().findFirst());
    }

    /** Nothing of what the session remembers has changed since. */
    boolean matches(SignedInAccount session) {
        Grant working = working(session.grantId()).orElse(null);
        Long sessionGrant = session.grantId();
        boolean sameGrant = working == null
                ? sessionGrant == null
                : sessionGrant != null
                        && sessionGrant == working.id()
                        && working.regionPath().equals(session.regionPath());
        return version == session.version() && sameGrant;
    }

    /** The session may go on. */
    boolean admits(SignedInAccount session) {
        return enabled && sessionStamp == session.sessionStamp();
    }
}
