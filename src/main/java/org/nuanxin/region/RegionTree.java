package org.nuanxin.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes the tree, inside the transaction of who keeps it and writes its trail. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RegionTree {

    private final RegionRepository regions;
    private final Clock clock;

    RegionTree(RegionRepository regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** Names in both languages. */
    public record Names(String zh, String en) {}

    /** Renames a unit; returns the names it had. Throws {@link Rejected} where a neighbour has the name. */
    public Names rename(long id, int version, Names names) {
        Region unit = at(id, version);
        Names before = new Names(unit.nameZh(), unit.nameEn());
        requireFree(unit.parentId(), names.zh(), unit.id());
        unit.rename(names.zh(), names.en());
        return before;
    }

    /**
     * A unit directly below another one.
     *
     * @param code of the statistics, 12 digits; null for a code of our own (Z01…, see {@link OwnCode})
     */
    public Region add(long parentId, @Nullable String code, Names names) {
        Region parent = regions.findById(parentId).orElseThrow(NotFound::new);
        Region.Level level = parent.level().below();
        requireFree(parent.id(), names.zh(), 0);
        if (code != null && regions.existsByCodeAndLevel(code, level)) {
            throw new Rejected("region.reject.code-taken", code);
        }
        String wanted = code == null ? OwnCode.next(parent, regions.codesLike(level, OwnCode.like(parent))) : code;
        return regions.save(Region.below(parent, wanted, names.zh(), names.en()));
    }

    /** Takes a unit out of use. Whether families live there is the caller's to know. */
    public void deactivate(long id, int version, String because, @Nullable Long mergedInto) {
        at(id, version).deactivate(because, LocalDate.now(clock), mergedInto);
    }

    public void activate(long id, int version) {
        at(id, version).activate();
    }

    private Region at(long id, int version) {
        Region unit = regions.findById(id).orElseThrow(NotFound::new);
        if (unit.version() != version) {
            throw new StaleVersion("/admin/regions/" + id, List.of());
        }
        return unit;
    }

    private void requireFree(@Nullable Long parentId, String nameZh, long own) {
        if (parentId != null && regions.existsByParentIdAndNameZhAndActiveTrueAndIdNot(parentId, nameZh, own)) {
            throw new Rejected("region.reject.name-taken", nameZh);
        }
    }
}
