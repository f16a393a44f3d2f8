package org.nuanxin.family;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the file is on its way to confirmation; gone once it is there. */
@Component
class StepsPanel implements FamilyPanel {

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "family/steps-panel :: panel";
    }

    /** The stage the file waits for, counted from 1. */
    @Override
    public @Nullable Integer content(FamilyHead family, Map<String, String> parameters) {
        return switch (family.status()) {
            case LEAD, RETURNED -> 2;
            case REGISTERED -> 3;
            case REVIEWED -> 4;
            case CONFIRMED, EXITED -> null;
        };
    }
}
