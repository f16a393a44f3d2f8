package org.nuanxin.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.CitizenId;
import org.nuanxin.privacy.BlindIndex;
import org.nuanxin.region.RegionPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Families that may be the one about to be written, and citizen IDs that are taken. */
@Service
class Duplicates {

    private final JdbcClient jdbc;
    private final FamilyList families;
    private final BlindIndex index;
    private final Audit audit;

    Duplicates(JdbcClient jdbc, FamilyList families, BlindIndex index, Audit audit) {
        this.jdbc = jdbc;
        this.families = families;
        this.index = index;
        this.audit = audit;
    }

    /** Somebody about to be written. */
    record Wanted(
            String name,
            @Nullable LocalDate bornOn,
            @Nullable CitizenId citizenId) {

        static Wanted of(PersonForm form) {
            CitizenId id = form.getCitizenId() == null ? null : new CitizenId(form.getCitizenId());
            return new Wanted(
                    form.getName() == null ? "" : form.getName(), id == null ? form.getBornOn() : id.birthDate(), id);
        }
    }

    /**
     * Families this account sees with a member of the same name in the same county, where nothing says the birth months
     * differ, or with the same citizen ID.
     */
    @Transactional(readOnly = true)
    public List<FamilyList.Row> near(List<Wanted> wanted, String regionPath, @Nullable Long exceptFamily) {
        List<String> paths = new RegionPath(regionPath).ancestorsAndSelf();
        String county = paths.get(Math.min(1, paths.size() - 1));
        Set<Long> found = new TreeSet<>();
        for (Wanted person : wanted) {
            found.addAll(jdbc.sql("""
                            select distinct p.family_id from person p join family f on f.id = p.family_id
                            where p.active and p.family_id <> :except
                              and (p.citizen_id_index = :id or p.name = :name
                                and (starts_with(f.region_path, :county) or starts_with(f.residence_path, :county))
                                and (p.born_on is null or cast(:born as date) is null
                                  or date_trunc('month', p.born_on) = date_trunc('month', cast(:born as date))))
                            limit 10""")
                    .param("except", exceptFamily == null ? -1L : exceptFamily)
                    .param(
                            "id",
                            person.citizenId() == null
                                    ? new byte[0]
                                    : index.of(person.citizenId().value()))
                    .param("name", person.name())
                    .param("county", county)
                    .param("born", person.bornOn())
                    .query(Long.class)
                    .list());
        }
        return families.byIds(found);
    }

    /** Whether somebody else in the city holds this citizen ID; a hit is recorded, and says neither who nor where. */
    @Transactional
    public boolean taken(@Nullable CitizenId id, @Nullable Long exceptPerson) {
        if (id == null) {
            return false;
        }
        boolean taken = jdbc.sql("""
                        select citizen_id_registered(:id) and not exists (
                            select 1 from person where id = :except and active and citizen_id_index = :id)""")
                .param("id", index.of(id.value()))
                .param("except", exceptPerson == null ? -1L : exceptPerson)
                .query(Boolean.class)
                .single();
        if (taken) {
            audit.record(Act.general("family.citizen-id-found-taken"));
        }
        return taken;
    }
}
