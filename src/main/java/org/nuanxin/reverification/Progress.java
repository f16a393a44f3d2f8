package org.nuanxin.reverification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far a campaign is, by township, in one statement; the same states as the list behind each number. */
@Component
@Transactional(readOnly = true)
class Progress {

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    Progress(JdbcClient jdbc, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** Families by state; {@code path} and {@code name} are the township's, or the whole's. */
    record Line(String path, String name, Map<ItemState, Long> counts) {

        public long count(ItemState state) {
            return counts.getOrDefault(state, 0L);
        }

        /** Who left is not asked, and not counted as due. */
        public long due() {
            return counts.values().stream().mapToLong(Long::longValue).sum() - count(ItemState.LEFT);
        }

        public long done() {
            return count(ItemState.MATCH) + count(ItemState.VISIT) + count(ItemState.OFFICE);
        }

        public long percent() {
            return due() == 0 ? 100 : done() * 100 / due();
        }
    }

    record Board(Line total, List<Line> townships) {}

    Board of(Campaign campaign) {
        Map<String, Map<ItemState, Long>> byTownship = new LinkedHashMap<>();
        Map<ItemState, Long> all = new EnumMap<>(ItemState.class);
        jdbc.sql("""
                        select x.township, x.state, count(*) from (
                            select %s as township, %s as state from reverification_item i
                            join reverification_campaign c on c.id = i.campaign_id where c.id = :campaign) x
                        group by x.township, x.state order by x.township""".formatted(ItemState.TOWNSHIP, ItemState.SQL))
                .param("campaign", campaign.id())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    ItemState state = ItemState.valueOf(row.getString(2));
                    byTownship
                            .computeIfAbsent(row.getString(1), path -> new EnumMap<>(ItemState.class))
                            .put(state, row.getLong(3));
                    all.merge(state, row.getLong(3), Long::sum);
                });
        Map<String, Region> known = new LinkedHashMap<>();
        regions.byPaths(byTownship.keySet()).forEach(region -> known.put(region.path(), region));
        List<Line> lines = new ArrayList<>();
        byTownship.forEach((path, counts) -> {
            Region region = known.get(path);
            lines.add(new Line(path, region == null ? "–" : regions.name(region), counts));
        });
        lines.sort(Comparator.comparing(Line::percent).thenComparing(line -> Objects.requireNonNull(line.path())));
        return new Board(
                new Line(campaign.regionPath(), regions.name(regions.byPath(campaign.regionPath())), all), lines);
    }

    /** Confirmed families of a region today: what opening would put in. */
    long wouldJoin(String regionPath) {
        return jdbc.sql(
                        "select count(*) from family f where f.status = 'CONFIRMED' and starts_with(f.region_path, :region)")
                .param("region", regionPath)
                .query(Long.class)
                .single();
    }
}
