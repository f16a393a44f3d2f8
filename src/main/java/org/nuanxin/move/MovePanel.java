package org.nuanxin.move;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyPanel;
import org.springframework.stereotype.Component;

/** On the overview: a move under way, a letter to read, and that a family lives elsewhere than it is filed. */
@Component
class MovePanel implements FamilyPanel {

    private final MoveReader reader;
    private final Letters letters;
    private final MovePages pages;

    MovePanel(MoveReader reader, Letters letters, MovePages pages) {
        this.reader = reader;
        this.letters = letters;
        this.pages = pages;
    }

    record Shown(
            @Nullable MoveRequest open,
            Map<String, String> places,
            boolean letter,
            @Nullable String filedIn) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String template() {
        return "move/parts :: panel";
    }

    @Override
    public @Nullable Shown content(FamilyHead family, Map<String, String> parameters) {
        Letters.Pending pending = letters.pending(family.id());
        MoveRequest open = pending.openRequest() == null ? null : reader.find(pending.openRequest());
        boolean letter = pending.letter();
        String filedIn = family.filingPath().equals(family.residencePath()) ? null : pages.place(family.filingPath());
        return open == null && !letter && filedIn == null
                ? null
                : new Shown(open, open == null ? Map.of() : pages.places(List.of(open)), letter, filedIn);
    }
}
