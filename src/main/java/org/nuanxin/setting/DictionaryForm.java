package org.nuanxin.setting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A word of a list. */
class DictionaryForm {

    @NotBlank(message = "{setting.dictionary.error.name}")
    @Size(max = 60, message = "{setting.dictionary.error.name}")
    private String nameZh = "";

    @Size(max = 120, message = "{setting.dictionary.error.name-en}")
    private String nameEn = "";

    private String in = "";

    @Min(value = 1, message = "{setting.dictionary.error.position}")
    @Max(value = 999, message = "{setting.dictionary.error.position}")
    private int position = 1;

    @Size(max = 200, message = "{setting.error.reason}")
    private String reason = "";

    private int version;

    static DictionaryForm of(DictionaryEntry entry) {
        DictionaryForm form = new DictionaryForm();
        form.nameZh = entry.nameZh();
        form.nameEn = entry.nameEn();
        form.in = entry.appliesTo();
        form.position = entry.position();
        form.version = entry.version();
        return form;
    }

    Dictionary.Words words() {
        return new Dictionary.Words(nameZh, nameEn.isBlank() ? nameZh : nameEn);
    }

    public String getNameZh() {
        return nameZh;
    }

    public void setNameZh(String nameZh) {
        this.nameZh = nameZh.strip();
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn.strip();
    }

    public String getIn() {
        return in;
    }

    public void setIn(String in) {
        this.in = in;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
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
