package org.nuanxin.regionadmin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Pinyin;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionTree;

/** The names of a unit, and its code where it is new. */
class RegionForm {

    @NotBlank(message = "{region.error.name}")
    @Size(max = 30, message = "{region.error.name}")
    private String nameZh = "";

    @Size(max = 60, message = "{region.error.name-en}")
    private String nameEn = "";

    @Pattern(regexp = "|\\d{12}", message = "{region.error.code}")
    private String code = "";

    @NotBlank(message = "{region.error.reason}")
    @Size(max = 200, message = "{region.error.reason}")
    private String reason = "";

    private int version;

    static RegionForm of(Region unit) {
        RegionForm form = new RegionForm();
        form.nameZh = unit.nameZh();
        form.nameEn = unit.nameEn();
        form.version = unit.version();
        return form;
    }

    /** Without an English name the sound of the Chinese one stands for it. */
    RegionTree.Names names() {
        String sound = Pinyin.of(nameZh);
        String spelt = sound.isEmpty() ? nameZh : sound.substring(0, 1).toUpperCase(Locale.ROOT) + sound.substring(1);
        return new RegionTree.Names(nameZh, nameEn.isBlank() ? spelt : nameEn);
    }

    @Nullable
    String codeOrNull() {
        return code.isBlank() ? null : code;
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

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
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
