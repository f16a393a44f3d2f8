package org.nuanxin.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            long townships,
            List<Choice> choices) {

        /** Neither the system administrator nor the auditor does. */
        public boolean seesFamilies() {
            return !roles.contains(Role.SYSTEM_ADMIN) && !roles.contains(Role.AUDITOR);
        }
    }

    /** A region that the person could work in instead; {@code standsInFor} is the name of who is away. */
    public record Choice(
            long grantId, String name, @Nullable String standsInFor, boolean current) {}

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
            model.addAttribute("me", me(account, request));
            model.addAttribute("menu", menu(account));
        }
    }

    private Me me(SignedInAccount account, HttpServletRequest request) {
        List<Role> roles = account.roles().stream().sorted().toList();
        String initial = account.displayName().substring(0, 1);
        if (account.regionPath() == null) {
            return new Me(
                    account.id(),
                    account.displayName(),
                    initial,
                    account.department(),
                    roles,
                    null,
                    null,
                    0,
                    List.of());
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
                townships,
                choices(account, request));
    }

    private List<Choice> choices(SignedInAccount account, HttpServletRequest request) {
        if (!(request.getAttribute(Standing.ATTRIBUTE) instanceof Standing standing)
                || standing.grants().size() < 2) {
            return List.of();
        }
        RegionWords words = RegionWords.of(
                regions,
                standing.grants().stream().map(Standing.Grant::regionPath).toList());
        return standing.grants().stream()
                .map(grant -> new Choice(
                        grant.id(),
                        words.word(grant.regionPath()),
                        grant.standsInFor(),
                        Objects.equals(account.grantId(), grant.id())))
                .toList();
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
