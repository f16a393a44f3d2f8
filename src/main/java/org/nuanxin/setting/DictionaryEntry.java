package org.nuanxin.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;

/** A word that forms suggest in a field of free text; retired, never deleted. */
@Entity
class DictionaryEntry {

    /** The fields that suggest. */
    enum Kind {
        BANK,
        CERTIFIER,
        TOLD_BY,
        SEAT_ORGANISATION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dictionary_entry_seq")
    @SequenceGenerator(name = "dictionary_entry_seq", sequenceName = "dictionary_entry_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "applies_to", updatable = false)
    private String appliesTo;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private int position;

    private boolean active = true;

    @Column(name = "retired_because")
    private @Nullable String retiredBecause;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected DictionaryEntry() {}

    DictionaryEntry(String appliesTo, Kind kind, String nameZh, String nameEn, int position) {
        this.appliesTo = appliesTo;
        this.kind = kind;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.position = position;
    }

    void rename(String zh, String en) {
        nameZh = zh;
        nameEn = en;
    }

    void place(int at) {
        position = at;
    }

    /** No longer suggested; records keep the word. */
    void retire(String because) {
        if (!active) {
            throw new Rejected("setting.dictionary.reject.retired");
        }
        active = false;
        retiredBecause = because;
    }

    void restore() {
        active = true;
        retiredBecause = null;
    }

    public Long id() {
        return Objects.requireNonNull(id);
    }

    public String appliesTo() {
        return appliesTo;
    }

    public Kind kind() {
        return kind;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public int position() {
        return position;
    }

    public boolean active() {
        return active;
    }

    public @Nullable String retiredBecause() {
        return retiredBecause;
    }

    public int version() {
        return version;
    }
}
