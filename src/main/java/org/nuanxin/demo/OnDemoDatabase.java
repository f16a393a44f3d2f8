package org.nuanxin.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * In the demonstration profile, and on our own embedded database: accounts with a known password and invented families
 * come into an external one only where {@code nuanxin.demo.external=true} asks for them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("demo")
@Conditional(OnDemoDatabase.OwnOrAsked.class)
@interface OnDemoDatabase {

    class OwnOrAsked implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                    || environment.getProperty("nuanxin.demo.external", Boolean.class, false);
        }
    }
}
