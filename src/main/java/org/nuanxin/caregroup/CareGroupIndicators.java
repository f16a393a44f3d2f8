package org.nuanxin.caregroup;

import static org.nuanxin.report.Indicator.Kind.FAMILY;
import static org.nuanxin.report.Indicator.Kind.OTHER;

import java.util.List;
import org.nuanxin.report.Chapter;
import org.nuanxin.report.Indicator;
import org.nuanxin.report.IndicatorSource;
import org.nuanxin.report.Unit;
import org.springframework.stereotype.Component;

/** Care Groups in the annual report, chapter 志愿服务: groups, full seats, families without one, money. */
@Component
class CareGroupIndicators implements IndicatorSource {

    private static final String PAGE = "/families/{family}/care-group";

    /** Groups that were live on the last day, with the number of their statutory seats that were held. */
    private static final String GROUPS = """
            select g.id, g.family_id as family, g.region_path, f.sort_name as sort, g.established_on as happened_on,
                   null::numeric as amount, null::text as label,
                   case when (select count(distinct s.kind) from group_seat s
                              where s.group_id = g.id
                                and s.kind in ('TOWNSHIP_CADRE', 'VILLAGE_PRESIDENT', 'VILLAGE_DOCTOR', 'GROUP_LEADER')
                                and s.valid_from <= :asOf and (s.valid_to is null or s.valid_to > :asOf)) = 4
                        then 'complete' else 'vacant' end as seats
            from care_group g join family f on f.id = g.family_id
            where g.established_on <= :asOf and (g.closed_on is null or g.closed_on > :asOf)""";

    private static final String WITHOUT = """
            select f.id, f.id as family, f.region_path, f.sort_name as sort, f.registered_on as happened_on,
                   null::numeric as amount, null::text as label
            from family f where f.registered_on is not null and (f.origin = 'STOCK' or f.registered_on <= :asOf)
              and (f.exited_on is null or f.exited_on > :asOf)
              and not exists (select 1 from care_group g where g.family_id = f.id and g.established_on <= :asOf
                              and (g.closed_on is null or g.closed_on > :asOf))""";

    /** Entries of the year on one side of the ledger, each with its reversal. */
    private static final String MONEY = """
            select l.id, l.family_id as family, l.region_path, f.sort_name as sort, l.booked_on as happened_on,
                   %s l.amount as amount, l.purpose as label
            from group_ledger l join family f on f.id = l.family_id left join group_ledger o on o.id = l.reverses_id
            where l.booked_on between :from and :asOf and coalesce(o.kind, l.kind) = '%s'""";

    @Override
    public List<Indicator> indicators() {
        return List.of(
                new Indicator(
                        "groups",
                        Chapter.VOLUNTEERS,
                        1,
                        Unit.GROUPS,
                        FAMILY,
                        "caregroup.figure.groups",
                        null,
                        List.of("seats"),
                        PAGE,
                        GROUPS),
                new Indicator(
                        "groups-complete",
                        Chapter.VOLUNTEERS,
                        2,
                        Unit.GROUPS,
                        FAMILY,
                        "caregroup.figure.groups-complete",
                        "groups",
                        List.of(),
                        PAGE,
                        "select c.* from (" + GROUPS + ") c where c.seats = 'complete'"),
                new Indicator(
                        "groups-none",
                        Chapter.VOLUNTEERS,
                        3,
                        Unit.FAMILIES,
                        FAMILY,
                        "caregroup.figure.groups-none",
                        null,
                        List.of(),
                        PAGE,
                        WITHOUT),
                money("group-money-in", 4, "", "ALLOCATION"),
                money("group-money-out", 5, "-", "EXPENSE"));
    }

    private static Indicator money(String key, int order, String sign, String kind) {
        return new Indicator(
                key,
                Chapter.VOLUNTEERS,
                order,
                Unit.YUAN,
                OTHER,
                "caregroup.figure." + key,
                null,
                List.of(),
                PAGE,
                MONEY.formatted(sign, kind));
    }
}
