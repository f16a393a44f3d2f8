package org.nuanxin.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;

/** One county of the tree of regions, read once for a whole file. */
final class TreeDivisions implements Divisions {

    private final Place county;
    private final RegionPath scope;
    private final List<Place> townships;
    private final Map<String, List<Place>> villages;
    private final List<Region> others;
    private final List<Region> foreignTownships;

    /** @param regionPath of the import: a county, or a township of it */
    TreeDivisions(Regions regions, String regionPath) {
        List<String> above = new RegionPath(regionPath).ancestorsAndSelf();
        RegionPath countyPath = new RegionPath(above.get(Math.min(1, above.size() - 1)));
        RegionPath city = new RegionPath(above.get(0));
        this.scope = new RegionPath(regionPath);
        this.county = place(regions.byPath(countyPath.value()));
        this.townships = regions.within(countyPath, Region.Level.TOWNSHIP).stream()
                .filter(Region::active)
                .map(TreeDivisions::place)
                .toList();
        this.villages = regions.within(countyPath, Region.Level.VILLAGE).stream()
                .filter(Region::active)
                .collect(Collectors.groupingBy(
                        village -> parent(village.path()),
                        Collectors.mapping(TreeDivisions::place, Collectors.toList())));
        this.others = regions.within(city, Region.Level.COUNTY).stream()
                .filter(other -> !other.path().equals(countyPath.value()))
                .toList();
        this.foreignTownships = regions.within(city, Region.Level.TOWNSHIP).stream()
                .filter(township -> !countyPath.contains(township.path()))
                .toList();
    }

    private static Place place(Region region) {
        return new Place(region.nameZh(), region.path());
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    @Override
    public Place county() {
        return county;
    }

    @Override
    public List<Place> townships() {
        return townships;
    }

    @Override
    public boolean inScope(Place township) {
        return scope.contains(township.path());
    }

    @Override
    public List<Place> villages(Place township) {
        return villages.getOrDefault(township.path(), List.of());
    }

    @Override
    public Optional<String> countyElsewhere(String township) {
        return others.stream()
                .filter(other -> township.startsWith(other.nameZh()))
                .map(Region::nameZh)
                .findFirst()
                .or(() -> foreignTownships.stream()
                        .filter(foreign -> foreign.nameZh().equals(township))
                        .flatMap(foreign ->
                                others.stream().filter(other -> foreign.path().startsWith(other.path())))
                        .map(Region::nameZh)
                        .findFirst());
    }
}
