package org.nuanxin.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** The bottom bar of the phone area {@code /m}: only what works. */
public final class PhoneBar {

    /** In groups, as the shell draws menus. */
    public static final List<List<MenuItem>> GROUPS = List.of(
            List.of(new MenuItem("m-today", "/m", "sun", 0, Set.of())),
            List.of(new MenuItem("m-visits", "/m/visits", "walk", 10, Set.of())),
            List.of(new MenuItem("m-me", "/m/me", "user", 20, Set.of())));

    private PhoneBar() {}

    /** Whether a page of the phone area was asked for. */
    public static boolean asked(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/m/");
    }
}
