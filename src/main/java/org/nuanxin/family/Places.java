package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionChoice;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What the pickers of a form offer, and whether the choice is a village one may choose. */
@Component
class Places {

    private final Regions regions;

    Places(Regions regions) {
        this.regions = regions;
    }

    /** Townships this account works in: where it can file a family. */
    Map<String, List<Region>> mine(SignedInAccount account) {
        String path = account.regionPath();
        return path == null ? Map.of() : regions.townshipsByCounty(new RegionPath(path));
    }

    /** Everywhere in the city: where a family can live. */
    Map<String, List<Region>> anywhere() {
        return regions.townshipsByCounty(new RegionPath(regions.city().path()));
    }

    /** Rejects a picker without a village, or with one outside {@code within}. */
    void check(Errors errors, String field, RegionChoice choice, @Nullable String within) {
        String path = choice.path();
        boolean known = path != null
                && (within == null || path.startsWith(within))
                && regions.findByPath(path)
                        .filter(region -> region.active() && region.level() == Region.Level.VILLAGE)
                        .isPresent();
        if (!known) {
            errors.rejectValue(field + ".village", "family.error.village");
        }
    }
}
