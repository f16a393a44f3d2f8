package org.nuanxin.caregroup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CareGroupRepository extends Repository<CareGroup, Long> {

    CareGroup save(CareGroup group);

    List<CareGroup> saveAll(Iterable<CareGroup> groups);

    Optional<CareGroup> findByFamilyIdAndClosedOnIsNull(long familyId);

    List<CareGroup> findByFamilyIdInAndClosedOnIsNull(Collection<Long> familyIds);
}
