package org.nuanxin.caregroup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyList;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The families of a village and who holds one seat in each of their groups, for seating many at once. */
@Service
@Transactional(readOnly = true)
class VillageSeats {

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Regions regions;
    private final Clock clock;

    VillageSeats(JdbcClient jdbc, FamilyList families, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.families = families;
        this.regions = regions;
        this.clock = clock;
    }

    /** Where families live; {@code name} with the township before it. */
    record Village(String path, String name, long families) {}

    /** A family of the village; {@code holder} of the seat asked for, null where it is vacant. */
    record Seatable(
            long id, String names, String ages, @Nullable String holder) {}

    private record Count(String path, long families) {}

    /** Villages (or townships, where no village is known) with families this account may see. */
    List<Village> villages() {
        List<Count> counts = jdbc.sql("""
                        select residence_path, count(*) from family where status not in ('LEAD', 'EXITED')
                        group by residence_path order by residence_path""")
                .query((row, n) -> new Count(row.getString(1), row.getLong(2)))
                .list();
        Map<String, Region> names = regions
                .byPaths(counts.stream()
                        .flatMap(count -> new RegionPath(count.path()).ancestorsAndSelf().stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Region::path, Function.identity()));
        return counts.stream()
                .map(count -> new Village(count.path(), name(count.path(), names), count.families()))
                .toList();
    }

    List<Seatable> families(String village, @Nullable SeatKind kind) {
        Map<Long, String> holders = jdbc
                .sql("""
                        select f.id, (select min(s.person_name) from group_seat s
                                      join care_group g on g.id = s.group_id and g.closed_on is null
                                      where s.family_id = f.id and s.kind = :kind
                                        and (s.valid_to is null or s.valid_to > :today))
                        from family f where f.residence_path = :village and f.status not in ('LEAD', 'EXITED')
                        order by f.sort_name limit 200""")
                .param("kind", kind == null ? "" : kind.name())
                .param("today", LocalDate.now(clock))
                .param("village", village)
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2) == null ? "" : row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return families.byIds(holders.keySet()).stream()
                .map(row -> {
                    String holder = holders.getOrDefault(row.id(), "");
                    return new Seatable(row.id(), row.names(), row.ages(), holder.isEmpty() ? null : holder);
                })
                .toList();
    }

    private String name(String path, Map<String, Region> names) {
        return new RegionPath(path)
                .ancestorsAndSelf().stream()
                        .map(names::get)
                        .filter(region -> region != null && region.level().compareTo(Region.Level.COUNTY) >= 0)
                        .map(regions::name)
                        .collect(Collectors.joining(" "));
    }
}
