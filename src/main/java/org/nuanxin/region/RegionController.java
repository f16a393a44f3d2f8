package org.nuanxin.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of regions to look at, and the villages of a picker. The tree is public knowledge: no scope. */
@Controller
@PreAuthorize("isAuthenticated()")
class RegionController {

    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    /** A unit in the list with how many lie below it, by level. */
    record Line(Region region, String name, String place, Map<String, Long> below) {}

    /** An entry of the way here. */
    record Crumb(String text, @Nullable String path) {}

    @GetMapping("/regions")
    String browse(
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        Region here = in == null ? regions.city() : regions.byPath(in);
        String text = q == null ? "" : q.strip();
        boolean searching = !text.isEmpty();
        List<Region> found = searching ? regions.search(new RegionPath(here.path()), text) : regions.children(here);
        Map<String, Map<String, Long>> below = searching ? Map.of() : regions.countByChild(here);
        Map<String, String> places =
                regions.words(found.stream().map(Region::path).toList());
        model.addAttribute("here", here);
        model.addAttribute("name", regions.name(here));
        model.addAttribute("counts", byName(regions.countByLevel(new RegionPath(here.path()))));
        model.addAttribute("crumbs", crumbs(here));
        model.addAttribute("q", searching ? text : null);
        model.addAttribute(
                "lines",
                found.stream()
                        .map(region -> new Line(
                                region,
                                regions.name(region),
                                places.getOrDefault(region.path(), ""),
                                below.getOrDefault(region.path(), Map.of())))
                        .toList());
        return "region/region-list";
    }

    /** The villages of the township chosen in the picker {@code field}: a fragment for htmx. */
    @GetMapping("/regions/villages")
    String villages(@RequestParam String field, @RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("villages", regions.villagesOf(parameters.get(field + ".township"), null));
        return "region/picker :: options";
    }

    /** Templates look up by text. */
    private static Map<String, Long> byName(Map<Region.Level, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    }

    private List<Crumb> crumbs(Region here) {
        List<Crumb> crumbs = new ArrayList<>();
        for (Region region : regions.ancestorsAndSelf(here.path())) {
            crumbs.add(new Crumb(
                    regions.name(region), region.path().equals(here.path()) ? null : "/regions?in=" + region.path()));
        }
        return crumbs;
    }
}
