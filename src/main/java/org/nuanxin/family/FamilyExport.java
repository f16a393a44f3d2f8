package org.nuanxin.family;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.XlsxTable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the members of the listed families as .xlsx, masked, in chunks of the list's own pages. */
@Service
class FamilyExport {

    private static final int CHUNK = 500;
    private static final List<String> COLUMNS = List.of(
            "family.fileNumber",
            "family.name",
            "family.role",
            "family.list.age",
            "family.citizenId",
            "family.phone",
            "family.list.place",
            "family.livelihood",
            "family.list.ability",
            "family.list.origin",
            "family.list.status");

    private final FamilyList families;
    private final PersonRepository people;
    private final FamilyOptions options;
    private final Formats formats;
    private final MessageSource messages;
    private final Audit audit;

    FamilyExport(
            FamilyList families,
            PersonRepository people,
            FamilyOptions options,
            Formats formats,
            MessageSource messages,
            Audit audit) {
        this.families = families;
        this.people = people;
        this.options = options;
        this.formats = formats;
        this.messages = messages;
        this.audit = audit;
    }

    /** Streams the workbook; the export itself is recorded with the number of families. */
    @Transactional
    public void write(FamilyFilter filter, OutputStream out) {
        long count = 0;
        List<String> head = COLUMNS.stream().map(this::text).toList();
        try (XlsxTable table = new XlsxTable(out, text("family.list.title"), head)) {
            for (List<FamilyList.Row> chunk = families.chunk(filter, CHUNK, null);
                    !chunk.isEmpty();
                    chunk = families.chunk(filter, CHUNK, chunk.get(chunk.size() - 1))) {
                count += chunk.size();
                write(chunk, table);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        audit.record(Act.general("family.exported").changing(Act.Change.of("family.count", null, count)));
    }

    private void write(List<FamilyList.Row> chunk, XlsxTable table) throws IOException {
        Map<Long, List<Person>> members =
                people
                        .findByFamilyIdInOrderById(
                                chunk.stream().map(FamilyList.Row::id).toList())
                        .stream()
                        .filter(Person::active)
                        .collect(Collectors.groupingBy(Person::familyId));
        for (FamilyList.Row family : chunk) {
            for (Person person : members.getOrDefault(family.id(), List.of())) {
                FamilyList.Someone known = family.people().stream()
                        .filter(someone -> someone.id() == person.id())
                        .findFirst()
                        .orElse(null);
                table.row(
                        family.fileNumber(),
                        person.name(),
                        options.label("role", person.role()),
                        person.diedOn() == null ? formats.age(person.bornOn()) : null,
                        person.maskedCitizenId(),
                        person.maskedPhone(),
                        family.place(),
                        known == null || known.livelihood() == null
                                ? null
                                : options.label("livelihood", known.livelihood()),
                        known == null ? null : ability(known),
                        options.label("origin", family.origin()),
                        options.label("status", family.status()));
            }
        }
    }

    private String ability(FamilyList.Someone known) {
        return Stream.of(known)
                .map(one -> one.ability() != null
                        ? options.label("ability", one.ability())
                        : one.reportedTier() != null
                                ? messages.getMessage(
                                        "family.reported",
                                        new Object[] {options.label("tier", one.reportedTier())},
                                        LocaleContextHolder.getLocale())
                                : options.label("ability", "unknown"))
                .collect(Collectors.joining());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
