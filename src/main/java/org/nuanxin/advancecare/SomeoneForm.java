package org.nuanxin.advancecare;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The fields of somebody named on a card. */
public class SomeoneForm {

    private @Nullable String name;
    private @Nullable String relation;
    private @Nullable String phone;

    static SomeoneForm of(Someone someone) {
        SomeoneForm form = new SomeoneForm();
        form.name = someone.name();
        form.relation = someone.relation();
        form.phone = someone.phone();
        return form;
    }

    Someone someone() {
        return new Someone(name, relation, phone);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getRelation() {
        return relation;
    }

    public void setRelation(@Nullable String relation) {
        this.relation = relation;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    /** Full-width digits, spaces and hyphens are how people type it. */
    public void setPhone(@Nullable String phone) {
        this.phone = phone == null
                ? null
                : Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}-]", "");
    }
}
