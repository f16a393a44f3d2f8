package org.nuanxin.roster;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.nuanxin.account.Scope;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.Families;
import org.nuanxin.family.NewFamily;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The long work of an import, in the background and bound to the import's region: trying a file, writing its families. */
@Component
class RosterJobs {

    private static final Logger log = LoggerFactory.getLogger(RosterJobs.class);
    private static final int CHUNK = 500;

    private final ImportStore imports;
    private final RowStore rows;
    private final KnownPeople knownPeople;
    private final Regions regions;
    private final Families families;
    private final Audit audit;
    private final Clock clock;
    private final EntityManager entities;
    private final TransactionTemplate whole;
    private final TransactionTemplate beside;
    private final ThreadPoolTaskExecutor executor;

    RosterJobs(
            ImportStore imports,
            RowStore rows,
            KnownPeople knownPeople,
            Regions regions,
            Families families,
            Audit audit,
            Clock clock,
            EntityManager entities,
            PlatformTransactionManager transactions,
            @Qualifier("rosterExecutor") ThreadPoolTaskExecutor rosterExecutor) {
        this.imports = imports;
        this.rows = rows;
        this.knownPeople = knownPeople;
        this.regions = regions;
        this.families = families;
        this.audit = audit;
        this.clock = clock;
        this.entities = entities;
        this.whole = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.executor = rosterExecutor;
    }

    void startReading(RosterImport roster) {
        start(roster, RosterImport.State.UPLOADED, () -> read(roster.id()));
    }

    void startWriting(RosterImport roster) {
        start(roster, RosterImport.State.READ, () -> write(roster.id()));
    }

    private void start(RosterImport roster, RosterImport.State back, Runnable work) {
        long actor = Scope.actor();
        try {
            executor.execute(() -> Scope.run(roster.regionPath(), actor, () -> guarded(roster.id(), back, work)));
        } catch (TaskRejectedException busy) {
            imports.failed(roster.id(), back, "roster.failed.busy", List.of());
        }
    }

    /** Whatever happens, the import does not stay "working": nothing was written, and the page says so. */
    private void guarded(long id, RosterImport.State back, Runnable work) {
        boolean finished = false;
        try {
            work.run();
            finished = true;
        } catch (Rejected rejected) {
            imports.failed(id, back, "roster.failed.clash", List.of());
            finished = true;
        } finally {
            if (!finished) {
                log.error("roster import {} stopped; nothing of it was written", id);
                imports.failed(id, back, "roster.failed.stopped", List.of());
            }
        }
    }

    private void read(long id) {
        long start = clock.millis();
        RosterImport roster = imports.find(id).orElseThrow(NotFound::new);
        RosterReader.Outline outline = imports.outline(id);
        Path file = null;
        try {
            file = PrivateCopy.of(imports.content(id).orElseThrow(NotFound::new));
            RosterReader.Reading reading = RosterReader.read(
                    file,
                    outline.plans(),
                    new TreeDivisions(regions, roster.regionPath()),
                    LocalDate.now(clock),
                    done -> imports.progress(id, done));
            whole.executeWithoutResult(status -> stage(roster, outline, reading, start));
        } catch (FileRefused refused) {
            imports.failed(id, RosterImport.State.UPLOADED, refused.key(), refused.arguments());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            PrivateCopy.remove(file);
        }
    }

    private void stage(RosterImport roster, RosterReader.Outline outline, RosterReader.Reading reading, long start) {
        List<StagedRow> staged = Sorting.of(reading.rows(), knownPeople.ask(reading.ready()), outline.plans());
        rows.addAll(roster, staged);
        List<RosterRow> ready =
                of(staged, StagedRow.State.READY).map(StagedRow::row).toList();
        ImportStore.Counts counts = new ImportStore.Counts(
                ready.size(),
                (int) of(staged, StagedRow.State.ERROR).count(),
                (int) of(staged, StagedRow.State.DUPLICATE).count(),
                (int) of(staged, StagedRow.State.REGISTERED).count());
        RosterImport.Summary summary =
                summary(Household.of(ready), townships(reading.rows()), outline, reading.skipped());
        imports.read(roster.id(), counts, summary, clock.millis() - start);
        audit.record(Act.general("roster.tried").because(roster.fileName()));
    }

    private static Stream<StagedRow> of(List<StagedRow> staged, StagedRow.State state) {
        return staged.stream().filter(row -> row.state() == state);
    }

    private static RosterImport.Summary summary(
            List<Household> households, List<String> townships, RosterReader.Outline outline, List<String> skipped) {
        return new RosterImport.Summary(
                households.size(),
                households.stream()
                        .mapToInt(household -> household.members().size())
                        .sum(),
                (int) households.stream()
                        .filter(household -> !household.child().name().isEmpty())
                        .count(),
                townships,
                skipped.stream().limit(50).toList(),
                outline.hidden(),
                outline.unreadable());
    }

    private List<String> townships(List<RosterRow> read) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RosterRow row : read) {
            if (row.region() != null) {
                List<String> paths = new RegionPath(row.region().path()).ancestorsAndSelf();
                counts.merge(paths.get(Math.min(2, paths.size() - 1)), 1, Integer::sum);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        regions.byPaths(counts.keySet()).forEach(region -> names.put(region.path(), region.nameZh()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> names.getOrDefault(entry.getKey(), ""))
                .toList();
    }

    /** All ready rows in one transaction, or none. */
    private void write(long id) {
        long start = clock.millis();
        RosterImport roster = imports.find(id).orElseThrow(NotFound::new);
        whole.executeWithoutResult(status -> {
            StockFamily stock = new StockFamily(roster, LocalDate.now(clock));
            List<Household> households = Household.of(rows.toWrite(roster));
            for (int from = 0; from < households.size(); from += CHUNK) {
                List<NewFamily> chunk = new ArrayList<>();
                households
                        .subList(from, Math.min(from + CHUNK, households.size()))
                        .forEach(household -> chunk.add(stock.of(household)));
                families.registerAll(chunk);
                entities.flush();
                entities.clear();
                int done = from + chunk.size();
                beside.executeWithoutResult(own -> imports.progress(id, done));
            }
            RosterImport.Summary before = Objects.requireNonNull(roster.summary());
            int children = (int) households.stream()
                    .filter(household -> !household.child().name().isEmpty())
                    .count();
            RosterImport.Summary after = new RosterImport.Summary(
                    households.size(),
                    households.stream()
                            .mapToInt(household -> household.members().size())
                            .sum(),
                    children,
                    before.townships(),
                    before.skipped(),
                    before.hidden(),
                    before.unreadable());
            if (!imports.done(id, after, clock.millis() - start)) {
                throw new Rejected("roster.failed.clash");
            }
            audit.record(Act.general("roster.imported").because(roster.fileName()));
        });
    }
}
