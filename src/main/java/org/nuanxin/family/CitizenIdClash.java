package org.nuanxin.family;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.nuanxin.common.Rejected;
import org.springframework.dao.DataIntegrityViolationException;

/** Two people write the same citizen ID at once: the database keeps the first, the second is told in words. */
final class CitizenIdClash {

    private CitizenIdClash() {}

    /** Runs and flushes. Throws {@link Rejected} where the citizen ID became somebody's in between. */
    static <T> T translating(EntityManager entities, Supplier<T> work) {
        try {
            T result = work.get();
            entities.flush();
            return result;
        } catch (DataIntegrityViolationException | ConstraintViolationException clash) {
            if (String.valueOf(clash.getMessage()).contains("person_citizen_id")) {
                throw new Rejected("family.reject.citizen-id-registered");
            }
            throw clash;
        }
    }
}
