package org.nuanxin.region;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;

/**
 * A unit of the tree; its path lists the codes from the city down to itself, each closed by a slash. Code and path never
 * change here: a township that goes to another county is moved by the database's own function, with all its families.
 */
@Entity
public class Region {

    /** From the whole city down to a village or neighbourhood. */
    public enum Level {
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE;

        /** The level of what lies directly below. Throws {@link Rejected} for a village. */
        public Level below() {
            if (this == VILLAGE) {
                throw new Rejected("region.reject.nothing-below");
            }
            return values()[ordinal() + 1];
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "region_seq")
    @SequenceGenerator(name = "region_seq", sequenceName = "region_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Level level;

    @Column(name = "parent_id", updatable = false)
    private @Nullable Long parentId;

    @Column(updatable = false)
    private String path;

    private boolean active = true;

    @Column(name = "inactive_because")
    private @Nullable String inactiveBecause;

    @Column(name = "inactive_since")
    private @Nullable LocalDate inactiveSince;

    @Column(name = "merged_into_id")
    private @Nullable Long mergedIntoId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Region() {}

    /** A new unit directly below {@code parent}, in use from now on. */
    static Region below(Region parent, String code, String nameZh, String nameEn) {
        if (!parent.active) {
            throw new Rejected("region.reject.parent-inactive");
        }
        Region unit = new Region();
        unit.level = parent.level.below();
        unit.parentId = parent.id;
        unit.code = code;
        unit.path = parent.path + code + "/";
        unit.nameZh = nameZh;
        unit.nameEn = nameEn;
        return unit;
    }

    /** Another name; the code stays. */
    void rename(String zh, String en) {
        nameZh = zh;
        nameEn = en;
    }

    /** Out of use: offered nowhere, takes no new family. Throws {@link Rejected} for the city, or when it is so already. */
    void deactivate(String because, LocalDate since, @Nullable Long into) {
        if (level == Level.CITY) {
            throw new Rejected("region.reject.city");
        }
        if (!active) {
            throw new Rejected("region.reject.already-inactive");
        }
        active = false;
        inactiveBecause = because;
        inactiveSince = since;
        mergedIntoId = into;
    }

    /** In use again. Families that went elsewhere meanwhile stay where they are. */
    void activate() {
        if (active) {
            throw new Rejected("region.reject.already-active");
        }
        active = true;
        inactiveBecause = null;
        inactiveSince = null;
        mergedIntoId = null;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public Level level() {
        return level;
    }

    public @Nullable Long parentId() {
        return parentId;
    }

    public String path() {
        return path;
    }

    /** False: in the table, but no families are kept here (金门县). */
    public boolean active() {
        return active;
    }

    /** Why it is out of use; null while in use. */
    public @Nullable String inactiveBecause() {
        return inactiveBecause;
    }

    public @Nullable LocalDate inactiveSince() {
        return inactiveSince;
    }

    /** The village that took over. */
    public @Nullable Long mergedIntoId() {
        return mergedIntoId;
    }

    public int version() {
        return version;
    }
}
