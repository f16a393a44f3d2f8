package org.nuanxin.care;

import java.util.List;
import org.springframework.data.repository.Repository;

interface VisitRevisionRepository extends Repository<VisitRevision, Long> {

    VisitRevision save(VisitRevision revision);

    List<VisitRevision> findByVisitIdOrderByNumberDesc(long visitId);
}
