package org.nuanxin.roster;

import java.util.List;
import java.util.Optional;

/** What the reader needs to know of the tree of regions: one county from inside, the others by name. */
interface Divisions {

    Place county();

    List<Place> townships();

    /** Whether the importing account may register families there. */
    boolean inScope(Place township);

    List<Place> villages(Place township);

    /** Name of another county that a text begins with, or that has a township of this name. */
    Optional<String> countyElsewhere(String township);
}
