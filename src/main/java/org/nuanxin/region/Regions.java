package org.nuanxin.region;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the tree of regions. */
@Service
@Transactional(readOnly = true)
public class Regions {

    private final RegionRepository regions;
    private final Formats formats;

    Regions(RegionRepository regions, Formats formats) {
        this.regions = regions;
        this.formats = formats;
    }

    /** The unit with this code. Throws {@link NotFound}. */
    public Region byCode(String code) {
        return regions.findFirstByCodeOrderByPath(code).orElseThrow(NotFound::new);
    }

    /** The unit at this path. Throws {@link NotFound}. */
    public Region byPath(String path) {
        return regions.findByPath(path).orElseThrow(NotFound::new);
    }

    public Optional<Region> findByCode(String code) {
        return regions.findFirstByCodeOrderByPath(code);
    }

    /** All counties of the city, inactive ones (金门县) too. */
    public List<Region> counties() {
        return regions.findByLevelOrderByCode(Region.Level.COUNTY);
    }

    /** The root of the tree. */
    public Region city() {
        return regions.findByLevelOrderByCode(Region.Level.CITY).get(0);
    }

    /** How many units lie below each child of a unit, by the child's path and the name of the level, in one statement. */
    public Map<String, Map<String, Long>> countByChild(Region parent) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        int depth = new RegionPath(parent.path()).codes().size();
        regions.countBelow(parent.path(), depth)
                .forEach(row -> counts.computeIfAbsent(parent.path() + row[0] + "/", path -> new HashMap<>())
                        .put((String) row[1], (Long) row[2]));
        return counts;
    }

    public List<Region> children(Region parent) {
        return regions.findByParentIdOrderByCode(parent.id());
    }

    /** Units of a level inside a subtree, the subtree's own root too. */
    public List<Region> within(RegionPath subtree, Region.Level level) {
        return regions.within(subtree.value(), subtree.high(), level);
    }

    /** The unit at this path, where there is one. */
    public Optional<Region> findByPath(String path) {
        return regions.findByPath(path);
    }

    /**
     * Villages in use of a township by its path, for a picker; none where no township is chosen.
     *
     * @param picked stays in the list where it is out of use since: who lives there is not lost by a save
     */
    public List<Region> villagesOf(@Nullable String townshipPath, @Nullable String picked) {
        return townshipPath == null || townshipPath.isBlank()
                ? List.of()
                : regions.within(townshipPath, new RegionPath(townshipPath).high(), Region.Level.VILLAGE).stream()
                        .filter(village -> village.active() || village.path().equals(picked))
                        .toList();
    }

    /** Villages in use of a township by its path, for a picker where nothing is picked yet. */
    public List<Region> villagesOf(@Nullable String townshipPath) {
        return villagesOf(townshipPath, null);
    }

    /** The unit with this id. Throws {@link NotFound}. */
    public Region byId(long id) {
        return regions.findById(id).orElseThrow(NotFound::new);
    }

    /** Townships of a subtree under the names of their counties, for a picker; what is out of use is left out. */
    public Map<String, List<Region>> townshipsByCounty(RegionPath subtree) {
        List<Region> townships = within(subtree, Region.Level.TOWNSHIP);
        if (townships.isEmpty()) {
            townships = ancestorsAndSelf(subtree.value()).stream()
                    .filter(region -> region.level() == Region.Level.TOWNSHIP)
                    .toList();
        }
        Map<String, List<Region>> byCounty = new LinkedHashMap<>();
        for (Region county : counties()) {
            List<Region> inside = townships.stream()
                    .filter(township -> county.active()
                            && township.active()
                            && township.path().startsWith(county.path()))
                    .toList();
            if (!inside.isEmpty()) {
                byCounty.put(name(county), inside);
            }
        }
        return byCounty;
    }

    /** From the city down to the unit itself. */
    public List<Region> ancestorsAndSelf(String path) {
        return regions.findByPathInOrderByPath(new RegionPath(path).ancestorsAndSelf());
    }

    public List<Region> byPaths(Collection<String> paths) {
        return regions.findByPathInOrderByPath(paths);
    }

    /** At most 50 units of a subtree whose name contains the text or whose code is the text. */
    public List<Region> search(RegionPath subtree, String text) {
        return regions.search(subtree.value(), subtree.high(), "%" + text.replaceAll("[%_\\\\]", "") + "%", text);
    }

    /** How many units of each level a subtree holds. */
    public Map<Region.Level, Long> countByLevel(RegionPath subtree) {
        Map<Region.Level, Long> counts = new EnumMap<>(Region.Level.class);
        regions.countByLevel(subtree.value(), subtree.high())
                .forEach(row -> counts.put((Region.Level) row[0], (Long) row[1]));
        return counts;
    }

    /** 洪濑镇 溪霞村: the names below the county, in the language at hand. */
    public String place(String path) {
        return ancestorsAndSelf(path).stream()
                .filter(region -> region.level().compareTo(Region.Level.COUNTY) > 0)
                .map(this::name)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** The names below the city of many paths, in one statement: 鲤城区 浮桥街道 延陵社区. */
    public Map<String, String> words(Collection<String> paths) {
        return named(paths, Region.Level.CITY);
    }

    /** The names below the county of many paths, in one statement: 浮桥街道 延陵社区. */
    public Map<String, String> places(Collection<String> paths) {
        return named(paths, Region.Level.COUNTY);
    }

    private Map<String, String> named(Collection<String> paths, Region.Level below) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        Map<String, Region> known = byPaths(paths.stream()
                        .flatMap(path -> new RegionPath(path).ancestorsAndSelf().stream())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Region::path, Function.identity()));
        return paths.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        path -> new RegionPath(path)
                                .ancestorsAndSelf().stream()
                                        .map(known::get)
                                        .filter(region ->
                                                region != null && region.level().compareTo(below) > 0)
                                        .map(this::name)
                                        .collect(Collectors.joining(" "))));
    }

    /** As people say it: 石山村, not 石山村委会, which is the office that the statistics list. */
    public String name(Region region) {
        String zh = region.level() == Region.Level.VILLAGE
                ? region.nameZh().replaceFirst("社区(居|村)委会$", "社区").replaceFirst("村委会$", "村")
                : region.nameZh();
        return formats.name(zh, region.nameEn());
    }
}
