package org.nuanxin.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.MenuContributor;
import org.nuanxin.common.MenuItem;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the shell around every page shows: who is signed in, for which region, with which menu. */
@ControllerAdvice
class ShellAdvice {

    /** The person in the top bar. */
    public record Me(
            long id,
            String displayName,
            String initial,
            Department department,
            List<Role> roles,
            @Nullable String scopeName,
            Region.@Nullable Level scopeLevel,
            long townships) {}

    private final List<MenuContributor> menus;
    private final Regions regions;
    private final Formats formats;

    ShellAdvice(List<MenuContributor> menus, Regions regions, Formats formats) {
        this.menus = menus;
        this.regions = regions;
        this.formats = formats;
    }

    @ModelAttribute
    void shell(@AuthenticationPrincipal @Nullable SignedInAccount account, HttpServletRequest request, Model model) {
        model.addAttribute("lang", formats.english() ? "en" : "zh-CN");
        model.addAttribute("path", request.getRequestURI());
        if (account != null && request.getHeader("HX-Request") == null) {
            model.addAttribute("me", me(account));
            model.addAttribute("menu", menu(account));
        }
    }

    private Me me(SignedInAccount account) {
        List<Role> roles = account.roles().stream().sorted().toList();
        String initial = account.displayName().substring(0, 1);
        if (account.regionPath() == null) {
            return new Me(account.id(), account.displayName(), initial, account.department(), roles, null, null, 0);
        }
        Region region = regions.byPath(account.regionPath());
        long townships = regions.countByLevel(new RegionPath(region.path())).getOrDefault(Region.Level.TOWNSHIP, 0L);
        return new Me(
                account.id(),
                account.displayName(),
                initial,
                account.department(),
                roles,
                regions.name(region),
                region.level(),
                townships);
    }

    private List<List<MenuItem>> menu(SignedInAccount account) {
        Map<Integer, List<MenuItem>> groups = menus.stream()
                .flatMap(contributor -> contributor.menuItems().stream())
                .filter(item ->
                        account.roles().stream().anyMatch(role -> item.roles().contains(role.name())))
                .sorted(Comparator.comparingInt(MenuItem::order))
                .collect(Collectors.groupingBy(MenuItem::group, TreeMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }
}
