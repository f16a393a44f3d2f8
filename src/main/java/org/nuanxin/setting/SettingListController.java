package org.nuanxin.setting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeeSettings;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All settings of a region: what is in force there today and who decided it. */
@Controller
class SettingListController {

    private final SettingCatalogue catalogue;
    private final SettingReading reading;
    private final SettingPlaces places;
    private final Regions regions;

    SettingListController(SettingCatalogue catalogue, SettingReading reading, SettingPlaces places, Regions regions) {
        this.catalogue = catalogue;
        this.reading = reading;
        this.places = places;
        this.regions = regions;
    }

    /** Which settings the list shows. */
    enum Which {
        ALL,
        DECIDED,
        UPCOMING,
        ASSUMED
    }

    /**
     * A line of the list.
     *
     * @param from name of the region that decided, null for what is built in
     * @param own whether that is the region at hand
     */
    record Line(
            Setting setting,
            String name,
            String what,
            String value,
            @Nullable SettingLine decided,
            @Nullable String from,
            boolean own,
            @Nullable SettingLine next,
            @Nullable String nextValue) {

        boolean shownFor(Which which) {
            return switch (which) {
                case ALL -> true;
                case DECIDED -> decided != null;
                case UPCOMING -> next != null;
                case ASSUMED -> setting.assumption();
            };
        }

        boolean speaksOf(String text) {
            return (name + what + setting.key()).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    @GetMapping("/settings")
    @CanSeeSettings
    String list(
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "ALL") Which which,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        Region here = places.at(in, account);
        String text = q == null ? "" : q.strip();
        Map<String, SettingLine> inForce = reading.inForce(here.path());
        Map<String, SettingLine> upcoming = reading.upcoming(here.path());
        Map<String, List<Line>> byFeature = new LinkedHashMap<>();
        for (Setting setting : catalogue.all()) {
            Line line = line(setting, here, inForce.get(setting.key()), upcoming.get(setting.key()));
            if (line.shownFor(which) && line.speaksOf(text)) {
                byFeature
                        .computeIfAbsent(
                                catalogue.featureName(SettingCatalogue.feature(setting)), name -> new ArrayList<>())
                        .add(line);
            }
        }
        model.addAttribute("features", byFeature);
        model.addAttribute("here", here);
        model.addAttribute("name", regions.name(here));
        model.addAttribute("places", places.choices(here));
        model.addAttribute("q", text.isEmpty() ? null : text);
        model.addAttribute("which", which);
        return "setting/setting-list";
    }

    private Line line(Setting setting, Region here, @Nullable SettingLine decided, @Nullable SettingLine next) {
        return new Line(
                setting,
                catalogue.name(setting),
                catalogue.what(setting),
                catalogue.value(setting, decided == null ? setting.fallback() : decided.value()),
                decided,
                decided == null ? null : regions.name(regions.byPath(decided.appliesTo())),
                decided != null && decided.appliesTo().equals(here.path()),
                next,
                next == null ? null : catalogue.value(setting, next.value()));
    }
}
