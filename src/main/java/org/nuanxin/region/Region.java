package org.nuanxin.region;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A unit of the tree; its path lists the codes from the city down to itself, each closed by a slash. */
@Entity
@Immutable
public class Region {

    /** From the whole city down to a village or neighbourhood. */
    public enum Level {
        CITY,
        COUNTY,
        TOWNSHIP,
        VILLAGE
    }

    @Id
    private Long id;

    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String path;

    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Region() {}

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
}
