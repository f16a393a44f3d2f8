package org.nuanxin.advancecare;

import java.util.List;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.SettingSource;
import org.springframework.stereotype.Component;

/**
 * How long a card holds before it is looked at again (advancecare.review-days.name), (advancecare.review-days.what), and
 * when somebody who did not want to talk is asked again (advancecare.ask-again-days.name),
 * (advancecare.ask-again-days.what).
 */
@Component
class AdvanceCareSettings implements SettingSource {

    static final Setting REVIEW = Setting.days("advancecare.review-days", 365, 30, 1825);
    static final Setting ASK_AGAIN = Setting.days("advancecare.ask-again-days", 180, 30, 1825);

    @Override
    public List<Setting> settings() {
        return List.of(REVIEW, ASK_AGAIN);
    }
}
