package org.nuanxin.reverification;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.family.FamilyList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The families of a campaign: one statement for the page, one for the count, one for the names. */
@Service
@Transactional(readOnly = true)
class ItemList {

    private static final String FROM = """
             from reverification_item i join reverification_campaign c on c.id = i.campaign_id
            join family f on f.id = i.family_id where\s""";

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final Clock clock;

    ItemList(JdbcClient jdbc, FamilyList families, Clock clock) {
        this.jdbc = jdbc;
        this.families = families;
        this.clock = clock;
    }

    /** A family with where it stands and what is open or differs. */
    record Row(
            long familyId,
            String names,
            String place,
            ItemState state,
            List<CheckKind> open,
            List<CheckKind> differing,
            @Nullable LocalDate doneOn) {}

    private record Stored(
            long familyId,
            String sortName,
            ItemState state,
            List<CheckKind> open,
            List<CheckKind> differing,
            @Nullable LocalDate doneOn) {}

    private record Query(List<String> conditions, Map<String, Object> parameters) {

        String sql() {
            return String.join(" and ", conditions);
        }
    }

    KeysetPage<Row> page(Campaign campaign, ItemFilter filter) {
        Query query = query(campaign, filter);
        long total = jdbc.sql("select count(*) from (select 1" + FROM + query.sql() + " limit "
                        + (KeysetPage.COUNTED + 1) + ") as counted")
                .params(query.parameters())
                .query(Long.class)
                .single();
        String after = filter.getAfter();
        boolean first = after == null || !after.matches("[a-z0-9]*\\.\\d{1,18}");
        if (!first && after != null) {
            int dot = after.lastIndexOf('.');
            query.conditions().add("(f.sort_name, f.id) > (:afterName, :afterId)");
            query.parameters().put("afterName", after.substring(0, dot));
            query.parameters().put("afterId", Long.parseLong(after.substring(dot + 1)));
        }
        KeysetPage<Stored> page = KeysetPage.of(
                stored(query, KeysetPage.SIZE + 1), row -> row.sortName() + "." + row.familyId(), first, total);
        return new KeysetPage<>(named(page.rows()), page.next(), first, total);
    }

    /** The next rows of an export, in the order of the list. */
    List<Row> chunk(Campaign campaign, ItemFilter filter, @Nullable Row last, int size) {
        Query query = query(campaign, filter);
        if (last != null) {
            query.conditions().add("(f.sort_name, f.id) > (select l.sort_name, l.id from family l where l.id = :last)");
            query.parameters().put("last", last.familyId());
        }
        return named(stored(query, size));
    }

    private List<Stored> stored(Query query, int limit) {
        return jdbc.sql("""
                        select f.id, f.sort_name, %s,
                               (select string_agg(distinct k.kind, ',') from reverification_check k where k.item_id = i.id and k.status = 'OPEN'),
                               (select string_agg(distinct k.kind, ',') from reverification_check k where k.item_id = i.id and k.status = 'DIFFERS'),
                               i.done_on %s %s order by f.sort_name, f.id limit %d""".formatted(ItemState.SQL, FROM, query.sql(), limit))
                .params(query.parameters())
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        ItemState.valueOf(row.getString(3)),
                        kinds(row.getString(4)),
                        kinds(row.getString(5)),
                        row.getObject(6, LocalDate.class)))
                .list();
    }

    private static List<CheckKind> kinds(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(",")).map(CheckKind::valueOf).sorted().toList();
    }

    private List<Row> named(List<Stored> stored) {
        Map<Long, FamilyList.Row> names = new HashMap<>();
        families.byIds(stored.stream().map(Stored::familyId).toList()).forEach(row -> names.put(row.id(), row));
        List<Row> rows = new ArrayList<>();
        for (Stored row : stored) {
            FamilyList.Row family = names.get(row.familyId());
            if (family != null) {
                rows.add(new Row(
                        row.familyId(),
                        family.names(),
                        family.place(),
                        row.state(),
                        row.open(),
                        row.differing(),
                        row.doneOn()));
            }
        }
        return rows;
    }

    private Query query(Campaign campaign, ItemFilter filter) {
        Query query = new Query(new ArrayList<>(List.of("i.campaign_id = :campaign")), new HashMap<>());
        query.parameters().put("campaign", campaign.id());
        query.parameters().put("today", LocalDate.now(clock));
        if (filter.getTownship() != null && !filter.getTownship().isBlank()) {
            query.conditions().add(ItemState.TOWNSHIP + " = :township");
            query.parameters().put("township", filter.getTownship());
        }
        if (filter.getState() != null) {
            query.conditions().add(ItemState.SQL + " = :state");
            query.parameters().put("state", filter.getState().name());
        }
        if (filter.getQ() != null && !filter.getQ().isBlank()) {
            String text = Normalizer.normalize(filter.getQ(), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "")
                    .toLowerCase(Locale.ROOT);
            query.parameters().put("q", text);
            query.conditions()
                    .add(
                            text.matches("[a-z]+")
                                    ? "f.id in (select p.family_id from person p where p.initials ^@ :q or p.pinyin ^@ :q)"
                                    : "(f.file_number ^@ :q or f.id in (select p.family_id from person p where p.name ^@ :q))");
        }
        return query;
    }
}
