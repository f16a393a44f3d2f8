package org.nuanxin.merge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.family.FamilyList;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pairs as a workbook, names and villages only; the export is recorded. */
@Service
class DuplicateExport {

    private final DuplicatePairs pairs;
    private final MessageSource messages;
    private final Audit audit;

    DuplicateExport(DuplicatePairs pairs, MessageSource messages, Audit audit) {
        this.pairs = pairs;
        this.messages = messages;
        this.audit = audit;
    }

    @Transactional
    public void write(DuplicateFilter filter, OutputStream out) throws IOException {
        List<DuplicatePairs.Pair> all = pairs.all(filter);
        audit.record(Act.general("merge.list-exported").changing(Act.Change.of("merge.count", null, all.size())));
        List<String> head = List.of(
                text("merge.list.one"),
                text("merge.list.number"),
                text("merge.list.place"),
                text("merge.list.other"),
                text("merge.list.number"),
                text("merge.list.place"),
                text("merge.list.why"),
                text("merge.list.ruling"));
        try (XlsxTable table = new XlsxTable(out, text("merge.list.title"), head)) {
            for (DuplicatePairs.Pair pair : all) {
                FamilyList.Row a = pair.first();
                FamilyList.Row b = pair.second();
                table.row(
                        a.names(),
                        a.fileNumber(),
                        a.place(),
                        b.names(),
                        b.fileNumber(),
                        b.place(),
                        pair.likeness().stream()
                                .map(why -> text("merge.like." + why))
                                .collect(Collectors.joining("、")),
                        pair.reason());
            }
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
