package org.nuanxin.family;

import org.nuanxin.common.Rejected;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sees a family only because it lives here, or sits in its group, cares for it and leaves its filing alone. */
@Component
class FilingSide {

    private final JdbcClient jdbc;

    FilingSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Throws {@link Rejected} where the file is kept in another region; the database would refuse too. */
    void require(Family family) {
        if (!mine(family.regionPath())) {
            throw new Rejected("family.reject.filed-elsewhere");
        }
    }

    boolean mine(String regionPath) {
        return jdbc.sql("select nuanxin_within(:path)")
                .param("path", regionPath)
                .query(Boolean.class)
                .single();
    }
}
