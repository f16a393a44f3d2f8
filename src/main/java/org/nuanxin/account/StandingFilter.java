package org.nuanxin.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account at each request: a disabled one is out, other roles or regions count at once, and a password that
 * somebody else knows is changed before anything else.
 */
class StandingFilter extends OncePerRequestFilter {

    private static final List<String> STILL = List.of("/css/", "/js/", "/img/", "/webjars/", "/favicon.ico");
    private static final Set<String> WITH_ANY_PASSWORD = Set.of("/me/password", "/sign-out", "/sign-in", "/error");

    private final Standings standings;
    private final Sessions sessions;

    StandingFilter(Standings standings, Sessions sessions) {
        this.standings = standings;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return STILL.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount account)) {
            chain.doFilter(request, response);
            return;
        }
        Standing now = standings.of(account.id()).orElse(null);
        if (now == null || !now.admits(account)) {
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            send("/sign-in?changed", request, response);
            return;
        }
        if (!now.matches(account)) {
            sessions.renew(account.id(), account.grantId(), request, response);
        }
        request.setAttribute(Standing.ATTRIBUTE, now);
        if (now.mustChangePassword() && !WITH_ANY_PASSWORD.contains(path(request))) {
            send("/me/password", request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void send(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = request.getContextPath() + path;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", url);
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(url);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
