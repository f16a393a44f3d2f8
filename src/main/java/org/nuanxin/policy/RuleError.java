package org.nuanxin.policy;

import java.util.List;

/** A decision table that cannot be used, with everything that is wrong with it. */
public final class RuleError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RuleError(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
