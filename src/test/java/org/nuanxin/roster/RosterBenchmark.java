package org.nuanxin.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a big roster takes, told in the log; run by name: {@code mvn test -Dtest=RosterBenchmark}. */
@NuanxinTest
class RosterBenchmark {

    private static final Logger log = LoggerFactory.getLogger(RosterBenchmark.class);
    private static final String LICHENG = "350502000000";
    private static final int ROWS = 20_000;

    @Autowired
    As as;

    @Autowired
    RosterImports imports;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @Test
    void twentyThousandRows() throws Exception {
        List<List<Object>> rows = new ArrayList<>(List.of(new ArrayList<>(StrangeRosters.HEADINGS)));
        for (int n = 0; n < ROWS; n++) {
            rows.add(StrangeRosters.person(10_000 + n));
        }
        byte[] file = Files.readAllBytes(new StrangeRosters(folder).xlsx("big.xlsx", rows));
        String path = jdbc.sql("select path from region where code = :code and level = 'COUNTY'")
                .param("code", LICHENG)
                .query(String.class)
                .single();

        long start = System.nanoTime();
        long id = as.caseworker(LICHENG, () -> {
            try {
                return imports.upload(path, "big.xlsx", file).id();
            } catch (FileRefused refused) {
                throw new AssertionError(refused);
            }
        });
        long uploaded = System.nanoTime();
        as.caseworker(LICHENG, () -> {
            imports.choose(imports.find(id), Map.of());
            return true;
        });
        RosterImport tried = settled(id);
        long read = System.nanoTime();
        as.caseworker(LICHENG, () -> {
            imports.confirm(imports.find(id));
            return true;
        });
        RosterImport done = settled(id);
        long written = System.nanoTime();

        log.info(
                "{} rows, {} KB: upload {} ms, trial {} ms, writing {} ms; {} ready, {} families",
                ROWS,
                file.length / 1024,
                millis(start, uploaded),
                millis(uploaded, read),
                millis(read, written),
                tried.ready(),
                done.summary().families());
        assertThat(done.state()).isEqualTo(RosterImport.State.DONE);
        assertThat(done.summary().people()).isEqualTo(tried.ready());
    }

    private RosterImport settled(long id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !find(id).state().isWorking());
        return find(id);
    }

    private RosterImport find(long id) {
        return as.caseworker(LICHENG, () -> imports.find(id));
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
