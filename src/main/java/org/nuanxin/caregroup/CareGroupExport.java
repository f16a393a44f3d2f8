package org.nuanxin.caregroup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list as a workbook, chunk by chunk; the export is recorded. */
@Service
class CareGroupExport {

    private static final int CHUNK = 1_000;

    private final CareGroupList groups;
    private final MessageSource messages;
    private final Audit audit;

    CareGroupExport(CareGroupList groups, MessageSource messages, Audit audit) {
        this.groups = groups;
        this.messages = messages;
        this.audit = audit;
    }

    @Transactional
    void write(CareGroupFilter filter, OutputStream out) throws IOException {
        audit.record(Act.general("caregroup.list-exported"));
        try (Workbook book = new Workbook(out, "Nuanxin", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("caregroup.list.title"));
            List<String> heads = new ArrayList<>(List.of(text("caregroup.list.family"), text("caregroup.list.place")));
            SeatKind.theFour().forEach(kind -> heads.add(text("caregroup.seat." + kind.name())));
            heads.addAll(List.of(text("caregroup.list.others"), text("caregroup.list.left")));
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.width(column, column < 2 ? 24 : 16);
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int line = 1;
            List<CareGroupList.Row> chunk = groups.chunk(filter, null, CHUNK);
            while (!chunk.isEmpty()) {
                for (CareGroupList.Row row : chunk) {
                    write(sheet, line++, row);
                }
                sheet.flush();
                chunk = groups.chunk(filter, chunk.get(chunk.size() - 1), CHUNK);
            }
        }
    }

    private void write(Worksheet sheet, int line, CareGroupList.Row row) {
        sheet.value(line, 0, row.names());
        sheet.value(line, 1, row.place());
        int column = 2;
        for (SeatKind kind : SeatKind.theFour()) {
            sheet.value(line, column++, text(row.held().contains(kind) ? "caregroup.filled" : "caregroup.vacant"));
        }
        sheet.value(line, column++, row.others());
        if (row.left() != null) {
            sheet.value(line, column, row.left());
            sheet.style(line, column).format("#,##0.00").set();
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
