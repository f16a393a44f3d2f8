package org.nuanxin.caregroup;

import java.util.List;
import org.nuanxin.common.Subject;
import org.nuanxin.family.FamilySubjects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The live group of a family, so that the benefits page decides about its fund too. */
@Component
class CareGroupSubjects implements FamilySubjects {

    private final JdbcClient jdbc;

    CareGroupSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Subject> of(long familyId) {
        return jdbc.sql("select id from care_group where family_id = ? and closed_on is null")
                .param(familyId)
                .query((row, n) -> Subject.careGroup(row.getLong("id")))
                .list();
    }
}
