package org.nuanxin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.report.ReportContent.County;
import org.nuanxin.report.ReportContent.External;
import org.nuanxin.report.ReportContent.Line;
import org.springframework.web.util.UriComponentsBuilder;

/** A report as its page reads it. Made public, it hides every number from 1 to 4 and what would give one away. */
public class Report {

    private final ReportContent content;
    private final boolean open;

    Report(ReportContent content, boolean open) {
        this.content = content;
        this.open = open;
    }

    /** A number with where it leads; {@code count} is null where it is suppressed, for itself or to keep another. */
    public record Number(
            String key,
            Map<String, String> narrowed,
            @Nullable Long count,
            BigDecimal sum,
            Unit unit,
            boolean small) {

        /** The rows behind it, below the report's own address. */
        public String path() {
            UriComponentsBuilder path = UriComponentsBuilder.fromPath("/figures/" + key);
            narrowed.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
            return path.encode().buildAndExpand(narrowed).toUriString();
        }

        /** What stands in the place of a hidden number. */
        public String mask() {
            return small ? Suppression.SHOWN : Suppression.KEPT_BACK;
        }

        public boolean zero() {
            return count != null && count == 0;
        }
    }

    /** A share: done of due. */
    public record Share(Line line, Number done, Number due) {

        /** 0 to 100, one decimal; null where nothing was due or a number is suppressed. */
        public @Nullable BigDecimal percent() {
            Long part = done.count();
            Long whole = due.count();
            return part == null || whole == null || whole == 0 ? null : BigDecimal.valueOf(part * 1000 / whole, 1);
        }
    }

    public int year() {
        return content.year();
    }

    public LocalDate asOf() {
        return content.asOf();
    }

    public String regionZh() {
        return content.regionZh();
    }

    public String regionEn() {
        return content.regionEn();
    }

    public List<County> counties() {
        return content.counties();
    }

    public boolean has(String key) {
        return content.figures().containsKey(key);
    }

    /** The running year, not yet over on its last counted day. */
    public boolean running() {
        return asOf().isBefore(LocalDate.of(year(), 12, 31));
    }

    public Number total(String key) {
        return number(key, Map.of());
    }

    public Number by(String key, String dimension, String value) {
        return number(key, Map.of(dimension, value));
    }

    public Number by(String key, String dimension, String value, String second, String other) {
        return number(key, Map.of(dimension, value, second, other));
    }

    /** All figures of a chapter. */
    List<Line> all(Chapter chapter) {
        return content.lines().stream()
                .filter(line -> line.chapter() == chapter)
                .toList();
    }

    /** Figures of a chapter that stand alone. */
    public List<Line> lines(String chapter) {
        return content.lines().stream()
                .filter(line -> line.chapter().name().equals(chapter) && line.of() == null)
                .filter(line ->
                        content.lines().stream().noneMatch(share -> share.of() != null && belongs(line.key(), share)))
                .toList();
    }

    /** Made public, a done number is hidden too where the remainder would be small. */
    private Share share(Line line, String of) {
        Number done = total(line.key());
        Number due = total(of);
        Long part = done.count();
        Long whole = due.count();
        boolean telling = open && part != null && whole != null && Suppression.small(whole - part);
        return new Share(line, telling ? hidden(done) : done, due);
    }

    /** The whole of a share, and what was late or never done, stand in the share's own row. */
    private static boolean belongs(String key, Line share) {
        return key.equals(share.of()) || key.equals(share.key() + "-late") || key.equals(share.key() + "-never");
    }

    /** Shares of a chapter: done of due. */
    public List<Share> shares(String chapter) {
        return content.lines().stream()
                .filter(line -> line.chapter().name().equals(chapter))
                .flatMap(line -> {
                    String of = line.of();
                    return of == null ? Stream.empty() : Stream.of(share(line, of));
                })
                .toList();
    }

    public List<External> externals(String chapter) {
        return content.externals().stream()
                .filter(external -> external.chapter().name().equals(chapter))
                .toList();
    }

    /** A figure over the counties, in their order; small numbers hidden together with one more where that is needed. */
    public Map<String, Number> byCounty(String key) {
        return spread(
                key, "county", content.counties().stream().map(County::code).toList());
    }

    /** A figure over the given values of a dimension. */
    public Map<String, Number> spread(String key, String dimension, List<String> values) {
        return spread(key, Map.of(), dimension, values);
    }

    /** The same for a part of the figure. */
    public Map<String, Number> spread(String key, String within, String part, String dimension, List<String> values) {
        return spread(key, Map.of(within, part), dimension, values);
    }

    private Map<String, Number> spread(String key, Map<String, String> part, String dimension, List<String> values) {
        List<Number> numbers = values.stream()
                .map(value -> {
                    Map<String, String> narrowed = new LinkedHashMap<>(part);
                    narrowed.put(dimension, value);
                    return exact(key, narrowed);
                })
                .toList();
        List<Number> shown = open ? hide(numbers) : numbers;
        Map<String, Number> spread = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            spread.put(values.get(i), shown.get(i));
        }
        return spread;
    }

    /** 年初 + 新增 + 重新打开 − 退出 = 年末: five numbers, of which four give the fifth away. */
    public Map<String, Number> equation() {
        List<String> keys = List.of("opening", "new", "reopened", "exits", "closing");
        List<Number> numbers = keys.stream().map(key -> exact(key, Map.of())).toList();
        List<Number> shown = open ? hide(numbers) : numbers;
        Map<String, Number> equation = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            equation.put(keys.get(i), shown.get(i));
        }
        return equation;
    }

    /** Values of a dimension that occur. */
    public List<String> values(String key, String dimension) {
        return content.figures().getOrDefault(key, List.of()).stream()
                .map(cell -> cell.dimensions().getOrDefault(dimension, ""))
                .distinct()
                .sorted()
                .toList();
    }

    public boolean isPublic() {
        return open;
    }

    Number number(String key, Map<String, String> narrowed) {
        Number exact = exact(key, narrowed);
        return open && Suppression.small(exact.count()) ? hidden(exact) : exact;
    }

    private Number exact(String key, Map<String, String> narrowed) {
        long count = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (Cell cell : content.figures().getOrDefault(key, List.of())) {
            if (cell.fits(narrowed)) {
                count += cell.count();
                sum = sum.add(cell.sum());
            }
        }
        return new Number(key, narrowed, count, sum.setScale(2), unit(key), Suppression.small(count));
    }

    private Unit unit(String key) {
        return content.lines().stream()
                .filter(line -> line.key().equals(key))
                .map(Line::unit)
                .findFirst()
                .orElse(Unit.ITEMS);
    }

    private static List<Number> hide(List<Number> numbers) {
        List<@Nullable Long> shown = Suppression.of(numbers.stream()
                .map(number -> number.count() == null ? 0L : number.count())
                .toList());
        List<Number> result = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            result.add(shown.get(i) == null ? hidden(numbers.get(i)) : numbers.get(i));
        }
        return result;
    }

    private static Number hidden(Number number) {
        return new Number(number.key(), number.narrowed(), null, BigDecimal.ZERO, number.unit(), number.small());
    }
}
