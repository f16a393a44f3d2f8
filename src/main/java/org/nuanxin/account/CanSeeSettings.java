package org.nuanxin.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Sees what each region decided; the system administrator and the auditor look, and decide nothing. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('POLICY_ADMIN','APPROVER','SYSTEM_ADMIN','AUDITOR')")
public @interface CanSeeSettings {}
