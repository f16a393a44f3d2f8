package org.nuanxin.family;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    /** Who it is, on every row. */
    private static final List<String> PERSON = List.of(
            "family.fileNumber",
            "family.name",
            "family.role",
            "family.list.age",
            "family.citizenId",
            "family.phone",
            "family.list.place");

    /** Of the person, not of the family. */
    private static final List<String> OF_PERSON = List.of("livelihood", "ability");

    /** Already there. */
    private static final List<String> SAID = List.of("number", "age", "place");

    private static final List<String> USUAL = List.of("livelihood", "ability", "origin", "status");

    private final FamilyList families;
    private final PersonRepository people;
    private final FamilyColumns columns;
    private final FamilyOptions options;
    private final Formats formats;
    private final MessageSource messages;
    private final Audit audit;

    FamilyExport(
            FamilyList families,
            PersonRepository people,
            FamilyColumns columns,
            FamilyOptions options,
            Formats formats,
            MessageSource messages,
            Audit audit) {
        this.families = families;
        this.people = people;
        this.columns = columns;
        this.options = options;
        this.formats = formats;
        this.messages = messages;
        this.audit = audit;
    }

    /** Streams the workbook; the export itself is recorded with the number of families. */
    @Transactional
    public void write(FamilyFilter filter, OutputStream out) {
        long count = 0;
        List<FamilyColumns.Column> shown = shown(filter);
        List<String> head = Stream.concat(PERSON.stream(), shown.stream().map(FamilyColumns.Column::label))
                .map(this::text)
                .toList();
        try (XlsxTable table = new XlsxTable(out, text("family.list.title"), head)) {
            for (List<FamilyList.Row> chunk = families.chunk(filter, CHUNK, null, shown);
                    !chunk.isEmpty();
                    chunk = families.chunk(filter, CHUNK, chunk.get(chunk.size() - 1), shown)) {
                count += chunk.size();
                write(chunk, shown, table);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        audit.record(Act.general("family.exported").changing(Act.Change.of("family.count", null, count)));
    }

    private void write(List<FamilyList.Row> chunk, List<FamilyColumns.Column> shown, XlsxTable table)
            throws IOException {
        Map<Long, List<Person>> members =
                people
                        .findByFamilyIdInOrderById(
                                chunk.stream().map(FamilyList.Row::id).toList())
                        .stream()
                        .filter(Person::active)
                        .collect(Collectors.groupingBy(Person::familyId));
        for (FamilyList.Row family : chunk) {
            for (Person person : members.getOrDefault(family.id(), List.of())) {
                List<@Nullable Object> cells = new ArrayList<@Nullable Object>(Arrays.<@Nullable Object>asList(
                        family.fileNumber(),
                        person.name(),
                        options.label("role", person.role()),
                        person.diedOn() == null ? formats.age(person.bornOn()) : null,
                        person.maskedCitizenId(),
                        person.maskedPhone(),
                        family.place()));
                shown.forEach(column -> cells.add(cell(column.key(), family, person)));
                table.row(cells.toArray());
            }
        }
    }

    /** The columns of the list that add something to who it is. */
    private List<FamilyColumns.Column> shown(FamilyFilter filter) {
        return filter.columns().isEmpty()
                ? columns.all().stream()
                        .filter(column -> USUAL.contains(column.key()))
                        .toList()
                : columns.of(filter).stream()
                        .filter(column -> !SAID.contains(column.key()))
                        .toList();
    }

    private @Nullable String cell(String column, FamilyList.Row family, Person person) {
        if (!OF_PERSON.contains(column)) {
            return columns.text(column, family);
        }
        return family.people().stream()
                .filter(someone -> someone.id() == person.id())
                .map(someone -> column.equals("ability")
                        ? ability(someone)
                        : someone.livelihood() == null ? "" : options.label("livelihood", someone.livelihood()))
                .findFirst()
                .orElse(null);
    }

    private String ability(FamilyList.Someone known) {
        return known.ability() != null
                ? options.label("ability", known.ability())
                : known.reportedTier() != null
                        ? options.reported(known.reportedTier())
                        : options.label("ability", "unknown");
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
