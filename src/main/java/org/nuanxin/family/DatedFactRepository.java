package org.nuanxin.family;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DatedFactRepository extends Repository<DatedFact, Long> {

    DatedFact save(DatedFact fact);

    List<DatedFact> saveAll(Iterable<DatedFact> facts);

    @Query("""
            select f from DatedFact f
            where f.familyId = :family and f.name = :name and f.supersededAt is null
              and (f.personId = :person or (f.personId is null and :person is null))
            order by f.validFrom""")
    List<DatedFact> current(long family, @Nullable Long person, String name);

    Optional<DatedFact> findByIdAndFamilyId(long id, long familyId);

    void flush();
}
