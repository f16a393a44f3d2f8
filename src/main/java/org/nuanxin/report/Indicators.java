package org.nuanxin.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.common.NotFound;
import org.springframework.stereotype.Component;

/** All indicators that features contribute, in the order of chapters; a key is given once. */
@Component
class Indicators {

    private final Map<String, Indicator> byKey = new LinkedHashMap<>();

    Indicators(List<IndicatorSource> sources) {
        sources.stream()
                .flatMap(source -> source.indicators().stream())
                .sorted(Comparator.comparing(Indicator::chapter).thenComparing(Indicator::order))
                .forEach(indicator -> {
                    if (byKey.put(indicator.key(), indicator) != null) {
                        throw new IllegalStateException("two indicators are called " + indicator.key());
                    }
                });
    }

    List<Indicator> all() {
        return List.copyOf(byKey.values());
    }

    /** Throws {@link NotFound}. */
    Indicator get(String key) {
        Indicator indicator = byKey.get(key);
        if (indicator == null) {
            throw new NotFound();
        }
        return indicator;
    }
}
