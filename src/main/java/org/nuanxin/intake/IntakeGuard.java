package org.nuanxin.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nuanxin.account.Scope;
import org.nuanxin.common.Formats;
import org.nuanxin.family.StepGuard;
import org.nuanxin.region.RegionPath;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.Settings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers, public notice and department before a confirmation, as the county decided. */
@Component
class IntakeGuard implements StepGuard {

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Papers papers;
    private final Criteria criteria;
    private final Formats formats;
    private final MessageSource messages;

    IntakeGuard(
            JdbcClient jdbc,
            Settings settings,
            Papers papers,
            Criteria criteria,
            Formats formats,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.papers = papers;
        this.criteria = criteria;
        this.formats = formats;
        this.messages = messages;
    }

    /** Of a family: its county, whether it is stock, and where its last notice stands. */
    private record Standing(
            long id, String path, boolean stock, boolean noticed, boolean running, boolean objected, boolean upheld) {}

    @Override
    public Map<Long, String> refusals(Step step, Collection<Long> familyIds) {
        if (step != Step.CONFIRM || familyIds.isEmpty()) {
            return Map.of();
        }
        List<Standing> standings = standings(familyIds);
        String department = jdbc.sql("select department from account where id = :actor")
                .param("actor", Scope.actor())
                .query(String.class)
                .single();
        Map<Long, Long> missing = papers.missing(familyIds);
        Map<String, String> decided = new HashMap<>();
        Map<Long, String> refusals = new HashMap<>();
        for (Standing family : standings) {
            Function<Setting, String> of = setting -> decided.computeIfAbsent(
                    setting.key() + " " + county(family.path()), key -> settings.value(setting, county(family.path())));
            String confirming = of.apply(IntakeSettings.DEPARTMENT);
            String first = of.apply(IntakeSettings.PAPERS);
            boolean papersFirst = first.equals("everybody") || (first.equals("new") && !family.stock());
            if (!confirming.equals(IntakeSettings.ANY) && !confirming.equals(department)) {
                refusals.put(family.id(), "intake.reject.department." + confirming);
            } else if (papersFirst && missing.containsKey(family.id())) {
                refusals.put(family.id(), "intake.reject.papers");
            } else if (family.upheld()) {
                refusals.put(family.id(), "intake.reject.upheld");
            } else if (family.objected()) {
                refusals.put(family.id(), "intake.reject.objection");
            } else if (family.running()) {
                refusals.put(family.id(), "intake.reject.running");
            } else if (!family.noticed()
                    && !family.stock()
                    && !of.apply(IntakeSettings.NOTICE).equals("0")) {
                refusals.put(family.id(), "intake.reject.notice");
            }
        }
        return refusals;
    }

    @Override
    public List<String> missing(Step step, long familyId) {
        List<String> lines = new ArrayList<>();
        papers.ofFamily(familyId).stream()
                .filter(Papers.Paper::missing)
                .forEach(paper -> lines.add(say("intake.missing.paper", paper.name())));
        criteria.ofFamily(familyId).stream()
                .filter(criterion -> !"YES".equals(criterion.answer()))
                .forEach(criterion -> lines.add(say(
                        criterion.answer() == null ? "intake.missing.unknown" : "intake.missing.unmet",
                        criterion.name())));
        return lines;
    }

    /** A notice is over on its last day's morrow: [starts, ends). Only the latest one counts. */
    private List<Standing> standings(Collection<Long> familyIds) {
        return jdbc.sql("""
                        select f.id, f.region_path, f.origin = 'STOCK', n.id is not null, coalesce(n.ends_on > :today, false),
                               exists (select 1 from notice_objection o where o.notice_id = n.id and o.outcome is null),
                               exists (select 1 from notice_objection o where o.notice_id = n.id and o.outcome = 'UPHELD')
                        from family f
                        left join lateral (select * from family_notice x where x.family_id = f.id
                                           order by x.starts_on desc limit 1) n on true
                        where f.id in (:ids)""")
                .param("ids", familyIds)
                .param("today", formats.today())
                .query((row, n) -> new Standing(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7)))
                .list();
    }

    private static String county(String path) {
        List<String> above = new RegionPath(path).ancestorsAndSelf();
        return above.get(Math.min(1, above.size() - 1));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
