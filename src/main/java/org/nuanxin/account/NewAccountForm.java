package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new account with its first region. */
class NewAccountForm extends GrantForm {

    @Pattern(regexp = "[a-z0-9._-]{3,40}", message = "{account.error.username}")
    private String username = "";

    @NotBlank(message = "{account.error.display-name}")
    @Size(max = 40, message = "{account.error.too-long}")
    private String displayName = "";

    @NotNull(message = "{account.error.department}")
    private @Nullable Department department;

    @NotEmpty(message = "{account.error.roles}")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    void checkRoles(Errors errors) {
        if (!roles.isEmpty() && !Account.fitTogether(roles)) {
            errors.rejectValue("roles", "account.reject.roles");
        }
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username.strip().toLowerCase(Locale.ROOT);
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName.strip();
    }

    public @Nullable Department getDepartment() {
        return department;
    }

    public void setDepartment(@Nullable Department department) {
        this.department = department;
    }

    public Set<Role> getRoles() {
        return roles;
    }

    public void setRoles(Set<Role> roles) {
        this.roles = roles;
    }
}
