package org.nuanxin.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Subject;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilySubjects;
import org.nuanxin.policy.Decision;
import org.nuanxin.policy.Decisions;
import org.nuanxin.policy.Outcome;
import org.nuanxin.policy.RuleWords;
import org.springframework.stereotype.Component;

/** 待遇: what each program answers today, with the sum, the reason and the source. */
@Component
class BenefitsChapter implements DossierChapter {

    private final Decisions decisions;
    private final List<FamilySubjects> others;
    private final RuleWords rules;
    private final DossierWords words;
    private final Formats formats;

    BenefitsChapter(
            Decisions decisions, List<FamilySubjects> others, RuleWords rules, DossierWords words, Formats formats) {
        this.decisions = decisions;
        this.others = others;
        this.rules = rules;
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "benefits";
    }

    @Override
    public String title() {
        return "dossier.benefits";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Content content(FamilyHead family) {
        Map<Subject, String> names = new LinkedHashMap<>();
        family.living().forEach(member -> names.put(Subject.person(member.id()), member.name()));
        names.put(Subject.family(family.id()), words.say("dossier.household"));
        others.forEach(source ->
                source.of(family.id()).forEach(subject -> names.put(subject, words.say("dossier.household"))));
        List<Decision> answers = decisions.decide(new ArrayList<>(names.keySet()), formats.today()).stream()
                .filter(decision -> !decision.program().folded())
                .sorted(Comparator.comparing(decision -> decision.outcome() == Outcome.NOT_ELIGIBLE))
                .toList();
        List<List<String>> rows = answers.stream()
                .map(decision -> List.of(
                        rules.say(decision.program().name()),
                        names.getOrDefault(decision.subject(), ""),
                        outcome(decision.outcome()),
                        decision.outcome() == Outcome.ELIGIBLE
                                ? formats.money(decision.total()) + " " + rules.per(decision.program())
                                : rules.reason(decision),
                        decision.source() == null
                                ? words.say("policy.source.none")
                                : decision.source().citation()))
                .toList();
        return Content.of(new Table(
                words.all(
                        "dossier.benefits.program",
                        "dossier.benefits.whom",
                        "dossier.benefits.answer",
                        "dossier.benefits.amount",
                        "dossier.source"),
                rows,
                List.of(22, 12, 13, 33, 20)));
    }

    private String outcome(Outcome outcome) {
        return words.say(
                switch (outcome) {
                    case ELIGIBLE -> "common.verdict.eligible";
                    case NOT_ELIGIBLE -> "common.verdict.notEligible";
                    case UNKNOWN -> "common.verdict.unknown";
                    case ON_REQUEST -> "common.verdict.onRequest";
                });
    }
}
