package org.nuanxin.account;

import jakarta.validation.constraints.NotBlank;
import org.springframework.validation.Errors;

/** One's own password, from the one in use to a new one. */
class PasswordForm {

    @NotBlank(message = "{account.error.password-current}")
    private String current = "";

    @NotBlank(message = "{account.error.password-short}")
    private String wanted = "";

    private String again = "";

    void check(Errors errors) {
        if (!wanted.isEmpty() && !wanted.equals(again)) {
            errors.rejectValue("again", "account.error.password-again");
        }
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
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
