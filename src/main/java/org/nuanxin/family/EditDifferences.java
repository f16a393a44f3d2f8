package org.nuanxin.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.StaleVersion.Difference;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** What two versions of a family's address and contact say, field by field, in words. */
@Component
class EditDifferences {

    private final Regions regions;
    private final FamilyOptions options;

    EditDifferences(Regions regions, FamilyOptions options) {
        this.regions = regions;
        this.options = options;
    }

    /** All fields that either of the two fills; those that are alike as well, so that nobody has to guess. */
    List<Difference> between(EditForm theirs, EditForm yours) {
        List<Difference> found = new ArrayList<>();
        add(found, "family.residence", theirs, yours, this::place);
        add(found, "family.address", theirs, yours, EditForm::getAddress);
        add(found, "family.living", theirs, yours, form -> label("living", form.getLiving()));
        add(
                found,
                "family.mind.address",
                theirs,
                yours,
                form -> form.getPreferences().getFormOfAddress());
        add(
                found,
                "family.contact.channel",
                theirs,
                yours,
                form -> label("channel", form.getPreferences().getChannel()));
        add(
                found,
                "family.mind.door",
                theirs,
                yours,
                form -> label("visits", form.getPreferences().getVisits()));
        add(
                found,
                "family.womenOnly",
                theirs,
                yours,
                form -> options.yesNo(form.getPreferences().isWomenOnly()));
        add(
                found,
                "family.contact.time",
                theirs,
                yours,
                form -> form.getPreferences().getBestTime());
        add(
                found,
                "family.contact.language",
                theirs,
                yours,
                form -> form.getPreferences().getLanguage());
        add(
                found,
                "family.mind.customs",
                theirs,
                yours,
                form -> form.getPreferences().getCustoms());
        add(
                found,
                "family.mind.topics",
                theirs,
                yours,
                form -> form.getPreferences().getAvoidTopics());
        add(
                found,
                "family.mind.dates",
                theirs,
                yours,
                form -> form.getPreferences().getAvoidDates());
        add(
                found,
                "family.careNotes",
                theirs,
                yours,
                form -> form.getPreferences().getCareNotes());
        return found;
    }

    /** Of a member; what is masked is not shown, it stays unless typed anew. */
    List<Difference> between(PersonForm theirs, PersonForm yours) {
        List<Difference> found = new ArrayList<>();
        add(found, "family.name", theirs, yours, PersonForm::getName);
        add(found, "family.role", theirs, yours, form -> label("role", form.getRole()));
        add(found, "family.sex", theirs, yours, form -> label("sex", form.getSex()));
        add(found, "family.contactPerson", theirs, yours, form -> options.yesNo(form.isContact()));
        add(found, "family.bank", theirs, yours, PersonForm::getBankName);
        add(found, "family.died", theirs, yours, form -> Objects.toString(form.getDiedOn(), null));
        return found;
    }

    /** Of the child. */
    List<Difference> between(ChildForm theirs, ChildForm yours) {
        List<Difference> found = new ArrayList<>();
        add(found, "family.name", theirs, yours, ChildForm::getName);
        add(found, "family.called", theirs, yours, ChildForm::getCalled);
        add(found, "family.sex", theirs, yours, form -> label("sex", form.getSex()));
        add(found, "family.born", theirs, yours, form -> Objects.toString(form.getBornOn(), null));
        add(found, "family.died", theirs, yours, ChildForm::getDied);
        add(found, "family.certifiedBy", theirs, yours, ChildForm::getCertifiedBy);
        return found;
    }

    private static <F> void add(
            List<Difference> found, String label, F theirs, F yours, Function<F, @Nullable String> words) {
        String stored = words.apply(theirs);
        String typed = words.apply(yours);
        if (stored != null || typed != null) {
            found.add(new Difference(label, stored == null ? "" : stored, typed == null ? "" : typed));
        }
    }

    private @Nullable String place(EditForm form) {
        String path = form.getResidence().path();
        return path == null ? null : regions.place(path);
    }

    private @Nullable String label(String kind, @Nullable Object value) {
        return value == null ? null : options.label(kind, value);
    }
}
