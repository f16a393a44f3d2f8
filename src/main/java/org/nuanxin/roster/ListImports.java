package org.nuanxin.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.KeysetPage;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The steps of an official list: read, compared, chosen, written all or nothing. */
@Service
class ListImports {

    private final ListStore lists;
    private final ListComparison comparison;
    private final Clock clock;

    ListImports(ListStore lists, ListComparison comparison, Clock clock) {
        this.lists = lists;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** @param again the same file was there already */
    record Uploaded(long id, boolean again) {}

    /** Reads a file and compares it; nothing is written, and the file is not kept. */
    Uploaded upload(String regionPath, ListKind kind, LocalDate asOf, String source, String fileName, byte[] content)
            throws FileRefused {
        ListStore.Brought brought =
                new ListStore.Brought(regionPath, kind, asOf, source, RosterImports.plain(fileName), sha256(content));
        Optional<Long> same = lists.same(brought);
        if (same.isPresent()) {
            return new Uploaded(same.get(), true);
        }
        Path file = null;
        try {
            file = PrivateCopy.of(content);
            ListReader.Reading reading = ListReader.read(file, kind, asOf, LocalDate.now(clock));
            long id = lists.add(brought, reading);
            comparison.compare(find(id), true);
            return new Uploaded(id, false);
        } catch (IOException unreadable) {
            throw new FileRefused(FileRefused.Reason.DAMAGED);
        } finally {
            PrivateCopy.remove(file);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    KeysetPage<ListImport> page(@Nullable Long before) {
        return lists.page(before);
    }

    /** Throws {@link NotFound} out of scope. */
    ListImport find(long id) {
        return lists.find(id).orElseThrow(NotFound::new);
    }

    Map<ListImport.Outcome, Integer> counts(ListImport list) {
        return lists.counts(list.id());
    }

    int taken(ListImport list) {
        return lists.taken(list.id());
    }

    KeysetPage<ListImport.Row> rows(ListImport list, ListImport.Outcome outcome, String q, int after) {
        return KeysetPage.of(
                lists.rows(list.id(), outcome, q, after, KeysetPage.SIZE + 1),
                row -> String.valueOf(row.number()),
                after == 0,
                lists.count(list.id(), outcome, q));
    }

    List<ListImport.Row> allRows(ListImport list, ListImport.Outcome outcome) {
        return lists.rows(list.id(), outcome, "", 0, RosterFile.MAX_ROWS);
    }

    List<ListImport.Wrong> wrong(ListImport list, int after, int size) {
        return lists.wrong(list.id(), after, size);
    }

    List<ListImport.Missing> missing(ListImport list) {
        return comparison.missing(list);
    }

    void take(ListImport list, ListImport.Outcome outcome, @Nullable Long row, boolean take) {
        if (outcome.writes() && list.kind() != ListKind.DEATH) {
            lists.take(list.id(), outcome, row, take);
        }
    }

    void endMissing(ListImport list, boolean end) {
        lists.endMissing(list.id(), end);
    }

    /** Writes what was taken over. False where something changed meanwhile: it is compared anew, nothing is written. */
    boolean apply(ListImport list) {
        try {
            comparison.apply(list);
            return true;
        } catch (Rejected | DataIntegrityViolationException changed) {
            comparison.compare(list, false);
            return false;
        }
    }
}
