package org.nuanxin.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The shares of one sum as rectangles in a field 1000 wide, true to proportion, with a gap of 2 between them. */
public record StackedBar(List<Segment> segments) {

    private static final int WIDTH = 1000;
    private static final int GAP = 2;

    /** One share: its colour (a {@code .s-…} class), name, size, and the figure as printed. */
    public record Part(String kind, String label, BigDecimal value, String text) {}

    /** A drawn share; x and width in thousandths of the bar. */
    public record Segment(String kind, String label, String text, BigDecimal x, BigDecimal width) {}

    /** Draws all shares above zero, in their order. */
    public static StackedBar of(List<Part> parts) {
        List<Part> drawn =
                parts.stream().filter(part -> part.value().signum() > 0).toList();
        BigDecimal sum = drawn.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal room = BigDecimal.valueOf(WIDTH - (long) GAP * Math.max(0, drawn.size() - 1));
        List<Segment> segments = new ArrayList<>();
        BigDecimal x = BigDecimal.ZERO;
        for (Part part : drawn) {
            BigDecimal width = part.value().multiply(room).divide(sum, 1, RoundingMode.HALF_UP);
            segments.add(new Segment(part.kind(), part.label(), part.text(), x, width));
            x = x.add(width).add(BigDecimal.valueOf(GAP));
        }
        return new StackedBar(List.copyOf(segments));
    }
}
