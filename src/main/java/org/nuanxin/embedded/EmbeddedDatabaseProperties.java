package org.nuanxin.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded PostgreSQL keeps its data and listens.
 *
 * @param dataDir the folder of the database; its passwords and lock lie beside it
 * @param port TCP port on localhost, 0 for any free one
 */
@ConfigurationProperties("nuanxin.embedded")
record EmbeddedDatabaseProperties(
        @DefaultValue("data/postgres") Path dataDir,
        @DefaultValue("0") int port) {}
