package org.nuanxin.family;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.RegionPath;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views of the family list that an account made, or that its county shares. */
@Service
@Transactional
class SavedViews {

    private static final int SHOWN = 12;
    private static final int LONGEST = 30;

    /** Mine, or shared by somebody for a county around the region I work in. */
    private static final String VISIBLE = """
            v.retired_at is null
            and (v.account_id = :me or (v.shared_path is not null and starts_with(:region, v.shared_path)))""";

    private final JdbcClient jdbc;
    private final Audit audit;

    SavedViews(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * A view.
     *
     * @param query of the list's address, without search words
     * @param standard whether the list opens with it
     */
    public record View(
            long id, String name, String query, boolean mine, boolean shared, String owner, boolean standard) {

        public String url() {
            return "/families?" + (query.isEmpty() ? "status=" + FamilyFilter.OPEN : query);
        }
    }

    @Transactional(readOnly = true)
    List<View> of(SignedInAccount account) {
        return jdbc.sql("""
                        select v.id, v.name, v.query, v.account_id = :me, v.shared_path is not null, a.display_name,
                               coalesce(d.view_id = v.id, false)
                        from saved_view v join account a on a.id = v.account_id
                        left join default_view d on d.account_id = :me
                        where %s order by (v.account_id = :me) desc, v.name limit %d""".formatted(VISIBLE, SHOWN))
                .param("me", account.id())
                .param("region", region(account))
                .query((row, n) -> new View(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    /** Keeps the filters, columns and order under a name. Throws {@link Rejected} where the name is empty or taken. */
    void save(SignedInAccount account, String name, FamilyFilter filter, boolean share) {
        String path = share ? county(account) : null;
        String wanted = checked(name);
        try {
            jdbc.sql("""
                            insert into saved_view (id, account_id, name, query, shared_path)
                            values (nextval('saved_view_seq'), :me, :name, :query, :path)""")
                    .param("me", account.id())
                    .param("name", wanted)
                    .param("query", filter.query())
                    .param("path", path)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Rejected("family.view.taken");
        }
        audit.record(Act.general("family.view-saved").changing(Act.Change.of("family.view", null, wanted)));
    }

    void rename(SignedInAccount account, long id, String name) {
        String wanted = checked(name);
        String before = mine(account, id);
        try {
            jdbc.sql("update saved_view set name = :name where id = :id")
                    .param("name", wanted)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Rejected("family.view.taken");
        }
        audit.record(Act.general("family.view-renamed").changing(Act.Change.of("family.view", before, wanted)));
    }

    /** Takes the view out of everybody's list; the record stays. */
    void retire(SignedInAccount account, long id) {
        String name = mine(account, id);
        jdbc.sql("update saved_view set retired_at = now() where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update default_view set view_id = null where view_id = :id")
                .param("id", id)
                .update();
        audit.record(Act.general("family.view-retired").changing(Act.Change.of("family.view", name, null)));
    }

    /** The list opens with this view from now on; with none where {@code id} is null. */
    void open(SignedInAccount account, @Nullable Long id) {
        if (id != null && of(account).stream().noneMatch(view -> view.id() == id)) {
            throw new NotFound();
        }
        jdbc.sql("""
                        insert into default_view (account_id, view_id) values (:me, :id)
                        on conflict (account_id) do update set view_id = excluded.view_id""").param("me", account.id()).param("id", id).update();
    }

    private String mine(SignedInAccount account, long id) {
        return jdbc.sql("select name from saved_view where id = :id and account_id = :me and retired_at is null")
                .param("id", id)
                .param("me", account.id())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || stripped.matches(".*\\d{7,}.*")) {
            throw new Rejected("family.view.name");
        }
        return stripped;
    }

    private static String region(SignedInAccount account) {
        return Optional.ofNullable(account.regionPath()).orElse("");
    }

    /** The county around an account's region; the city for who works in all of it. */
    private static @Nullable String county(SignedInAccount account) {
        List<String> paths = new RegionPath(region(account)).ancestorsAndSelf();
        return paths.get(Math.min(1, paths.size() - 1));
    }
}
