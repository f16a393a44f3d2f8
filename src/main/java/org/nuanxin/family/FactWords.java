package org.nuanxin.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.policy.FactType;
import org.nuanxin.policy.RuleWords;
import org.nuanxin.policy.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says dated facts in the language at hand; {@code @factWords} in templates. */
@Component("factWords")
public class FactWords {

    private final RuleWords words;
    private final MessageSource messages;

    FactWords(RuleWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** 残疾等级; the name itself for a fact that another feature keeps. */
    public String label(String fact) {
        return FactKind.of(fact).map(this::label).orElse(fact);
    }

    /** 低保, 二级 */
    public String value(String fact, String value) {
        return FactKind.of(fact)
                .map(kind -> choices(kind).getOrDefault(value, value))
                .orElse(value);
    }

    String label(FactKind kind) {
        String word = kind.word();
        return word == null ? message("family.fact." + kind.fact()) : words.fact(word);
    }

    /** Value to label, in their order; empty for a text. */
    Map<String, String> choices(FactKind kind) {
        String word = kind.word();
        if (word != null) {
            return words.choices(word);
        }
        Map<String, String> choices = new LinkedHashMap<>();
        kind.choices().forEach(choice -> choices.put(choice, message("family.fact." + kind.fact() + "." + choice)));
        return choices;
    }

    /** The values of a kind in their order. */
    static List<String> values(FactKind kind) {
        String word = kind.word();
        if (word == null) {
            return kind.choices();
        }
        return Vocabulary.get(word).type() == FactType.Type.BOOLEAN
                ? List.of("true", "false")
                : Vocabulary.get(word).choices();
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
