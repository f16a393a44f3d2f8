package org.nuanxin.common;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start under a role that row-level security does not bind: a superuser, one with BYPASSRLS, or the owner
 * of anything, and whoever may act as one of them. Every county would see every other's families otherwise.
 */
@Component
class DatabaseRoleCheck implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    DatabaseRoleCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs before the web server opens its port. */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = new ArrayList<>();
        addIf(faults, "it is a superuser", """
                select rolsuper from pg_roles where rolname = current_user""");
        addIf(faults, "it may bypass row-level security", """
                select exists (select from pg_roles
                    where (rolbypassrls or rolsuper) and pg_has_role(current_user, oid, 'member'))""");
        addIf(faults, "it owns the schema of the tables", """
                select exists (select from pg_namespace
                    where nspname = current_schema() and pg_has_role(current_user, nspowner, 'member'))""");
        addIf(faults, "it owns tables", """
                select exists (select from pg_class join pg_namespace n on n.oid = relnamespace
                    where relkind in ('r', 'p', 'v', 'm') and n.nspname <> 'information_schema'
                        and n.nspname not like 'pg\\_%' and pg_has_role(current_user, relowner, 'member'))""");
        if (!faults.isEmpty()) {
            throw new UnfitDatabaseRole(
                    jdbc.sql("select current_user::text").query(String.class).single(), faults);
        }
    }

    private void addIf(List<String> faults, String fault, String question) {
        if (Boolean.TRUE.equals(jdbc.sql(question).query(Boolean.class).single())) {
            faults.add(fault);
        }
    }
}
