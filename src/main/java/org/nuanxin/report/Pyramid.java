package org.nuanxin.report;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People by age and sex, ready to draw: the longest bar takes the full width of its side. */
final class Pyramid {

    static final List<String> BANDS = List.of("80-", "70-79", "60-69", "50-59", "0-49", "unknown");
    private static final int WIDTH = 104;
    private static final int MIDDLE_LEFT = 138;
    private static final int MIDDLE_RIGHT = 226;
    private static final int STEP = 44;

    private Pyramid() {}

    /** One band: both sides, the place of their bars in units of the drawing, and of their figures. */
    public record Band(String band, Report.Number male, Report.Number female, int y, int maleWidth, int femaleWidth) {

        public int maleX() {
            return MIDDLE_LEFT - maleWidth;
        }

        public int femaleX() {
            return MIDDLE_RIGHT;
        }

        public int maleTextX() {
            return maleX() - 6;
        }

        public int femaleTextX() {
            return MIDDLE_RIGHT + femaleWidth + 6;
        }
    }

    static List<Band> of(Report report) {
        List<String> bands = BANDS.stream()
                .filter(band -> !band.equals("unknown")
                        || !report.by("people", "band", band).zero())
                .toList();
        List<Report.Number> males = side(report, "MALE", bands);
        List<Report.Number> females = side(report, "FEMALE", bands);
        long most = Stream.concat(males.stream(), females.stream())
                .mapToLong(number -> number.count() == null ? 0 : number.count())
                .max()
                .orElse(0);
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Band(
                        bands.get(i),
                        males.get(i),
                        females.get(i),
                        26 + i * STEP,
                        width(males.get(i).count(), most),
                        width(females.get(i).count(), most)))
                .toList();
    }

    static int height(List<Band> bands) {
        return 26 + bands.size() * STEP;
    }

    /** One sex over the bands; made public, a single hidden band would follow from the sum of its sex. */
    private static List<Report.Number> side(Report report, String sex, List<String> bands) {
        List<Report.Number> numbers = bands.stream()
                .map(band -> report.by("people", "sex", sex, "band", band))
                .toList();
        if (!report.isPublic()) {
            return numbers;
        }
        Map<String, Report.Number> spread = report.spread("people", "sex", sex, "band", bands);
        return bands.stream()
                .map(band -> spread.getOrDefault(band, report.by("people", "band", band)))
                .toList();
    }

    private static int width(@Nullable Long count, long most) {
        return count == null || count == 0 || most == 0 ? 0 : (int) Math.max(2, count * WIDTH / most);
    }
}
