package org.nuanxin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NuanxinTest
class TestDatabaseTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void theApplicationWorksUnderItsOwnRole() {
        assertThat(ask("current_user")).isEqualTo("nuanxin_app");
        assertThat(ask("rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @Test
    void aSessionCountsDaysInFujian() {
        assertThat(ask("current_setting('TimeZone')")).isEqualTo("Asia/Shanghai");
    }

    @Test
    void theOwnerMigrated() {
        assertThat(ask("tableowner from pg_tables where tablename = 'flyway_schema_history'"))
                .isEqualTo("nuanxin_owner");
    }

    private String ask(String expression) {
        return jdbc.sql("select (select " + expression + ")::text")
                .query(String.class)
                .single();
    }
}
