package org.nuanxin.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** For which regions the pages of settings can be looked at: all public knowledge; from the city down to townships. */
@Component
class SettingPlaces {

    private final Regions regions;

    SettingPlaces(Regions regions) {
        this.regions = regions;
    }

    /** The region asked for, else the account's own, else the city. Throws {@code NotFound} for an unknown one. */
    Region at(@Nullable String wanted, SignedInAccount account) {
        if (wanted != null && !wanted.isBlank()) {
            return regions.byPath(wanted);
        }
        String own = account.regionPath();
        return own == null || account.roles().stream().anyMatch(SettingPlaces::standsAlone)
                ? regions.city()
                : regions.byPath(own);
    }

    /** The city, its counties, and the townships of the county at hand; names by path. */
    Map<String, String> choices(Region here) {
        Map<String, String> choices = new LinkedHashMap<>();
        Region city = regions.city();
        choices.put(city.path(), regions.name(city));
        for (Region county : regions.counties()) {
            if (county.active()) {
                choices.put(county.path(), regions.name(county));
                if (here.path().startsWith(county.path())) {
                    regions.within(new RegionPath(county.path()), Region.Level.TOWNSHIP).stream()
                            .filter(Region::active)
                            .forEach(township -> choices.put(township.path(), "　" + regions.name(township)));
                }
            }
        }
        choices.computeIfAbsent(here.path(), path -> regions.name(here));
        return choices;
    }

    private static boolean standsAlone(org.nuanxin.account.Role role) {
        return role == org.nuanxin.account.Role.SYSTEM_ADMIN || role == org.nuanxin.account.Role.AUDITOR;
    }
}
