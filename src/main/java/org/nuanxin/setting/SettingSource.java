package org.nuanxin.setting;

import java.util.List;

/** A feature's settings. */
public interface SettingSource {

    List<Setting> settings();
}
