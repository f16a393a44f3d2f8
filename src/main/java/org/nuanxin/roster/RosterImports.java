package org.nuanxin.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.stereotype.Service;

/** The steps of an import, from the file to the receipt. */
@Service
class RosterImports {

    private static final int LONGEST_NAME = 120;

    private final ImportStore imports;
    private final RowStore rows;
    private final RosterJobs jobs;
    private final ErrorWorkbook errorWorkbook;

    RosterImports(ImportStore imports, RowStore rows, RosterJobs jobs, ErrorWorkbook errorWorkbook) {
        this.imports = imports;
        this.rows = rows;
        this.jobs = jobs;
        this.errorWorkbook = errorWorkbook;
    }

    /** @param again the same file was there already */
    record Uploaded(long id, boolean again) {}

    /** Keeps a file and finds out what its columns mean; nothing is read beyond the headings. */
    Uploaded upload(String regionPath, String fileName, byte[] content) throws FileRefused {
        byte[] hash = sha256(content);
        Optional<Long> same = imports.sameFile(regionPath, hash);
        if (same.isPresent()) {
            return new Uploaded(same.get(), true);
        }
        Path file = null;
        try {
            file = PrivateCopy.of(content);
            RosterReader.Outline outline = RosterReader.outline(file);
            return new Uploaded(imports.add(regionPath, plain(fileName), content, hash, outline), false);
        } catch (IOException unreadable) {
            throw new FileRefused(FileRefused.Reason.DAMAGED);
        } finally {
            PrivateCopy.remove(file);
        }
    }

    static String plain(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}<>\"|?*:]", "")
                .strip();
        int cut = Math.max(0, name.length() - LONGEST_NAME);
        return name.isEmpty() ? "roster" : name.substring(cut);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    KeysetPage<RosterImport> page(@Nullable Long before) {
        return imports.page(before);
    }

    /** Throws {@link NotFound} out of scope. */
    RosterImport find(long id) {
        imports.revive(id);
        return imports.find(id).orElseThrow(NotFound::new);
    }

    RosterReader.Outline outline(RosterImport roster) {
        return imports.outline(roster.id());
    }

    /**
     * Agrees what the columns mean and starts the trial.
     *
     * @param chosen sheet-column → field, none for a column that is not read
     * @throws Rejected where nobody could be read this way
     */
    void choose(RosterImport roster, Map<String, Optional<RosterField>> chosen) {
        RosterReader.Outline outline = imports.outline(roster.id());
        List<SheetPlan> plans = new ArrayList<>();
        for (SheetPlan plan : outline.plans()) {
            SheetPlan agreed = plan.with(plan.columns().stream()
                    .map(column -> {
                        Optional<RosterField> field = chosen.get(plan.sheet() + "-" + column.index());
                        return field == null ? column : column.as(field.orElse(null));
                    })
                    .toList());
            List<RosterField> fields = agreed.columns().stream()
                    .flatMap(column -> Optional.ofNullable(column.field()).stream())
                    .toList();
            if (fields.stream().distinct().count() < fields.size()) {
                throw new Rejected("roster.reject.column-twice");
            }
            if (!agreed.isUsable()) {
                throw new Rejected("roster.reject.columns-missing");
            }
            plans.add(agreed);
        }
        if (imports.move(
                roster.id(), RosterImport.State.READING, RosterImport.State.UPLOADED, RosterImport.State.READ)) {
            imports.agree(roster.id(), new RosterReader.Outline(plans, outline.hidden(), outline.unreadable()));
            jobs.startReading(roster);
        }
    }

    KeysetPage<StagedRow> rows(RosterImport roster, StagedRow.State state, @Nullable String after) {
        long total = switch (state) {
            case READY -> roster.ready();
            case ERROR -> roster.errors();
            case DUPLICATE -> roster.duplicates();
            case REGISTERED -> roster.registered();
        };
        return rows.page(roster, state, after, total);
    }

    Map<String, Integer> errorsByColumn(RosterImport roster) {
        return rows.errorsByColumn(roster);
    }

    int taken(RosterImport roster) {
        return roster.duplicates() == 0 ? 0 : rows.taken(roster);
    }

    void decide(RosterImport roster, long row, boolean take) {
        if (roster.state() == RosterImport.State.READ) {
            rows.decide(roster, row, take);
        }
    }

    /** Starts the writing; a second press finds it on its way, or done. */
    void confirm(RosterImport roster) {
        if (imports.move(roster.id(), RosterImport.State.WRITING, RosterImport.State.READ)) {
            jobs.startWriting(roster);
        }
    }

    /** The rows with errors as they stand in the file, with what to mend. Throws {@link NotFound} when no longer kept. */
    void writeErrors(RosterImport roster, OutputStream out) throws IOException, FileRefused {
        Path file = null;
        try {
            file = PrivateCopy.of(imports.content(roster.id()).orElseThrow(NotFound::new));
            errorWorkbook.write(file, imports.outline(roster.id()).plans(), rows.withErrors(roster), out);
        } finally {
            PrivateCopy.remove(file);
        }
    }
}
