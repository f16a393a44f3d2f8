package org.nuanxin.region;

import org.jspecify.annotations.Nullable;

/** What a person chose in a picker: paths of a township and of a village in it. */
public class RegionChoice {

    private @Nullable String township;
    private @Nullable String village;

    /** A picker that shows the unit at the path. */
    public static RegionChoice at(String path) {
        RegionChoice choice = new RegionChoice();
        var paths = new RegionPath(path).ancestorsAndSelf();
        choice.township = paths.size() > 2 ? paths.get(2) : null;
        choice.village = paths.size() > 3 ? paths.get(3) : null;
        return choice;
    }

    /** The village, where it lies in the chosen township; null otherwise. */
    public @Nullable String path() {
        return village != null && township != null && village.startsWith(township) ? village : null;
    }

    public @Nullable String getTownship() {
        return township;
    }

    public void setTownship(@Nullable String township) {
        this.township = township;
    }

    public @Nullable String getVillage() {
        return village;
    }

    public void setVillage(@Nullable String village) {
        this.village = village;
    }
}
