package org.nuanxin.family;

import java.util.Map;
import org.springframework.stereotype.Component;

/** How the family wants to be reached. */
@Component
class ContactPanel implements FamilyPanel {

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
        return 10;
    }

    @Override
    public String template() {
        return "family/contact-panel :: panel";
    }

    @Override
    public ContactPreferences content(FamilyHead family, Map<String, String> parameters) {
        return family.preferences();
    }
}
