package org.nuanxin.family;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FamilyRepository extends Repository<Family, Long> {

    Family save(Family family);

    List<Family> saveAll(Iterable<Family> families);

    Optional<Family> findById(long id);

    Optional<Family> findByClientId(UUID clientId);

    List<Family> findByIdIn(Collection<Long> ids);

    void flush();
}
