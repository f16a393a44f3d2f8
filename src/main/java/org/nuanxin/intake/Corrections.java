package org.nuanxin.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.account.Scope;
import org.nuanxin.family.FamilyResubmitted;
import org.nuanxin.family.FamilyReturned;
import org.nuanxin.family.Mendable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补正: which papers and criteria a file was returned for, and which of them were mended since. */
@Service
@Transactional
class Corrections implements Mendable {

    private static final String PAPER = "paper:";
    private static final String CRITERION = "criterion:";

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Criteria criteria;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Papers papers, Criteria criteria, Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.criteria = criteria;
        this.clock = clock;
    }

    /** Something to mend; {@code mended}: written down anew since the file was returned. */
    record Item(String code, String name, boolean mended) {}

    /** An open correction. */
    record Correction(LocalDate returnedOn, List<Item> items) {}

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> items(long familyId) {
        Map<String, String> items = new LinkedHashMap<>();
        papers.ofFamily(familyId).forEach(paper -> items.put(PAPER + paper.code(), paper.name()));
        criteria.ofFamily(familyId).forEach(criterion -> items.put(CRITERION + criterion.code(), criterion.name()));
        return items;
    }

    @EventListener
    void returned(FamilyReturned returned) {
        Map<String, String> known = items(returned.familyId());
        jdbc.sql("""
                        insert into family_correction (id, family_id, region_path, items, returned_by)
                        select nextval('family_correction_seq'), f.id, f.region_path, :items, :actor
                        from family f where f.id = :family""")
                .param("family", returned.familyId())
                .param(
                        "items",
                        returned.items().stream()
                                .distinct()
                                .filter(known::containsKey)
                                .toArray(String[]::new))
                .param("actor", Scope.actor())
                .update();
    }

    @EventListener
    void resubmitted(FamilyResubmitted resubmitted) {
        jdbc.sql(
                        "update family_correction set resubmitted_at = :now where family_id = :family and resubmitted_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("family", resubmitted.familyId())
                .update();
    }

    /** The open correction of a family, where it has one. */
    @Transactional(readOnly = true)
    public Optional<Correction> open(long familyId) {
        return jdbc.sql("""
                        select c.items, c.returned_at,
                               array(select 'paper:' || p.code from family_paper p
                                     where p.family_id = c.family_id and p.superseded_at is null and p.recorded_at > c.returned_at)
                               || array(select 'criterion:' || k.code from family_criterion k
                                     where k.family_id = c.family_id and k.superseded_at is null and k.recorded_at > c.returned_at)
                        from family_correction c where c.family_id = :family and c.resubmitted_at is null""")
                .param("family", familyId)
                .query((row, n) -> {
                    List<String> mended = List.of((String[]) row.getArray(3).getArray());
                    Map<String, String> names = items(familyId);
                    List<Item> items = new ArrayList<>();
                    for (String code : (String[]) row.getArray(1).getArray()) {
                        items.add(new Item(code, names.getOrDefault(code, code), mended.contains(code)));
                    }
                    return new Correction(
                            row.getObject(2, OffsetDateTime.class)
                                    .atZoneSameInstant(clock.getZone())
                                    .toLocalDate(),
                            items);
                })
                .optional();
    }
}
