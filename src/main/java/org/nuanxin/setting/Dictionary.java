package org.nuanxin.setting;

import java.util.ArrayList;
import java.util.List;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.StaleVersion;
import org.nuanxin.common.Subject;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of words that forms suggest, {@code @dictionary} in templates. A policy administrator keeps those of the own
 * region and below, the system administrator all; the text in a record stays free and stays as written.
 */
@Service("dictionary")
@Transactional
public class Dictionary {

    private final DictionaryRepository entries;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final Audit audit;

    Dictionary(DictionaryRepository entries, Regions regions, JdbcClient jdbc, Audit audit) {
        this.entries = entries;
        this.regions = regions;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A word in both languages. */
    record Words(String zh, String en) {}

    /** What a form offers to the bound account: words of its region, of those above and below, each once. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(String kind) {
        return jdbc.sql("""
                        select name_zh, min(name_en) from dictionary_entry
                        where kind = :kind and active
                          and (starts_with(current_setting('nuanxin.low', true), applies_to)
                               or starts_with(applies_to, current_setting('nuanxin.low', true)))
                        group by name_zh order by min(length(applies_to)) desc, min(position), name_zh limit 100""")
                .param("kind", kind)
                .query((row, n) -> new Suggestion(row.getString(1), row.getString(2)))
                .list();
    }

    /** A word to take; records hold the Chinese one. */
    public record Suggestion(String zh, String en) {}

    @Transactional(readOnly = true)
    List<DictionaryEntry> all(DictionaryEntry.Kind kind) {
        return entries.findByKindOrderByAppliesToAscPositionAscIdAsc(kind);
    }

    @Transactional(readOnly = true)
    DictionaryEntry read(long id) {
        return entries.findById(id).orElseThrow(NotFound::new);
    }

    /** Whether the bound account keeps the words of the place. */
    @Transactional(readOnly = true)
    boolean keeps(String path) {
        return jdbc.sql("""
                        select exists (select from account_role r
                                       where r.account_id = nullif(current_setting('nuanxin.actor', true), '')::bigint
                                         and (r.role = 'SYSTEM_ADMIN'
                                              or r.role = 'POLICY_ADMIN' and current_setting('nuanxin.low', true) <> ''
                                                 and starts_with(:path, current_setting('nuanxin.low', true))))""").param("path", path).query(Boolean.class).single();
    }

    long add(DictionaryEntry.Kind kind, String path, Words words) {
        requireKept(path);
        requireFree(path, kind, words.zh(), 0);
        int last = entries.findByKindOrderByAppliesToAscPositionAscIdAsc(kind).stream()
                .filter(entry -> entry.appliesTo().equals(path))
                .mapToInt(DictionaryEntry::position)
                .max()
                .orElse(0);
        long id = entries.save(new DictionaryEntry(regions.byPath(path).path(), kind, words.zh(), words.en(), last + 1))
                .id();
        record("dictionary.added", id, "", Act.Change.of("dictionary.name-zh", null, words.zh()));
        return id;
    }

    void change(long id, int version, Words words, int position) {
        DictionaryEntry entry = kept(id, version);
        requireFree(entry.appliesTo(), entry.kind(), words.zh(), id);
        List<Act.Change> changes = new ArrayList<>(Act.Change.of("dictionary.name-zh", entry.nameZh(), words.zh()));
        changes.addAll(Act.Change.of("dictionary.name-en", entry.nameEn(), words.en()));
        boolean renamed = !changes.isEmpty();
        changes.addAll(Act.Change.of("dictionary.position", entry.position(), position));
        entry.rename(words.zh(), words.en());
        entry.place(position);
        if (!changes.isEmpty()) {
            record(renamed ? "dictionary.renamed" : "dictionary.ordered", id, "", changes);
        }
    }

    void retire(long id, int version, String because) {
        kept(id, version).retire(because);
        record("dictionary.retired", id, because, List.of());
    }

    void restore(long id, int version, String because) {
        kept(id, version).restore();
        record("dictionary.restored", id, because, List.of());
    }

    private DictionaryEntry kept(long id, int version) {
        DictionaryEntry entry = read(id);
        requireKept(entry.appliesTo());
        if (entry.version() != version) {
            throw new StaleVersion("/dictionaries/" + id, List.of());
        }
        return entry;
    }

    private void requireKept(String path) {
        if (!keeps(path)) {
            throw new NotFound();
        }
    }

    private void requireFree(String path, DictionaryEntry.Kind kind, String zh, long own) {
        if (entries.existsByAppliesToAndKindAndNameZhAndIdNot(path, kind, zh, own)) {
            throw new Rejected("setting.dictionary.reject.taken", zh);
        }
    }

    private void record(String action, long id, String because, List<Act.Change> changes) {
        audit.record(Act.general(action)
                .on(Subject.dictionary(id))
                .because(because.isBlank() ? null : because)
                .changing(changes));
    }
}
