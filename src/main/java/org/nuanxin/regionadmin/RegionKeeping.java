package org.nuanxin.regionadmin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.common.Subject;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionTree;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator does to the tree; each act stands in the history of the unit. */
@Service
@Transactional
public class RegionKeeping {

    private final RegionTree tree;
    private final Regions regions;
    private final Footprint footprint;
    private final JdbcClient jdbc;
    private final Audit audit;

    RegionKeeping(RegionTree tree, Regions regions, Footprint footprint, JdbcClient jdbc, Audit audit) {
        this.tree = tree;
        this.regions = regions;
        this.footprint = footprint;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public void rename(long id, int version, RegionTree.Names names, @Nullable String because) {
        RegionTree.Names before = tree.rename(id, version, names);
        List<Act.Change> changes = new ArrayList<>(Act.Change.of("region.name-zh", before.zh(), names.zh()));
        changes.addAll(Act.Change.of("region.name-en", before.en(), names.en()));
        if (!changes.isEmpty()) {
            record("region.renamed", id, because, changes);
        }
    }

    /** Adds a unit below another one; returns its id. */
    public long add(long parentId, @Nullable String code, RegionTree.Names names, String because) {
        Region unit = tree.add(parentId, code, names);
        record("region.added", unit.id(), because, Act.Change.of("region.name-zh", null, names.zh()));
        return unit.id();
    }

    /**
     * Takes a unit out of use.
     *
     * @param into the village of the same township that its families go to (撤并); null where nobody lives there
     * @throws Rejected while families are filed or live there and {@code into} is null
     */
    public int deactivate(long id, int version, String because, @Nullable Long into) {
        Region unit = regions.byId(id);
        long families = footprint.of(unit.path()).families();
        if (into == null && families > 0) {
            throw new Rejected("region.reject.families-live-here", families);
        }
        if (into != null) {
            requireNeighbour(unit, into);
        }
        tree.deactivate(id, version, because, into);
        List<Act.Change> changes = new ArrayList<>();
        int moved = 0;
        if (into != null) {
            moved = jdbc.sql("select region_merge(:id, :into, :because)")
                    .param("id", id)
                    .param("into", into)
                    .param("because", because)
                    .query(Integer.class)
                    .single();
            changes.addAll(Act.Change.of(
                    "region.village", unit.nameZh(), regions.byId(into).nameZh()));
            changes.addAll(Act.Change.of("region.families", null, moved));
        }
        record("region.closed", id, because, changes);
        return moved;
    }

    public void activate(long id, int version, String because) {
        tree.activate(id, version);
        record("region.reopened", id, because, List.of());
    }

    /**
     * Moves a township with everything below it under another county-level unit, in one transaction; moving it back is
     * the undo. Accounts follow; frozen reports stay with the old county. Returns the new path.
     */
    public String move(long id, int version, long to, String because) {
        Region unit = regions.byId(id);
        if (unit.version() != version) {
            throw new StaleVersion("/admin/regions/" + id + "/move", List.of());
        }
        Region target = regions.byId(to);
        Region origin = regions.byId(parent(unit));
        if (unit.level() != Region.Level.TOWNSHIP || target.level() != Region.Level.COUNTY) {
            throw new NotFound();
        }
        if (!target.active() || target.id().equals(unit.parentId())) {
            throw new Rejected("region.reject.move-target");
        }
        long families = footprint.of(unit.path()).families();
        String path = jdbc.sql("select region_move(:id, :to, :because)")
                .param("id", id)
                .param("to", to)
                .param("because", because)
                .query(String.class)
                .single();
        List<Act.Change> changes = new ArrayList<>(Act.Change.of("region.county", origin.nameZh(), target.nameZh()));
        changes.addAll(Act.Change.of("region.families", null, families));
        record("region.moved", id, because, changes);
        return path;
    }

    private void requireNeighbour(Region unit, long into) {
        Region taker = regions.byId(into);
        if (unit.level() != Region.Level.VILLAGE
                || taker.id().equals(unit.id())
                || !taker.active()
                || parent(taker) != parent(unit)) {
            throw new Rejected("region.reject.merge-target");
        }
    }

    private static long parent(Region unit) {
        Long parent = unit.parentId();
        if (parent == null) {
            throw new NotFound();
        }
        return parent;
    }

    private void record(String action, long id, @Nullable String because, List<Act.Change> changes) {
        audit.record(Act.general(action).on(Subject.region(id)).because(because).changing(changes));
    }
}
