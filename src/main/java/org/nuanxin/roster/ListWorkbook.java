package org.nuanxin.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.family.FactWords;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The differences of a list, and its rows to mend, as workbooks; neither carries a citizen ID. */
@Component
class ListWorkbook {

    private final MessageSource messages;
    private final FactWords words;
    private final Regions regions;

    ListWorkbook(MessageSource messages, FactWords words, Regions regions) {
        this.messages = messages;
        this.words = words;
        this.regions = regions;
    }

    void errors(List<ListImport.Wrong> wrong, OutputStream out) throws IOException {
        try (XlsxTable table = new XlsxTable(
                out,
                say("roster.tab.error"),
                List.of(
                        say("roster.result.row"),
                        say("roster.result.column"),
                        say("roster.result.value"),
                        say("roster.result.problem"),
                        say("roster.result.mend")))) {
            for (ListImport.Wrong one : wrong) {
                Problem problem = one.problem();
                Object[] arguments = problem.arguments().toArray();
                table.row(
                        one.row(),
                        problem.column(),
                        problem.shown(),
                        say(problem.code().problemKey(), arguments),
                        say(problem.code().mendKey(), arguments));
            }
        }
    }

    void differences(ListImport list, ListImports lists, OutputStream out) throws IOException {
        try (XlsxTable table = new XlsxTable(
                out,
                say("roster.lists.differences"),
                List.of(
                        say("roster.result.row"),
                        say("roster.lists.person"),
                        say("roster.result.place"),
                        say("roster.lists.recorded"),
                        say("roster.lists.says"),
                        say("roster.lists.from"),
                        say("roster.lists.outcome")))) {
            for (ListImport.Outcome outcome : ListImport.Outcome.values()) {
                for (ListImport.Row row : lists.allRows(list, outcome)) {
                    table.row(
                            row.number(),
                            row.name(),
                            regions.place(row.place()),
                            words.value(list.kind().fact(), Objects.requireNonNullElse(row.held(), "")),
                            list.kind() == ListKind.DEATH
                                    ? say("roster.lists.kind.death")
                                    : words.value(list.kind().fact(), row.value()),
                            row.from(),
                            say("roster.lists.outcome." + outcome.slug()));
                }
            }
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
