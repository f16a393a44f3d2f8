package org.nuanxin.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.family.Child;
import org.nuanxin.family.FamilyHead;
import org.springframework.stereotype.Component;

/** 成员和孩子: masked, ages instead of birth dates. */
@Component
class PeopleChapter implements DossierChapter {

    private final DossierWords words;
    private final Formats formats;

    PeopleChapter(DossierWords words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "people";
    }

    @Override
    public String title() {
        return "dossier.people";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Content content(FamilyHead family) {
        Table members = new Table(
                words.all(
                        "family.name",
                        "family.role",
                        "family.sex",
                        "family.list.age",
                        "family.citizenId",
                        "family.phone",
                        "family.account"),
                family.members().stream().map(this::member).toList(),
                List.of(13, 13, 8, 13, 24, 16, 13));
        List<Pair> children = family.children().stream()
                .map(child -> new Pair(words.say("family.child"), child(child)))
                .toList();
        return new Content(children, List.of(members));
    }

    private List<String> member(FamilyHead.Member member) {
        return List.of(
                member.name(),
                words.label("family.role.", member.role())
                        + (member.contact() ? "\n" + words.say("family.contactPerson") : ""),
                words.label("family.sex.", member.sex()),
                member.diedOn() != null
                        ? words.say("family.diedOn", formats.date(member.diedOn()))
                        : member.age() == null ? "" : words.say("family.years", member.age()),
                member.citizenId(),
                member.phone(),
                member.account().isEmpty() ? "" : words.say("family.accountEnding", member.account()));
    }

    private String child(Child child) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(child.name() + (child.called() == null ? "" : words.say("family.child.called", child.called())));
        parts.add(child.sex() == null ? null : words.label("family.sex.", child.sex()));
        parts.add(child.bornOn() == null ? null : words.say("dossier.child.born", formats.date(child.bornOn())));
        parts.add(
                child.diedOn() == null
                        ? null
                        : words.say(
                                "dossier.child.died",
                                switch (child.diedPrecision()) {
                                    case DAY -> formats.date(child.diedOn());
                                    case MONTH -> formats.month(child.diedOn());
                                    case YEAR -> formats.year(child.diedOn());
                                }));
        parts.add(child.certifiedBy() == null ? null : words.say("dossier.child.certified", child.certifiedBy()));
        return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(words.say("dossier.comma")));
    }
}
