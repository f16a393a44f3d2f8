package org.nuanxin.intake;

import java.util.List;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.SettingSource;
import org.springframework.stereotype.Component;

/**
 * What a county decides about confirmation. Words: {@code ("intake.confirming-department.")},
 * {@code ("intake.papers-first.")}, {@code ("intake.notice-days.")}.
 */
@Component
class IntakeSettings implements SettingSource {

    static final String ANY = "any";

    /** Which department confirms. */
    static final Setting DEPARTMENT =
            Setting.choice("intake.confirming-department", ANY, List.of(ANY, "CIVIL_AFFAIRS", "FPA", "HEALTH"));

    /**
     * Whether missing papers stop the confirmation: of nobody, of new losses, of stock as well. Of nobody until a county
     * says so: the list of papers is our assumption.
     */
    static final Setting PAPERS =
            Setting.choice("intake.papers-first", "nobody", List.of("nobody", "new", "everybody"));

    /** Length of the public notice before confirmation; 0 for none. */
    static final Setting NOTICE = Setting.days("intake.notice-days", 0, 0, 60);

    @Override
    public List<Setting> settings() {
        return List.of(DEPARTMENT, PAPERS, NOTICE);
    }
}
