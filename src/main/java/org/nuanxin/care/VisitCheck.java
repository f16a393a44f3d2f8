package org.nuanxin.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.family.FamilyHead;

/** 信息核对: what a feature asks in passing at a visit. The visit form gathers them and knows none of them. */
public interface VisitCheck {

    /**
     * Fragment such as {@code reverification/visit-check :: fields}, inside the visit's form; it finds the content as
     * {@code it} and names its fields {@code checks[…]}, read from {@code form.checks}.
     */
    String template();

    /** What the fragment asks of this family; null when there is nothing to ask. */
    @Nullable
    Object content(FamilyHead family);

    /** Takes the answers in the transaction of the visit; a repeated submission of the visit never comes here. */
    void accept(Logged visit, Map<String, String> answers);

    /**
     * A visit that was just logged.
     *
     * @param met the members who were met
     */
    record Logged(long visitId, long familyId, LocalDate on, Channel channel, List<Long> met) {}

    /** A fragment with its content, ready for the form. */
    record Part(String template, Object it) {}
}
