package org.nuanxin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The SQL that a thread sends while it works: a page must not send one statement for each of its rows. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    /** What {@code work} sent on this thread; the binding of the scope and the session store are not counted. */
    public static List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        SENT.set(sent);
        try {
            work.run();
            return sent;
        } finally {
            SENT.remove();
        }
    }

    @Bean
    static BeanPostProcessor countedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof Counted) ? new Counted(pool) : bean;
            }
        };
    }

    private static class Counted extends DelegatingDataSource {

        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        List<String> sent = SENT.get();
                        if (sent != null && method.getName().equals("prepareStatement")) {
                            note((String) arguments[0], sent);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        private static void note(String sql, List<String> sent) {
            String text = sql.toLowerCase();
            if (!text.contains("nuanxin_bind")
                    && !text.contains("nuanxin_set_scope")
                    && !text.contains("spring_session")) {
                sent.add(sql);
            }
        }
    }
}
