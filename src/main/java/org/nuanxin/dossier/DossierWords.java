package org.nuanxin.dossier;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words of the household file in the language at hand. */
@Component
class DossierWords {

    private final MessageSource messages;

    DossierWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The words of a code; the code itself where it has none. */
    String label(String prefix, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        try {
            return say(prefix + code);
        } catch (NoSuchMessageException unknown) {
            return code.toString();
        }
    }

    List<String> all(String... keys) {
        return Arrays.stream(keys).map(key -> say(key)).toList();
    }
}
