package org.nuanxin.account;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of accounts by username, and its export; one statement for a page, one for the names of its regions. */
@Service
@Transactional(readOnly = true)
class AccountList {

    private static final int CHUNK = 500;

    private static final String COLUMNS = """
            select a.id, a.username, a.display_name, a.department, a.enabled, a.left_on, a.must_change_password,
                   (select string_agg(r.role, ',' order by r.role) from account_role r where r.account_id = a.id),
                   (select string_agg(g.region_path, ',' order by g.absence_id nulls first, g.id) from account_grant g
                    where g.account_id = a.id and g.valid_from <= current_date
                      and (g.valid_to is null or g.valid_to > current_date))
            from account a where""";

    private final JdbcClient jdbc;
    private final Regions regions;
    private final MessageSource messages;
    private final AccountTrail trail;

    AccountList(JdbcClient jdbc, Regions regions, MessageSource messages, AccountTrail trail) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.messages = messages;
        this.trail = trail;
    }

    /** {@code regions}: words of the regions it works in today. */
    record Row(
            long id,
            String username,
            String displayName,
            Department department,
            AccountFilter.State state,
            boolean neverUsed,
            List<Role> roles,
            List<String> regions) {}

    private record Stored(
            long id,
            String username,
            String displayName,
            Department department,
            boolean enabled,
            @Nullable LocalDate leftOn,
            boolean neverUsed,
            List<Role> roles,
            List<String> paths) {}

    /** Accounts by state, for the line under the title. */
    record Counts(long enabled, long closed) {}

    Counts counts() {
        return jdbc.sql("select count(*) filter (where enabled), count(*) filter (where not enabled) from account")
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    KeysetPage<Row> page(AccountFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        long total = jdbc.sql("select count(*) from (select from account a where " + conditions + " limit "
                        + (KeysetPage.COUNTED + 1) + ") as counted")
                .params(parameters)
                .query(Long.class)
                .single();
        String after = filter.getAfter();
        boolean first = after == null || after.isBlank();
        return KeysetPage.of(
                rows(conditions, parameters, first || after == null ? "" : after, KeysetPage.SIZE + 1),
                Row::username,
                first,
                total);
    }

    /** Streams the workbook; the export is recorded with the number of accounts. */
    @Transactional
    public void export(AccountFilter filter, OutputStream out) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        List<String> head = List.of(
                text("account.displayName"),
                text("account.username"),
                text("account.department"),
                text("account.roles"),
                text("account.regions"),
                text("account.state"));
        long count = 0;
        try (XlsxTable table = new XlsxTable(out, text("account.list.title"), head)) {
            String after = "";
            for (List<Row> chunk = rows(conditions, parameters, after, CHUNK);
                    !chunk.isEmpty();
                    chunk = rows(conditions, parameters, after, CHUNK)) {
                for (Row row : chunk) {
                    table.row(
                            row.displayName(),
                            row.username(),
                            text("account.department." + row.department()),
                            row.roles().stream()
                                    .map(role -> text("account.role." + role))
                                    .collect(Collectors.joining(text("account.separator"))),
                            String.join(text("account.separator"), row.regions()),
                            text("account.state." + row.state()));
                }
                count += chunk.size();
                after = chunk.get(chunk.size() - 1).username();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        trail.record(
                new AccountAct("account.exported", null, null, null, List.of()).changing("account.count", null, count));
    }

    private List<Row> rows(String conditions, Map<String, Object> parameters, String after, int limit) {
        List<Stored> stored = jdbc.sql(COLUMNS + " a.username collate \"C\" > :after and " + conditions
                        + " order by a.username collate \"C\" limit " + limit)
                .params(parameters)
                .param("after", after)
                .query(AccountList::stored)
                .list();
        RegionWords words = RegionWords.of(
                regions, stored.stream().flatMap(row -> row.paths().stream()).toList());
        return stored.stream()
                .map(row -> new Row(
                        row.id(),
                        row.username(),
                        row.displayName(),
                        row.department(),
                        row.enabled()
                                ? AccountFilter.State.ENABLED
                                : row.leftOn() == null ? AccountFilter.State.DISABLED : AccountFilter.State.LEFT,
                        row.neverUsed(),
                        row.roles(),
                        row.paths().stream().map(words::word).distinct().toList()))
                .toList();
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Department.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getObject(6, LocalDate.class),
                row.getBoolean(7),
                parts(row.getString(8)).stream().map(Role::valueOf).sorted().toList(),
                parts(row.getString(9)));
    }

    private static List<String> parts(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(","));
    }

    private static String conditions(AccountFilter filter, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("true");
        String q = filter.getQ();
        if (q != null && !q.isBlank()) {
            sql.append(" and (a.display_name like :name or a.username like :name)");
            parameters.put("name", "%" + q.replaceAll("[%_\\\\]", "") + "%");
        }
        Role role = filter.getRole();
        if (role != null) {
            sql.append(" and exists (select from account_role r where r.account_id = a.id and r.role = :role)");
            parameters.put("role", role.name());
        }
        Department department = filter.getDepartment();
        if (department != null) {
            sql.append(" and a.department = :department");
            parameters.put("department", department.name());
        }
        String region = filter.getRegion();
        if (region != null && !region.isBlank()) {
            sql.append(' ').append("""
                     and exists (select from account_grant g where g.account_id = a.id
                       and starts_with(g.region_path, :region) and g.valid_from <= current_date
                       and (g.valid_to is null or g.valid_to > current_date))""");
            parameters.put("region", region);
        }
        AccountFilter.State state = filter.getState();
        if (state != null) {
            sql.append(
                    switch (state) {
                        case ENABLED -> " and a.enabled";
                        case DISABLED -> " and not a.enabled and a.left_on is null";
                        case LEFT -> " and a.left_on is not null";
                    });
        }
        return sql.toString();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
