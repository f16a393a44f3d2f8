package org.nuanxin.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.DateRange;

/**
 * One dated version of a program's rule in a jurisdiction.
 *
 * @param source where its numbers were read (出处), null while it is to be supplied
 * @param basis the issuing document and clause (政策依据), null while it is to be supplied (待补)
 */
public record RuleVersion(
        long id,
        String programCode,
        String jurisdiction,
        Wording place,
        int number,
        DateRange valid,
        @Nullable Wording validAssumption,
        Status status,
        @Nullable Source source,
        @Nullable String basis) {

    public enum Status {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        ENDED
    }

    /** A sentence of a document and where it stands. */
    public record Source(
            long documentId, @Nullable String documentNumber, String title, String anchor, String label, String quote) {

        /** 泉民函〔2025〕67号 一（三） */
        public String citation() {
            return (documentNumber == null ? title : documentNumber) + " " + label;
        }
    }

    boolean decidesOn(LocalDate day) {
        return (status == Status.PUBLISHED || status == Status.ENDED) && valid.contains(day);
    }

    public boolean draft() {
        return status == Status.DRAFT || status == Status.IN_REVIEW;
    }
}
