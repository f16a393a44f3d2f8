package org.nuanxin.account;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScopedDataSourceConfiguration {

    /** Every data source of the context is scoped; Flyway opens its own connections as the owner. */
    @Bean
    static BeanPostProcessor scopedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof ScopedDataSource)
                        ? new ScopedDataSource(pool)
                        : bean;
            }
        };
    }
}
