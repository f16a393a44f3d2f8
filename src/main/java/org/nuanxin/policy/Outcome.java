package org.nuanxin.policy;

/** What a decision says. Not knowing is an answer of its own, and so is "ask when it happens". */
public enum Outcome {
    ELIGIBLE,
    NOT_ELIGIBLE,
    /** A fact, an adoption or a rule is missing; the decision says which. */
    UNKNOWN,
    /** The program begins with an event or an application (需要时可申请); never a refusal. */
    ON_REQUEST
}
