package org.nuanxin.embedded;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A small application on the embedded database, run as a process of its own so that it can be killed. Answers each
 * line of SQL from its input by the first column of its first row; the end of the input ends it in good order.
 */
class EmbeddedProgram {

    static final String ANSWER = "answer: ";

    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        EmbeddedDatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Application {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (var context = new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .run(args);
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            // the owner may create tables, the application's role may not
            EmbeddedDatabase server = context.getBean(EmbeddedDatabase.class);
            RoleConnection owner = server.owner(EmbeddedDatabaseAutoConfiguration.DATABASE);
            var jdbc = new JdbcTemplate(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
            out.println(ANSWER + "ready");
            for (String sql = lines.readLine(); sql != null; sql = lines.readLine()) {
                out.println(ANSWER + answer(jdbc, sql));
            }
        }
    }

    private static String answer(JdbcTemplate jdbc, String sql) {
        if (sql.startsWith("select") || sql.startsWith("show")) {
            return String.valueOf(jdbc.queryForObject(sql, String.class));
        }
        return String.valueOf(jdbc.update(sql));
    }
}
