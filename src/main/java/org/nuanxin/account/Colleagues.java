package org.nuanxin.account;

import java.util.List;
import java.util.Objects;
import org.nuanxin.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who could do what an account does: at work, with one of its roles, near by. */
@Component
@Transactional(readOnly = true)
class Colleagues {

    private static final String IN_FORCE =
            "%1$s.valid_from <= current_date and (%1$s.valid_to is null or %1$s.valid_to > current_date)";

    private static final String AT_WORK = """
            select b.id, b.display_name, b.department, b.department = a.department,
                   (select g.region_path from account_grant g
                    where g.account_id = b.id and g.absence_id is null and %s order by g.id limit 1)
            from account a join account b on b.id <> a.id and b.enabled
            where a.id = :id
              and exists (select from account_role ra join account_role rb on rb.role = ra.role
                          where ra.account_id = a.id and rb.account_id = b.id)
              and %s
            order by 4 desc, b.display_name limit 200""";

    private final JdbcClient jdbc;
    private final Regions regions;

    Colleagues(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** {@code region}: words of the region they work in. */
    record Colleague(long id, String name, Department department, boolean sameDepartment, String region) {}

    /** Those whose own regions hold every region of the account. */
    List<Colleague> whoCouldTakeOver(long accountId) {
        return find(
                accountId, """
                exists (select from account_grant h where h.account_id = b.id and h.absence_id is null and %s)
                and not exists (
                    select from account_grant ga where ga.account_id = a.id and ga.absence_id is null and %s
                      and not exists (select from account_grant gb where gb.account_id = b.id and gb.absence_id is null
                                        and %s and starts_with(ga.region_path, gb.region_path)))""".formatted(IN_FORCE.formatted("h"), IN_FORCE.formatted("ga"), IN_FORCE.formatted("gb")));
    }

    /** Those of the same county, or of a region above it. */
    List<Colleague> whoCouldStandIn(long accountId) {
        return find(accountId, """
                exists (select from account_grant ga join account_grant gb
                          on starts_with(ga.region_path, gb.region_path)
                          or split_part(ga.region_path, '/', 2) = split_part(gb.region_path, '/', 2)
                        where ga.account_id = a.id and gb.account_id = b.id and ga.absence_id is null
                          and gb.absence_id is null and %s and %s)""".formatted(IN_FORCE.formatted("ga"), IN_FORCE.formatted("gb")));
    }

    private List<Colleague> find(long accountId, String near) {
        record Found(long id, String name, Department department, boolean same, String path) {}
        List<Found> found = jdbc.sql(AT_WORK.formatted(IN_FORCE.formatted("g"), near))
                .param("id", accountId)
                .query((row, n) -> new Found(
                        row.getLong(1),
                        row.getString(2),
                        Department.valueOf(row.getString(3)),
                        row.getBoolean(4),
                        Objects.requireNonNullElse(row.getString(5), "")))
                .list();
        RegionWords words = RegionWords.of(
                regions,
                found.stream().map(Found::path).filter(path -> !path.isEmpty()).toList());
        return found.stream()
                .map(one -> new Colleague(one.id(), one.name(), one.department(), one.same(), words.word(one.path())))
                .toList();
    }
}
