package org.nuanxin.dossier;

import java.util.Comparator;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.TimelineSource;
import org.springframework.stereotype.Component;

/** 档案经过: every step of the file and every change in the family's life, as its timeline has them. */
@Component
class StepsChapter implements DossierChapter {

    /** Have a chapter of their own. */
    private static final List<String> ELSEWHERE = List.of("visit", "benefit");

    private final List<TimelineSource> sources;
    private final DossierWords words;
    private final Formats formats;

    StepsChapter(List<TimelineSource> sources, DossierWords words, Formats formats) {
        this.sources = sources;
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "steps";
    }

    @Override
    public String title() {
        return "dossier.steps";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Content content(FamilyHead family) {
        List<List<String>> rows = sources.stream()
                .flatMap(source -> source.entries(family.id()).stream())
                .filter(entry -> !ELSEWHERE.contains(entry.kind()))
                .sorted(Comparator.comparing(TimelineSource.Entry::on))
                .map(entry -> List.of(
                        formats.date(entry.on()),
                        words.say(entry.title(), entry.titleArguments().toArray()),
                        entry.who() == null ? "" : entry.who(),
                        entry.text() == null ? "" : entry.text()))
                .toList();
        return rows.isEmpty()
                ? Content.empty()
                : Content.of(new Table(
                        words.all("dossier.on", "dossier.steps.what", "dossier.who", "dossier.note"),
                        rows,
                        List.of(20, 28, 17, 35)));
    }
}
