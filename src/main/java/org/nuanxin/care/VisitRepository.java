package org.nuanxin.care;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VisitRepository extends Repository<Visit, Long> {

    Visit saveAndFlush(Visit visit);

    Optional<Visit> findById(long id);

    Optional<Visit> findByClientId(UUID clientId);

    /** The newest visit of a family. */
    Optional<Visit> findFirstByFamilyIdOrderByOnDescIdDesc(long familyId);

    /** The last day the family turned a visitor away. */
    @Query("select max(v.on) from Visit v where v.familyId = :family and v.notMetReason = NotMetReason.DECLINED")
    @Nullable
    LocalDate lastDeclined(long family);

    @Query(value = "select nextval('visit_receipt_seq')", nativeQuery = true)
    long nextReceipt();
}
