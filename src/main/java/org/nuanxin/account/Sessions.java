package org.nuanxin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Puts an account as it stands now into the session at hand. */
@Component
class Sessions {

    private final Accounts accounts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The same person, read afresh, working in the wanted grant where that is in force. */
    SignedInAccount renew(
            long accountId, @Nullable Long grantId, HttpServletRequest request, HttpServletResponse response) {
        SignedInAccount account = accounts.asItStands(accountId, grantId);
        account.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return account;
    }
}
