package org.nuanxin.privacy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are.
 *
 * @param dir folder of the key files, beside the database folder and never inside it
 * @param create make missing keys; only the demonstration and the tests do
 */
@ConfigurationProperties("nuanxin.keys")
record KeyProperties(
        @DefaultValue("./data/keys") Path dir,
        @DefaultValue("false") boolean create) {}
