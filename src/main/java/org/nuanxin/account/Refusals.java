package org.nuanxin.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** A form from an expired session goes to the sign-in page, which says so; everything else is a plain 403. */
class Refusals implements AccessDeniedHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException) {
            String signIn = request.getContextPath() + "/sign-in?expired";
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", signIn);
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            } else {
                response.sendRedirect(signIn);
            }
            return;
        }
        forbidden.handle(request, response, denied);
    }
}
