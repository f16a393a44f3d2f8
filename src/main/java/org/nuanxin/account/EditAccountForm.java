package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Name, department and roles of an account. */
class EditAccountForm {

    @NotBlank(message = "{account.error.display-name}")
    @Size(max = 40, message = "{account.error.too-long}")
    private String displayName = "";

    @NotNull(message = "{account.error.department}")
    private @Nullable Department department;

    @NotEmpty(message = "{account.error.roles}")
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @NotBlank(message = "{account.error.reason}")
    @Size(max = 200, message = "{account.error.too-long}")
    private String reason = "";

    private int version;

    void checkRoles(Errors errors) {
        if (!roles.isEmpty() && !Account.fitTogether(roles)) {
            errors.rejectValue("roles", "account.reject.roles");
        }
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
