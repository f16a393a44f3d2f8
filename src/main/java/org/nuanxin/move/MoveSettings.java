package org.nuanxin.move;

import java.util.List;
import org.nuanxin.setting.Setting;
import org.nuanxin.setting.SettingSource;
import org.springframework.stereotype.Component;

/** After how many days a request that nobody answered is called to mind. Words: {@code ("move.reminder-days.")}. */
@Component
class MoveSettings implements SettingSource {

    static final Setting REMINDER = Setting.days("move.reminder-days", 10, 1, 90);

    @Override
    public List<Setting> settings() {
        return List.of(REMINDER);
    }
}
