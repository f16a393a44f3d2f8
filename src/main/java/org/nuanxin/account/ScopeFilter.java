package org.nuanxin.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Runs the rest of a signed-in request in its account's scope. */
class ScopeFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount account)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Scope.call(account.scope(), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                } catch (ServletException failure) {
                    throw new ChainFailure(failure);
                }
                return true;
            });
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        } catch (ChainFailure wrapped) {
            throw wrapped.failure;
        }
    }

    private static class ChainFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ServletException failure;

        ChainFailure(ServletException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
