package org.nuanxin.advancecare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.privacy.Masking;

/** What changed on a card, masked: names to their first character, phones, and never a word of the wishes. */
final class CardChanges {

    private CardChanges() {}

    static List<Change> between(StoredCard.@Nullable Stance stance, Card before, StoredCard.Stance now, Card after) {
        List<Change> changes = new ArrayList<>(Change.of("advancecare.stance", stance, now));
        someone(changes, "advancecare.signer", before.signer(), after.signer());
        someone(changes, "advancecare.bedside", before.bedside(), after.bedside());
        changes.addAll(Change.of("advancecare.guardianship", before.guardianship(), after.guardianship()));
        someone(changes, "advancecare.guardian", before.guardian(), after.guardian());
        changes.addAll(Change.of("advancecare.notarised", before.notarised(), after.notarised()));
        changes.addAll(Change.of("advancecare.notarisedOn", before.notarisedOn(), after.notarisedOn()));
        someone(changes, "advancecare.first", before.first(), after.first());
        someone(changes, "advancecare.second", before.second(), after.second());
        hidden(changes, "advancecare.wishes", before.wishes(), after.wishes());
        hidden(changes, "advancecare.papers", before.papers(), after.papers());
        return changes;
    }

    private static void someone(List<Change> changes, String field, Someone before, Someone after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, words(before), words(after)));
        }
    }

    private static @Nullable String words(Someone someone) {
        String name = someone.masked();
        if (name == null) {
            return null;
        }
        String phone = Masking.phone(someone.phone());
        return (name + " " + Objects.requireNonNullElse(someone.relation(), "") + " " + phone)
                .strip()
                .replaceAll(" +", " ");
    }

    private static void hidden(List<Change> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before == null ? null : "•••", after == null ? null : "••••"));
        }
    }
}
