package org.nuanxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database's own catalogue says about the tables; a new table that forgets its policy fails here. */
@NuanxinTest
@Tag("database")
class CatalogueTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableOfFamiliesIsUnderRowLevelSecurity() {
        List<String> scoped = strings("""
                select distinct c.table_name from information_schema.columns c
                join pg_class t on t.relname = c.table_name and t.relkind = 'r'
                where c.table_schema = 'public' and c.column_name in ('region_path', 'family_id')
                  and c.table_name <> 'account_grant' order by 1""");
        assertThat(scoped).contains("family", "person", "child", "dated_fact", "audit_event");
        assertThat(strings("""
                        select distinct c.table_name from information_schema.columns c
                        join pg_class t on t.relname = c.table_name and t.relkind = 'r'
                        where c.table_schema = 'public' and c.column_name in ('region_path', 'family_id')
                          and c.table_name not in ('account_grant', 'rule_version', 'program_adoption')
                          and (not t.relrowsecurity
                               or not exists (select 1 from pg_policy p where p.polrelid = t.oid))""")).as("tables without a policy").isEmpty();
    }

    @Test
    void everyScopedTableOfFamiliesRefusesWhatAnAccountKeepsAwayFrom() {
        assertThat(strings("""
                        select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'scope'
                        where c.relnamespace = 'public'::regnamespace
                          and (c.relname = 'family' or exists (
                              select from pg_attribute a where a.attrelid = c.oid and a.attname = 'family_id'))
                          and (select count(*) from pg_policy r where r.polrelid = c.oid and not r.polpermissive
                                 and r.polname in ('recusal_insert', 'recusal_update')) <> 2""")).as("tables without 回避").isEmpty();
        assertThat(strings("select polrelid::regclass::text from pg_policy where polname = 'recusal_update'"))
                .contains("family", "person", "visit", "care_task", "group_seat");
    }

    @Test
    void childrenReferenceTheirFamilyTogetherWithItsPath() {
        assertThat(strings("""
                        select c.table_name from information_schema.columns c
                        join pg_class t on t.relname = c.table_name and t.relkind = 'r'
                        where c.table_schema = 'public' and c.column_name = 'family_id'
                          and c.table_name not in ('audit_event')
                          and not exists (
                            select 1 from pg_constraint f
                            where f.conrelid = t.oid and f.contype = 'f' and f.confrelid = 'family'::regclass
                              and cardinality(f.conkey) = 2 and f.confupdtype = 'c')"""))
                .as("tables whose family is not referenced by id and path")
                .isEmpty();
    }

    @Test
    void everyRegionPathComparesByBytes() {
        assertThat(strings("""
                        select c.table_name from information_schema.columns c
                        join pg_class t on t.relname = c.table_name and t.relkind = 'r'
                        where c.table_schema = 'public' and c.column_name like '%_path' and c.data_type = 'text'
                          and c.collation_name is distinct from 'C'""")).as("paths with another collation than C").isEmpty();
    }

    @Test
    void theApplicationDeletesOnlyWhereAMigrationSaysSo() {
        assertThat(strings("""
                        select table_name from information_schema.role_table_grants
                        where grantee = 'nuanxin_app' and privilege_type in ('DELETE', 'TRUNCATE')
                        order by 1"""))
                .containsExactlyInAnyOrder("account_role", "spring_session", "spring_session_attributes");
    }

    @Test
    void theTrailCannotBeRewrittenByTheApplication() {
        assertThat(strings("""
                        select privilege_type from information_schema.role_table_grants
                        where grantee = 'nuanxin_app' and table_name = 'audit_event' order by 1""")).containsExactly("INSERT", "SELECT");
    }

    @Test
    void noViewReadsPastTheScopeOfWhoAsks() {
        assertThat(strings("""
                        select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
                          and (relkind = 'm' or coalesce(array_to_string(reloptions, ','), '') not like '%security_invoker=true%')""")).isEmpty();
    }

    @Test
    void everySecurityDefinerFunctionPinsItsSearchPath() {
        assertThat(strings("""
                        select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                          and not exists (select 1 from unnest(proconfig) s where s like 'search_path=%')""")).isEmpty();
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
