package org.nuanxin.setting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DictionaryRepository extends Repository<DictionaryEntry, Long> {

    Optional<DictionaryEntry> findById(long id);

    List<DictionaryEntry> findByKindOrderByAppliesToAscPositionAscIdAsc(DictionaryEntry.Kind kind);

    boolean existsByAppliesToAndKindAndNameZhAndIdNot(
            String appliesTo, DictionaryEntry.Kind kind, String nameZh, long id);

    DictionaryEntry save(DictionaryEntry entry);
}
