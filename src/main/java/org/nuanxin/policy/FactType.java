package org.nuanxin.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.nuanxin.common.Subject;

/**
 * A word of the vocabulary that rules are written in; its label is the message {@code policy.fact.<name>}.
 *
 * @param choices the values of a CHOICE, labelled {@code policy.fact.<name>.<choice>}
 * @param suppliedBy the facts somebody records to make this one known; itself, unless it is derived
 * @param internal never shown and not for rules: a birth date beside a masked citizen ID would rebuild it
 */
public record FactType(
        String name,
        Type type,
        Set<Subject.Kind> kinds,
        List<String> choices,
        List<String> suppliedBy,
        boolean internal) {

    /** How the value of a fact is held in Java. */
    public enum Type {
        BOOLEAN(Boolean.class),
        NUMBER(BigDecimal.class),
        CHOICE(String.class),
        DATE(LocalDate.class),
        TEXT(String.class);

        private final Class<?> javaType;

        Type(Class<?> javaType) {
            this.javaType = javaType;
        }
    }

    /** Refuses a value of another type or outside the choices: a source that is wrong must not decide anything. */
    void check(Object value) {
        if (!type.javaType.isInstance(value) || type == Type.CHOICE && !choices.contains(value)) {
            throw new IllegalArgumentException("not a value of " + name + ": " + value);
        }
    }

    public boolean derived() {
        return !suppliedBy.equals(List.of(name));
    }
}
