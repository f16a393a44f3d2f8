package org.nuanxin.family;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Subject;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Decisions;
import org.nuanxin.policy.Fact;
import org.nuanxin.policy.Outcome;
import org.nuanxin.policy.RuleWords;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** 待遇: what each program gives this family and its members, as of a day, and why. */
@Component
class BenefitsPanel implements FamilyPanel {

    private static final List<Outcome> ORDER =
            List.of(Outcome.UNKNOWN, Outcome.ELIGIBLE, Outcome.ON_REQUEST, Outcome.NOT_ELIGIBLE);

    private final Decisions decisions;
    private final LastKnown lastKnown;
    private final List<FamilySubjects> others;
    private final RuleWords words;
    private final Clock clock;

    BenefitsPanel(Decisions decisions, LastKnown lastKnown, List<FamilySubjects> others, RuleWords words, Clock clock) {
        this.decisions = decisions;
        this.lastKnown = lastKnown;
        this.others = others;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String tab() {
        return "benefits";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "family/benefits-panel :: panel";
    }

    @Override
    public Benefits content(FamilyHead family, Map<String, String> parameters) {
        LocalDate asOf = day(parameters.get("asOf"));
        String show = given(parameters.get("show"));
        String member = given(parameters.get("member"));
        boolean unfolded = parameters.containsKey("all");
        List<BenefitRow> all = rows(family, asOf, parameters.get("why")).stream()
                .filter(row -> member == null || row.isFor(member))
                .toList();
        List<BenefitRow> rows = all.stream()
                .filter(row ->
                        unfolded || row.open() || !row.decision().program().folded())
                .toList();
        Map<String, Long> counts = new LinkedHashMap<>();
        ORDER.forEach(outcome -> counts.put(BenefitRow.verdict(outcome), BenefitRow.count(rows, outcome)));
        List<Benefits.Group> groups = ORDER.stream()
                .filter(outcome -> show == null || show.equals(BenefitRow.verdict(outcome)))
                .map(outcome -> new Benefits.Group(
                        outcome,
                        rows.stream()
                                .filter(row -> row.decision().outcome() == outcome)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new Benefits(
                asOf,
                show,
                member,
                rows.size(),
                counts,
                family.living(),
                groups,
                words.funders(),
                all.size() - rows.size(),
                maySupply());
    }

    private List<BenefitRow> rows(FamilyHead family, LocalDate asOf, @Nullable String why) {
        Map<Subject, FamilyHead.Member> members = new LinkedHashMap<>();
        family.living().forEach(person -> members.put(Subject.person(person.id()), person));
        List<Subject> subjects = new ArrayList<>(members.keySet());
        subjects.add(Subject.family(family.id()));
        others.forEach(source -> subjects.addAll(source.of(family.id())));
        Map<Long, Map<String, Fact>> last = lastKnown.of(family.id());
        Map<String, BenefitRow> rows = new LinkedHashMap<>();
        for (Decision decision : decisions.decide(subjects, asOf)) {
            FamilyHead.Member person = members.get(decision.subject());
            String key = BenefitRow.key(decision);
            String merged = decision.facts().isEmpty() && decision.conditions().isEmpty()
                    ? decision.program().code() + decision.reason()
                    : key;
            BenefitRow known = rows.get(merged);
            if (known == null) {
                rows.put(
                        merged,
                        new BenefitRow(
                                decision,
                                person == null ? List.of() : List.of(person),
                                key.equals(why),
                                last.getOrDefault(decision.subject().id(), Map.of())));
            } else if (person != null) {
                rows.put(merged, known.with(person));
            }
        }
        return rows.values().stream()
                .sorted(Comparator.comparing(row -> ORDER.indexOf(row.decision().outcome())))
                .toList();
    }

    /** A filter that is not set comes as an empty parameter. */
    private static @Nullable String given(@Nullable String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    private LocalDate day(@Nullable String text) {
        LocalDate today = LocalDate.now(clock);
        try {
            return text == null || text.isBlank() ? today : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            return today;
        }
    }

    private static boolean maySupply() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedInAccount account
                && (account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
    }
}
