package org.nuanxin.family;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.springframework.stereotype.Component;

/** 历年情况: each member's facts as lines through the years, and what was true on any day. */
@Component
class FactsPanel implements FamilyPanel {

    private final FactHistory history;
    private final DatedFacts facts;
    private final FactWords words;
    private final Formats formats;
    private final Clock clock;

    FactsPanel(FactHistory history, DatedFacts facts, FactWords words, Formats formats, Clock clock) {
        this.history = history;
        this.facts = facts;
        this.words = words;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * @param knownOn the answer is what was known at the end of this day; null for what is known now
     * @param before whether statements that no longer count are shown
     */
    record Content(LocalDate day, @Nullable LocalDate knownOn, boolean before, List<PersonLines> people) {}

    /**
     * A member's facts.
     *
     * @param then what was true on the day asked for
     * @param held statements held true now
     * @param former statements that were corrected
     * @param kinds everything that can be recorded
     */
    record PersonLines(
            FamilyHead.Member member,
            @Nullable FactBands bands,
            List<Then> then,
            List<FactHistory.Statement> held,
            List<FactHistory.Statement> former,
            List<FactKind> kinds) {}

    /** A kind on the day asked for; null where it is unknown. */
    record Then(FactKind kind, DatedFacts.@Nullable Known known) {}

    @Override
    public String tab() {
        return "facts";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "family/facts-panel :: panel";
    }

    @Override
    public Content content(FamilyHead family, Map<String, String> parameters) {
        LocalDate today = formats.today();
        LocalDate day = Objects.requireNonNullElse(date(parameters.get("day")), today);
        LocalDate knownOn = date(parameters.get("known"));
        boolean before = parameters.containsKey("before");
        Map<Long, List<FactHistory.Statement>> said = history.of(family.id()).stream()
                .filter(statement -> FactKind.of(statement.name()).isPresent())
                .collect(Collectors.groupingBy(FactHistory.Statement::personId));
        Instant knownAt = knownOn == null
                ? Instant.MAX
                : knownOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
        Map<Long, Map<String, DatedFacts.Known>> then = facts.on(family.id(), day, knownAt).stream()
                .filter(known -> known.personId() != null)
                .collect(Collectors.groupingBy(
                        known -> Objects.requireNonNull(known.personId()),
                        Collectors.toMap(DatedFacts.Known::name, known -> known)));
        List<PersonLines> people = family.members().stream()
                .map(member -> lines(
                        member,
                        said.getOrDefault(member.id(), List.of()),
                        then.getOrDefault(member.id(), Map.of()),
                        today,
                        day))
                .toList();
        return new Content(day, knownOn, before, people);
    }

    private PersonLines lines(
            FamilyHead.Member member,
            List<FactHistory.Statement> said,
            Map<String, DatedFacts.Known> known,
            LocalDate today,
            LocalDate day) {
        List<FactHistory.Statement> held = new ArrayList<>();
        List<FactBands.Line> lines = new ArrayList<>();
        List<Then> then = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            List<FactHistory.Statement> ofKind = said.stream()
                    .filter(statement -> statement.current() && statement.name().equals(kind.fact()))
                    .toList();
            held.addAll(ofKind);
            if (!ofKind.isEmpty()) {
                lines.add(new FactBands.Line(
                        kind,
                        words.label(kind),
                        ofKind.stream()
                                .map(statement ->
                                        new FactBands.Said(statement, words.value(statement.name(), statement.value())))
                                .toList()));
                then.add(new Then(kind, known.get(kind.fact())));
            }
        }
        return new PersonLines(
                member,
                lines.isEmpty() ? null : FactBands.of(lines, today, day),
                then,
                held,
                said.stream().filter(statement -> !statement.current()).toList(),
                Arrays.asList(FactKind.values()));
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
