package org.nuanxin.caregroup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GroupSeatRepository extends Repository<GroupSeat, Long> {

    GroupSeat save(GroupSeat seat);

    List<GroupSeat> saveAll(Iterable<GroupSeat> seats);

    Optional<GroupSeat> findById(long id);

    Optional<GroupSeat> findByIdAndFamilyId(long id, long familyId);

    List<GroupSeat> findByFamilyIdOrderByValidFromDescIdDesc(long familyId);

    List<GroupSeat> findByGroupIdInAndKind(Collection<Long> groupIds, SeatKind kind);

    void flush();
}
