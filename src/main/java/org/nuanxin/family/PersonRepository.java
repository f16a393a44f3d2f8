package org.nuanxin.family;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PersonRepository extends Repository<Person, Long> {

    Person save(Person person);

    List<Person> saveAll(Iterable<Person> people);

    Optional<Person> findByIdAndFamilyId(long id, long familyId);

    List<Person> findByFamilyIdOrderById(long familyId);

    List<Person> findByFamilyIdInOrderById(Collection<Long> familyIds);

    void flush();
}
