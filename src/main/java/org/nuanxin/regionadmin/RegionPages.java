package org.nuanxin.regionadmin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page of a unit shows: the unit, the way here, what hangs on it. */
@Component
class RegionPages {

    private final Regions regions;
    private final Footprint footprint;

    RegionPages(Regions regions, Footprint footprint) {
        this.regions = regions;
        this.footprint = footprint;
    }

    /** An entry of the way here. */
    record Crumb(String text, @Nullable String path) {}

    Region put(long id, Model model) {
        Region unit = regions.byId(id);
        model.addAttribute("unit", unit);
        model.addAttribute("name", regions.name(unit));
        model.addAttribute("numbers", footprint.of(unit.path()).of());
        List<Crumb> crumbs = new ArrayList<>();
        for (Region above : regions.ancestorsAndSelf(unit.path())) {
            crumbs.add(new Crumb(
                    regions.name(above),
                    above.id().equals(unit.id()) ? "/admin/regions/" + id : "/regions?in=" + above.path()));
        }
        model.addAttribute("crumbs", crumbs);
        return unit;
    }

    /** Villages of the same township in use, by id. */
    Map<String, String> neighbours(Region unit) {
        Map<String, String> names = new LinkedHashMap<>();
        Long parent = unit.parentId();
        if (unit.level() == Region.Level.VILLAGE && parent != null) {
            regions.children(regions.byId(parent)).stream()
                    .filter(other -> other.active() && !other.id().equals(unit.id()))
                    .forEach(other -> names.put(String.valueOf(other.id()), regions.name(other)));
        }
        return names;
    }

    /** County-level units in use other than the unit's own, by id. */
    Map<String, String> targets(Region unit) {
        Map<String, String> names = new LinkedHashMap<>();
        regions.counties().stream()
                .filter(county -> county.active() && !county.id().equals(unit.parentId()))
                .forEach(county -> names.put(String.valueOf(county.id()), regions.name(county)));
        return names;
    }
}
