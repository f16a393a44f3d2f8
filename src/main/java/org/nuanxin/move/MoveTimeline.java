package org.nuanxin.move;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.family.TimelineSource;
import org.springframework.stereotype.Component;

/** Moves on the family's timeline, on the day they are true from; those written down later say so. */
@Component
class MoveTimeline implements TimelineSource {

    private final MoveReader reader;
    private final MovePages pages;

    MoveTimeline(MoveReader reader, MovePages pages) {
        this.reader = reader;
        this.pages = pages;
    }

    @Override
    public List<Entry> entries(long familyId) {
        List<MoveRequest> moves = reader.ofFamily(familyId);
        Map<String, String> places = pages.places(moves);
        return moves.stream()
                .filter(move -> move.status() == MoveStatus.ACCEPTED)
                .map(move -> new Entry(
                        move.effectiveOn(),
                        "file",
                        "switch-horizontal",
                        move.backDated() ? "move.timeline.back-dated" : "move.timeline",
                        List.of(
                                pages.say("move.kind." + move.kind()),
                                places.getOrDefault(Objects.requireNonNullElse(move.fromPath(), ""), ""),
                                places.getOrDefault(move.toPath(), "")),
                        move.askedBy(),
                        move.reason(),
                        "/moves/" + move.id()))
                .toList();
    }
}
