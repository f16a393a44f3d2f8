package org.nuanxin.reverification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.springframework.stereotype.Component;

/** 年审 on the overview: checked, or what is open. */
@Component
class ReverificationPanel implements FamilyPanel {

    private final CheckReader checks;

    ReverificationPanel(CheckReader checks) {
        this.checks = checks;
    }

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String template() {
        return "reverification/parts :: panel";
    }

    @Override
    public @Nullable Object content(FamilyHead family, Map<String, String> parameters) {
        return checks.newest(family.id()).orElse(null);
    }
}
