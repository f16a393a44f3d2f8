package org.nuanxin.reverification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.policy.RuleWords;
import org.nuanxin.policy.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the record says of each check, in words and masked, so that people compare instead of telling again. */
@Component
class OnFile {

    private final DatedFacts facts;
    private final RuleWords words;
    private final Formats formats;
    private final MessageSource messages;

    OnFile(DatedFacts facts, RuleWords words, Formats formats, MessageSource messages) {
        this.facts = facts;
        this.words = words;
        this.formats = formats;
        this.messages = messages;
    }

    /** By the id of the check; absent where nothing is on file. */
    Map<Long, String> of(FamilyHead family, CheckReader.Item item) {
        List<DatedFacts.Known> known = facts.on(family.id(), formats.today());
        Map<Long, String> found = new HashMap<>();
        for (CheckReader.Check check : item.checks()) {
            String text = text(check, family, known);
            if (text != null && !text.isBlank()) {
                found.put(check.id(), text);
            }
        }
        return found;
    }

    private @Nullable String text(CheckReader.Check check, FamilyHead family, List<DatedFacts.Known> known) {
        FamilyHead.Member contact = family.living().stream()
                .filter(FamilyHead.Member::contact)
                .findFirst()
                .orElse(null);
        return switch (check.kind()) {
            case PHONE -> contact == null ? null : contact.name() + " " + contact.phone();
            case CONTACT -> contact == null ? null : contact.name();
            case ADDRESS -> family.address();
            case LIVING ->
                family.livingArrangement() == null
                        ? null
                        : say("family.living." + family.livingArrangement().name());
            case LIVELIHOOD -> fact(known, check, "livelihood", Vocabulary.LIVELIHOOD);
            case ABILITY -> {
                String grade = fact(known, check, "ability-grade", Vocabulary.ABILITY_GRADE);
                yield grade == null ? fact(known, check, "reported-tier", Vocabulary.REPORTED_TIER) : grade;
            }
            case ALIVE -> null;
            case IDENTITY ->
                family.members().stream()
                        .filter(member -> check.personId() != null && member.id() == check.personId())
                        .map(FamilyHead.Member::citizenId)
                        .findFirst()
                        .orElse(null);
        };
    }

    private @Nullable String fact(List<DatedFacts.Known> known, CheckReader.Check check, String name, String word) {
        return known.stream()
                .filter(fact -> fact.name().equals(name)
                        && check.personId() != null
                        && check.personId().equals(fact.personId()))
                .map(fact -> words.choices(word).getOrDefault(fact.value(), fact.value()))
                .findFirst()
                .orElse(null);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
