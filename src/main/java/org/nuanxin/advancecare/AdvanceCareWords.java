package org.nuanxin.advancecare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Choices of the card's form; {@code @advanceCare} in templates. */
@Component("advanceCare")
public class AdvanceCareWords {

    private final MessageSource messages;

    AdvanceCareWords(MessageSource messages) {
        this.messages = messages;
    }

    public Map<String, String> stances() {
        return labels("advancecare.stance.", "TALKED", "NOT_NOW");
    }

    public Map<String, String> guardianships() {
        return labels("advancecare.guardianship.", "AGREED", "NOT_WANTED");
    }

    public Map<String, String> yesNo() {
        return labels("advancecare.notarised.", "true", "false");
    }

    private Map<String, String> labels(String prefix, String... values) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String value : values) {
            labels.put(value, messages.getMessage(prefix + value, null, LocaleContextHolder.getLocale()));
        }
        return labels;
    }
}
