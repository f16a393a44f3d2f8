package org.nuanxin.report;

import java.util.List;

/** A feature's figures in the annual report; the report gathers them. */
public interface IndicatorSource {

    List<Indicator> indicators();
}
