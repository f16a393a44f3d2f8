package org.nuanxin.family;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChildRepository extends Repository<Child, Long> {

    Child save(Child child);

    List<Child> saveAll(Iterable<Child> children);

    List<Child> findByFamilyIdOrderById(long familyId);

    Optional<Child> findByIdAndFamilyId(long id, long familyId);
}
