package org.nuanxin.family;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The family page: the identity bar, and on each tab the panels that the features contribute. */
@Controller
class FamilyPageController {

    /** The order of the tabs; one shows when a panel names it and the account may see that panel. */
    private static final List<String> TABS = List.of(
            "overview",
            "timeline",
            "facts",
            "benefits",
            "insurance",
            "care-group",
            "eldercare",
            "community",
            "attachments",
            "history");

    private final FamilyHeads heads;
    private final Regions regions;
    private final List<FamilyPanel> panels;
    private final List<FamilyVisitors> visitors;
    private final FamilyOptions options;

    FamilyPageController(
            FamilyHeads heads,
            Regions regions,
            List<FamilyPanel> panels,
            List<FamilyVisitors> visitors,
            FamilyOptions options) {
        this.heads = heads;
        this.regions = regions;
        this.visitors = visitors;
        this.options = options;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(FamilyPanel::order))
                .toList();
    }

    /** A panel with its content, ready for the template. */
    public record Shown(FamilyPanel.Column column, String template, Object content) {}

    @GetMapping("/families/{id:\\d+}")
    @CanSeeFamilies
    String overview(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        return tab(id, "overview", parameters, account, model);
    }

    @GetMapping(
            "/families/{id:\\d+}/{tab:timeline|facts|benefits|insurance|care-group|eldercare|community|attachments|history}")
    @CanSeeFamilies
    String tab(
            @PathVariable long id,
            @PathVariable String tab,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        List<FamilyPanel> mine = panels.stream()
                .filter(panel -> panel.roles().stream().anyMatch(account::has))
                .toList();
        List<String> tabs = TABS.stream()
                .filter(name -> mine.stream().anyMatch(panel -> panel.tab().equals(name)))
                .toList();
        if (!tabs.contains(tab)) {
            throw new NotFound();
        }
        FamilyHead head = heads.open(id);
        List<Shown> shown = new ArrayList<>();
        for (FamilyPanel panel : mine) {
            if (panel.tab().equals(tab)) {
                @Nullable Object content = panel.content(head, parameters);
                if (content != null) {
                    shown.add(new Shown(panel.column(), panel.template(), content));
                }
            }
        }
        model.addAttribute("family", head);
        model.addAttribute("crumbs", crumbs(head));
        model.addAttribute(
                "visitors",
                visitors.stream()
                        .flatMap(source -> source.visitors(id).stream())
                        .distinct()
                        .toList());
        model.addAttribute("may", May.of(account));
        model.addAttribute("steps", FamilyStep.offered(head, account));
        model.addAttribute("tabs", tabs);
        model.addAttribute("tab", tab);
        model.addAttribute("mainPanels", column(shown, FamilyPanel.Column.MAIN));
        model.addAttribute("sidePanels", column(shown, FamilyPanel.Column.SIDE));
        return "family/family-page";
    }

    /** An entry of the way here; without a path it is no page. */
    record Crumb(String text, @Nullable String path) {}

    private List<Crumb> crumbs(FamilyHead head) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(options.title(), "/families"));
        for (Region region : regions.ancestorsAndSelf(head.residencePath())) {
            boolean township = region.level() == Region.Level.TOWNSHIP;
            if (township || region.level() == Region.Level.VILLAGE) {
                crumbs.add(new Crumb(regions.name(region), township ? "/families?township=" + region.path() : null));
            }
        }
        return crumbs;
    }

    private static List<Shown> column(List<Shown> shown, FamilyPanel.Column column) {
        return shown.stream().filter(panel -> panel.column() == column).toList();
    }
}
