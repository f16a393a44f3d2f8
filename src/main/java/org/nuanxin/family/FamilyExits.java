package org.nuanxin.family;

import java.time.LocalDate;
import org.nuanxin.account.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every exit of a file with its return, so that what a past year said stays true. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FamilyExits {

    private final JdbcClient jdbc;

    FamilyExits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Family family, FamilyStatus before, ExitReason reason, LocalDate on) {
        jdbc.sql("""
                        insert into family_exit (id, family_id, region_path, reason, exited_on, status_before, recorded_by)
                        values (nextval('family_exit_seq'), :family, :path, :reason, :on, :before, :by)""")
                .param("family", family.id())
                .param("path", family.regionPath())
                .param("reason", reason.name())
                .param("on", on)
                .param("before", before.name())
                .param("by", Scope.actor())
                .update();
    }

    /** The file is open again from the day on. */
    void reopen(long familyId, LocalDate on) {
        jdbc.sql("""
                        update family_exit set reopened_on = :on, reopened_by = :by
                        where family_id = :family and reopened_on is null and withdrawn_at is null""")
                .param("on", on)
                .param("by", Scope.actor())
                .param("family", familyId)
                .update();
    }

    /** The standing exit never was. */
    void withdraw(long familyId) {
        jdbc.sql("""
                        update family_exit set withdrawn_at = now()
                        where family_id = :family and reopened_on is null and withdrawn_at is null""").param("family", familyId).update();
    }

    /** Where the file stood before its last exit. */
    FamilyStatus statusBefore(long familyId) {
        return jdbc.sql("select status_before from family_exit where family_id = :family order by id desc limit 1")
                .param("family", familyId)
                .query((row, n) -> FamilyStatus.valueOf(row.getString(1)))
                .single();
    }
}
