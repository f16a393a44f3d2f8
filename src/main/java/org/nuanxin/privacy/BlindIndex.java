package org.nuanxin.privacy;

import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A keyed fingerprint (HMAC-SHA-256) by which an encrypted value can be found, but not read. */
@Component
public class BlindIndex {

    private final Mac mac;

    BlindIndex(Keys keys) {
        this.mac = keys.index();
    }

    /** Of a normalised value; the same value gives the same bytes until the index key is rotated. */
    public byte[] of(String value) {
        try {
            return mac.computeMac(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot index", failure);
        }
    }

    public byte @Nullable [] ofNullable(@Nullable String value) {
        return value == null ? null : of(value);
    }
}
