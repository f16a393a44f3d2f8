package org.nuanxin.move;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.setting.Settings;
import org.nuanxin.worklist.WorklistSection;
import org.springframework.stereotype.Component;

/** 搬迁 on the worklist: requests to answer, the longest wait first, and letters to read. */
@Component
class MoveSection implements WorklistSection {

    private static final int ROWS = 5;

    private final MoveReader reader;
    private final Letters letters;
    private final MovePages pages;
    private final Settings settings;
    private final Formats formats;

    MoveSection(MoveReader reader, Letters letters, MovePages pages, Settings settings, Formats formats) {
        this.reader = reader;
        this.letters = letters;
        this.pages = pages;
        this.settings = settings;
        this.formats = formats;
    }

    /** A request with how long it has waited, and whether that is too long. */
    record Row(MoveRequest move, long days, boolean late) {}

    record Waiting(int count, List<Row> rows, Map<String, String> places, List<Letters.Unread> letters) {}

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.CASEWORKER, Role.FPA_STAFF, Role.APPROVER);
    }

    @Override
    public String template() {
        return "move/parts :: worklist";
    }

    @Override
    public @Nullable Shown content(SignedInAccount account) {
        List<MoveRequest> all = reader.waiting();
        List<Letters.Unread> unread = letters.unread(account.id());
        String path = account.regionPath();
        if (path == null || (all.isEmpty() && unread.isEmpty())) {
            return null;
        }
        int limit = settings.number(MoveSettings.REMINDER, path);
        List<MoveRequest> first = all.subList(0, Math.min(ROWS, all.size()));
        List<Row> rows = first.stream()
                .map(move -> {
                    long days = formats.daysSince(move.askedOn());
                    return new Row(move, days, days >= limit);
                })
                .toList();
        return new Shown(
                new Waiting(all.size(), rows, pages.places(first), unread), List.of(), all.size() + unread.size());
    }
}
