package org.nuanxin.common;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the style guide's sample fields are bound to: filled ones, and ones with an error. */
public class StyleguideForm {

    private final long version = 3;
    private final @Nullable String name = "郑金水";
    private final @Nullable String phone = null;
    private final @Nullable LocalDate born = LocalDate.of(1958, 3, 4);
    private final @Nullable String town = "hongli";
    private final @Nullable String channel = "home";
    private final List<String> body = List.of("phone");
    private final @Nullable String remark = null;
    private boolean consent = true;
    private final @Nullable String badDate = "2025.13.2";
    private final @Nullable String badTown = null;
    private final @Nullable String badChannel = null;

    public long getVersion() {
        return version;
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public @Nullable LocalDate getBorn() {
        return born;
    }

    public @Nullable String getTown() {
        return town;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public List<String> getBody() {
        return body;
    }

    public @Nullable String getRemark() {
        return remark;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }

    public @Nullable String getBadDate() {
        return badDate;
    }

    public @Nullable String getBadTown() {
        return badTown;
    }

    public @Nullable String getBadChannel() {
        return badChannel;
    }
}
