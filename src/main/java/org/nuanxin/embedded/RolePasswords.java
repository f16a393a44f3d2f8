package org.nuanxin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Random passwords of one embedded server, kept beside its folder for the user alone. */
record RolePasswords(String superuser, String owner, String application) {

    /** Reads the passwords from the file, or makes and keeps new ones. */
    static RolePasswords in(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RolePasswords read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new RolePasswords(
                properties.getProperty("superuser", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("application", ""));
    }

    private static void write(Path file) throws IOException {
        Path fresh = PrivateFiles.create(Path.of(file + ".new"));
        Files.writeString(
                fresh,
                "superuser=%s%nowner=%s%napplication=%s%n".formatted(random(), random(), random()),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file);
    }

    /** The file initdb reads the superuser's password from. */
    Path superuserFile(Path file) throws IOException {
        return Files.writeString(PrivateFiles.create(file), superuser, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "passwords";
    }
}
