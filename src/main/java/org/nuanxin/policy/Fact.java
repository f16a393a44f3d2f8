package org.nuanxin.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dated, sourced value of a subject. An unknown fact is absent, never null.
 *
 * @param value Boolean, BigDecimal, String or LocalDate, as its {@link FactType} says
 * @param source where it was read, in the words of whoever recorded it, or a message key beginning {@code policy.fact.source.}
 * @param since the day it is true from, where known
 * @param recordedBy who recorded it, where a person did
 */
public record Fact(
        String name,
        Object value,
        String source,
        @Nullable LocalDate since,
        @Nullable String recordedBy) {

    public Fact {
        Vocabulary.get(name).check(value);
    }

    public Fact(String name, Object value, String source, @Nullable LocalDate since) {
        this(name, value, source, since, null);
    }
}
