package org.nuanxin.region;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegionRepository extends Repository<Region, Long> {

    Optional<Region> findFirstByCodeOrderByPath(String code);

    Optional<Region> findByPath(String path);

    Optional<Region> findById(long id);

    boolean existsByCodeAndLevel(String code, Region.Level level);

    boolean existsByParentIdAndNameZhAndActiveTrueAndIdNot(long parentId, String nameZh, long id);

    @Query("select r.code from Region r where r.level = :level and r.code like :like")
    List<String> codesLike(Region.Level level, String like);

    Region save(Region region);

    List<Region> findByPathInOrderByPath(Collection<String> paths);

    List<Region> findByParentIdOrderByCode(long parentId);

    List<Region> findByLevelOrderByCode(Region.Level level);

    @Query("select r from Region r where r.path >= :low and r.path < :high and r.level = :level order by r.path")
    List<Region> within(String low, String high, Region.Level level);

    @Query("""
            select r from Region r where r.path >= :low and r.path < :high and (r.nameZh like :like or r.code = :text)
            order by r.path limit 50""")
    List<Region> search(String low, String high, String like, String text);

    @Query(value = """
                    select split_part(path, '/', :depth + 1) as child, level, count(*) from region
                    where starts_with(path, :parent) and path <> :parent
                      and split_part(path, '/', :depth + 2) <> ''
                    group by 1, 2""", nativeQuery = true)
    List<Object[]> countBelow(String parent, int depth);

    @Query("select r.level, count(r) from Region r where r.path >= :low and r.path < :high group by r.level")
    List<Object[]> countByLevel(String low, String high);
}
