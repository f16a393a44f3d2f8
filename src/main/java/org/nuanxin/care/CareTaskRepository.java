package org.nuanxin.care;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface CareTaskRepository extends Repository<CareTask, Long> {

    Optional<CareTask> findById(long id);

    /** Locked: two visits at the same moment close a task once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<CareTask> findByFamilyIdAndStatusOrderById(long familyId, TaskStatus status);
}
