package org.nuanxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.family.Families;
import org.nuanxin.family.Origin;
import org.nuanxin.family.TestFamilies;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NuanxinTest
@Tag("database")
class EncryptionAtRestTest {

    private static final String DEHUA = "350526000000";

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Regions regions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EncryptedText encrypted;

    @Autowired
    BlindIndex index;

    @Test
    void whatIsStoredIsCiphertextAndTheIndexFindsIt() {
        CitizenId id = TestFamilies.citizenId(1950, Sex.MALE);
        long family = as.caseworker(
                DEHUA,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK,
                        regions.byCode(DEHUA).path(),
                        null,
                        List.of(TestFamilies.parent("德阿明", true, id)))));
        Map<String, Object> row = as.caseworker(
                DEHUA,
                () -> jdbc.sql(
                                "select citizen_id, phone, account_number, citizen_id_index from person where family_id = ?")
                        .param(family)
                        .query()
                        .singleRow());
        assertThat(new String((byte[]) row.get("citizen_id"), StandardCharsets.ISO_8859_1))
                .doesNotContain(id.value())
                .doesNotContain(id.value().substring(6, 14));
        assertThat(encrypted.convertToEntityAttribute((byte[]) row.get("citizen_id")))
                .isEqualTo(id.value());
        assertThat((byte[]) row.get("citizen_id_index")).isEqualTo(index.of(id.value()));
        assertThat((byte[]) row.get("phone")).isNotEmpty();
        assertThat((byte[]) row.get("account_number")).isNotEmpty();
    }

    @Test
    void theSameTextIsNeverTheSameCiphertext() {
        assertThat(encrypted.convertToDatabaseColumn("福建")).isNotEqualTo(encrypted.convertToDatabaseColumn("福建"));
    }

    @Test
    void aChangedRowDoesNotDecrypt() {
        byte[] stored = encrypted.convertToDatabaseColumn("13859500000");
        assertThat(stored).isNotNull();
        stored[stored.length - 1] ^= 1;
        assertThatThrownBy(() -> encrypted.convertToEntityAttribute(stored)).hasMessageContaining("cannot decrypt");
    }

    @Test
    void withoutKeysNothingStartsUnlessAskedToMakeThem(@TempDir Path empty) throws Exception {
        assertThatThrownBy(() -> new Keys(new KeyProperties(empty, false))).isInstanceOf(MissingKeys.class);
        Keys made = new Keys(new KeyProperties(empty, true));
        Keys again = new Keys(new KeyProperties(empty, false));
        byte[] sealed = made.aead().encrypt("x".getBytes(StandardCharsets.UTF_8), new byte[0]);
        assertThat(again.aead().decrypt(sealed, new byte[0])).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void masksShowNoMoreThanTheRulesAllow() {
        assertThat(Masking.citizenId("350521195210264431")).isEqualTo("3505**********4431");
        assertThat(Masking.phone("13859501234")).isEqualTo("138****1234");
        assertThat(Masking.account("6228480000000012345")).isEqualTo("2345");
        assertThat(Masking.citizenId("12345")).isEqualTo("***45");
    }
}
