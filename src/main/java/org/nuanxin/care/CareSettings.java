package org.nuanxin.care;

import java.util.List;
import java.util.Locale;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.SettingSource;
import org.springframework.stereotype.Component;

/**
 * What a county may decide about the three musts. The Reply gives no days: the built-in ones are readings [A]. A festival's
 * window is at most 20 days, so that two never overlap.
 */
@Component
public class CareSettings implements SettingSource {

    static final Setting FIRST_VISIT = Setting.days("care.first-visit-days", CareLimits.FIRST_VISIT_DAYS, 1, 60);
    static final Setting TIMELY_CARE = Setting.days("care.timely-care-days", CareLimits.TIMELY_CARE_DAYS, 1, 30);
    static final Setting FESTIVAL_WINDOW =
            Setting.days("care.festival-window-days", CareLimits.FESTIVAL_WINDOW_DAYS, 1, 20);
    static final Setting SPRING_FESTIVAL = Setting.yesNo("care.spring-festival", true);
    static final Setting DRAGON_BOAT = Setting.yesNo("care.dragon-boat", true);
    static final Setting MID_AUTUMN = Setting.yesNo("care.mid-autumn", true);
    static final Setting DOUBLE_NINTH = Setting.yesNo("care.double-ninth", true);
    static final Setting HOME_VISITS = Setting.yesNo("care.quarterly-visits", true);
    static final Setting CONTACTS = Setting.yesNo("care.monthly-contacts", true);

    private static final List<Setting> ALL = List.of(
            FIRST_VISIT,
            TIMELY_CARE,
            FESTIVAL_WINDOW,
            SPRING_FESTIVAL,
            DRAGON_BOAT,
            MID_AUTUMN,
            DOUBLE_NINTH,
            HOME_VISITS,
            CONTACTS);

    @Override
    public List<Setting> settings() {
        return ALL;
    }

    /** Whether a festival is visited. */
    static Setting of(Festival festival) {
        String key = "care." + festival.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
