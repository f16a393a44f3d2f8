package org.nuanxin.care;

import java.util.List;
import org.springframework.data.repository.Repository;

interface VisitMemberRepository extends Repository<VisitMember, Long> {

    <S extends VisitMember> List<S> saveAll(Iterable<S> members);

    List<VisitMember> findByVisitIdOrderByPersonId(long visitId);
}
