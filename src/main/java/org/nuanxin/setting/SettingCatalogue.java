package org.nuanxin.setting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nuanxin.common.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everything a region may decide, as the features name it, and the words for it. */
@Component("settingWords")
class SettingCatalogue {

    private final List<Setting> settings;
    private final MessageSource messages;

    SettingCatalogue(List<SettingSource> sources, MessageSource messages) {
        this.settings = sources.stream()
                .flatMap(source -> source.settings().stream())
                .sorted(Comparator.comparing(SettingCatalogue::feature))
                .toList();
        this.messages = messages;
    }

    /** By feature, and within one in the feature's own order. */
    List<Setting> all() {
        return settings;
    }

    /** Throws {@link NotFound}. */
    Setting byKey(String key) {
        return settings.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static String feature(Setting setting) {
        return setting.key().substring(0, setting.key().indexOf('.'));
    }

    public String featureName(String feature) {
        return say("setting.feature." + feature, feature);
    }

    public String name(Setting setting) {
        return say(setting.key() + ".name", setting.key());
    }

    public String what(Setting setting) {
        return say(setting.key() + ".what", "");
    }

    /** A value in words: 7 天, 是, or what a choice is called. */
    public String value(Setting setting, String value) {
        return switch (setting.kind()) {
            case DAYS -> messages.getMessage("setting.days", new Object[] {value}, locale());
            case NUMBER -> value;
            case YES_NO -> messages.getMessage(value.equals("true") ? "setting.yes" : "setting.no", null, locale());
            case CHOICE -> say(setting.key() + "." + value, value);
        };
    }

    private String say(String key, String otherwise) {
        String words = messages.getMessage(key, null, otherwise, locale());
        return words == null ? otherwise : words;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
