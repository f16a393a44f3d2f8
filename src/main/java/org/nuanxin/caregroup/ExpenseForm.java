package org.nuanxin.caregroup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Money;

/** Money spent, with its receipt. */
class ExpenseForm {

    private UUID token = UUID.randomUUID();

    @Pattern(regexp = "(?!0+(\\.0*)?$)\\d{1,9}(\\.\\d{1,2})?", message = "{caregroup.error.amount}")
    private String amount = "";

    @NotNull(message = "{caregroup.error.on}")
    private @Nullable LocalDate on;

    @NotBlank(message = "{caregroup.error.purpose}")
    @Size(max = 120, message = "{caregroup.error.too-long}")
    private String purpose = "";

    @NotBlank(message = "{caregroup.error.receipt}")
    @Size(max = 60, message = "{caregroup.error.too-long}")
    private String receipt = "";

    GroupLedger.Expense expense() {
        return new GroupLedger.Expense(
                token, new Money(new BigDecimal(amount)), Objects.requireNonNull(on), purpose, receipt);
    }

    public UUID getToken() {
        return token;
    }

    public void setToken(UUID token) {
        this.token = token;
    }

    public String getAmount() {
        return amount;
    }

    /** Spaces, thousands commas, the sign ¥ and full-width digits are accepted. */
    public void setAmount(String amount) {
        this.amount = Normalizer.normalize(amount, Normalizer.Form.NFKC).replaceAll("[\\s,¥元]", "");
    }

    public @Nullable LocalDate getOn() {
        return on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose.strip();
    }

    public String getReceipt() {
        return receipt;
    }

    public void setReceipt(String receipt) {
        this.receipt = receipt.strip();
    }
}
