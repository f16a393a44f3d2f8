package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.validation.Errors;

/** The first administrator, with the code from the log. */
class SetUpForm {

    @NotBlank(message = "{account.error.code}")
    private String code = "";

    @Pattern(regexp = "[a-z0-9._-]{3,40}", message = "{account.error.username}")
    private String username = "";

    @NotBlank(message = "{account.error.display-name}")
    @Size(max = 40, message = "{account.error.too-long}")
    private String displayName = "";

    @NotBlank(message = "{account.error.password-short}")
    private String wanted = "";

    private String again = "";

    void check(Errors errors) {
        if (!wanted.isEmpty() && !wanted.equals(again)) {
            errors.rejectValue("again", "account.error.password-again");
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
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

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
