package org.nuanxin.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.common.Subject;

/** A feature that knows facts about subjects; the facts host asks every bean of this kind. */
public interface FactSource {

    /** The names it answers for, all of them words of the {@link Vocabulary}. */
    Set<String> provides();

    /**
     * What was true of each subject on that day, in a constant number of statements however many subjects are asked
     * for. What is not known is left out; a subject it cannot see has no entry.
     */
    Map<Subject, List<Fact>> facts(Collection<Subject> subjects, LocalDate asOf);
}
