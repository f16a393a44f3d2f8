package org.nuanxin.family;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A form whose fields depend on one another; it names the field and the message of each problem itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Checked.ByItself.class)
@interface Checked {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes the problems of a form. */
    interface Problems {
        void add(String field, String messageKey);
    }

    interface Form {
        void check(Problems problems, LocalDate today);
    }

    class ByItself implements ConstraintValidator<Checked, Form> {

        @Override
        public boolean isValid(Form form, ConstraintValidatorContext context) {
            boolean[] valid = {true};
            context.disableDefaultConstraintViolation();
            form.check(
                    (field, key) -> {
                        valid[0] = false;
                        context.buildConstraintViolationWithTemplate("{" + key + "}")
                                .addPropertyNode(field)
                                .addConstraintViolation();
                    },
                    LocalDate.now(context.getClockProvider().getClock()));
            return valid[0];
        }
    }
}
