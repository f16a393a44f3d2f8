package org.nuanxin.privacy;

import com.google.crypto.tink.Aead;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Text that is ciphertext in the database (AES-256-GCM); {@code @Convert(converter = EncryptedText.class)} on a bytea. */
@Component
@Converter
public class EncryptedText implements AttributeConverter<@Nullable String, byte @Nullable []> {

    private static final byte[] CONTEXT = "nuanxin".getBytes(StandardCharsets.UTF_8);

    private final Aead aead;

    EncryptedText(Keys keys) {
        this.aead = keys.aead();
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), CONTEXT);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot encrypt", failure);
        }
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] stored) {
        if (stored == null) {
            return null;
        }
        try {
            return new String(aead.decrypt(stored, CONTEXT), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot decrypt: another key, or a changed row", failure);
        }
    }
}
