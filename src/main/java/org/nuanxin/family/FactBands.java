package org.nuanxin.family;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a person's facts: a band for each kind, its statements along the years. Units are those of the drawing.
 *
 * @param years the marks of the axis
 * @param asOf where the day asked for stands, null outside the years
 */
record FactBands(
        int height,
        List<Mark> years,
        List<Band> bands,
        @Nullable Integer asOf,
        int todayX) {

    static final int LEFT = 132;
    static final int WIDTH = 900;
    private static final int TOP = 26;
    private static final int ROW = 32;
    private static final int LEAST_YEARS = 5;
    private static final int MOST_MARKS = 10;
    private static final int TONES = 4;

    /** A year on the axis. */
    record Mark(int x, int year) {}

    /** One kind's line. */
    record Band(String label, int y, List<Piece> pieces) {}

    /** A statement; the words are left out where they would not fit. */
    record Piece(int x, int width, int tone, String words, boolean fits, boolean open) {}

    /** A kind with its statements held true, for the drawing. */
    record Line(FactKind kind, String label, List<Said> said) {}

    /** A statement with its words. */
    record Said(FactHistory.Statement statement, String words) {}

    static FactBands of(List<Line> lines, LocalDate today, LocalDate asOf) {
        int first = lines.stream()
                .flatMap(line -> line.said().stream())
                .mapToInt(said -> said.statement().from().getYear())
                .min()
                .orElse(today.getYear());
        LocalDate start = LocalDate.of(Math.min(first, today.getYear() - LEAST_YEARS), 1, 1);
        LocalDate end = LocalDate.of(today.getYear() + 1, 1, 1);
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<Piece> pieces = line.said().stream()
                    .map(said -> piece(line.kind(), said, start, end, today))
                    .toList();
            bands.add(new Band(line.label(), TOP + i * ROW, pieces));
        }
        int span = end.getYear() - start.getYear();
        int step = Math.max(1, (span + MOST_MARKS - 1) / MOST_MARKS);
        List<Mark> marks = IntStream.iterate(start.getYear(), year -> year < end.getYear(), year -> year + step)
                .mapToObj(year -> new Mark(x(LocalDate.of(year, 1, 1), start, end), year))
                .toList();
        boolean inside = !asOf.isBefore(start) && asOf.isBefore(end);
        return new FactBands(
                TOP + lines.size() * ROW + 4,
                marks,
                bands,
                inside ? Integer.valueOf(x(asOf, start, end)) : null,
                x(today, start, end));
    }

    private static Piece piece(FactKind kind, Said said, LocalDate start, LocalDate end, LocalDate today) {
        LocalDate to = said.statement().to();
        int from = x(said.statement().from(), start, end);
        int until = x(to == null ? today : to, start, end);
        int width = Math.max(3, until - from - 2);
        int needed = said.words().codePoints().map(c -> c > 0xFF ? 13 : 7).sum() + 12;
        return new Piece(from, width, tone(kind, said.statement().value()), said.words(), needed <= width, to == null);
    }

    /** The further down the choices, the stronger; a text has one tone. */
    private static int tone(FactKind kind, String value) {
        List<String> choices = kind.isText() ? List.of() : FactWords.values(kind);
        return Math.min(TONES - 1, Math.max(kind.isText() ? 1 : 0, choices.indexOf(value)));
    }

    private static int x(LocalDate day, LocalDate start, LocalDate end) {
        LocalDate within = day.isBefore(start) ? start : day.isAfter(end) ? end : day;
        long all = ChronoUnit.DAYS.between(start, end);
        return LEFT + (int) (ChronoUnit.DAYS.between(start, within) * (WIDTH - LEFT - 8) / all);
    }
}
