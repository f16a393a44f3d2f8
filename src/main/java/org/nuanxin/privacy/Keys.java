package org.nuanxin.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The two key sets, as Tink JSON files outside the database: {@code aead.json} for encryption, {@code index.json} for
 * blind indexes. They rotate apart.
 */
@Component
@EnableConfigurationProperties(KeyProperties.class)
class Keys {

    private final Aead aead;
    private final Mac index;

    Keys(KeyProperties properties) throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
        Path folder = properties.dir();
        this.aead = load(folder.resolve("aead.json"), PredefinedAeadParameters.AES256_GCM, properties.create())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.index = load(
                        folder.resolve("index.json"),
                        PredefinedMacParameters.HMAC_SHA256_256BITTAG,
                        properties.create())
                .getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    Aead aead() {
        return aead;
    }

    Mac index() {
        return index;
    }

    private static KeysetHandle load(Path file, Parameters parameters, boolean create) throws GeneralSecurityException {
        try {
            if (Files.exists(file)) {
                return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            }
            if (!create) {
                throw new MissingKeys(file);
            }
            KeysetHandle fresh = KeysetHandle.generateNew(parameters);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()),
                    StandardOpenOption.TRUNCATE_EXISTING);
            return fresh;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("key file " + file, unreadable);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
