package org.nuanxin.privacy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Files as ciphertext (AES-256-GCM), bound to the record they belong to: moved to another one they do not open. */
@Component
public class EncryptedBytes {

    private final Aead aead;

    EncryptedBytes(Keys keys) {
        this.aead = keys.aead();
    }

    public byte[] encrypt(byte[] content, String belongsTo) {
        try {
            return aead.encrypt(content, belongsTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot encrypt", failure);
        }
    }

    public byte[] decrypt(byte[] stored, String belongsTo) {
        try {
            return aead.decrypt(stored, belongsTo.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot decrypt: another key, or a changed row", failure);
        }
    }
}
