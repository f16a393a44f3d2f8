package org.nuanxin.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nuanxin.common.DocxFile;
import org.nuanxin.common.Formats;
import org.springframework.stereotype.Component;

/** The household file as .docx. */
@Component
class DossierDocument {

    private final DossierWords words;
    private final Formats formats;

    DossierDocument(DossierWords words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    void write(Dossiers.Dossier dossier, OutputStream out) throws IOException {
        try (DocxFile file = new DocxFile(false)) {
            Dossiers.Issue issue = dossier.issue();
            String number = number(dossier);
            file.frame(
                    words.say("dossier.title") + "  " + number,
                    words.say("dossier.foot", issue.by(), formats.time(issue.at())),
                    words.all("dossier.page.before", "dossier.page.between", "dossier.page.after"));
            file.title(words.say("dossier.title"), dossier.family().title());
            file.pairs(List.of(
                    List.of(words.say("family.fileNumber"), number),
                    List.of(words.say("dossier.recipient"), issue.recipient()),
                    List.of(words.say("dossier.purpose"), issue.purpose())));
            int at = 1;
            for (Dossiers.Written chapter : dossier.chapters()) {
                file.heading(words.say("dossier.chapter", at++, words.say(chapter.title())));
                write(chapter.content(), file);
            }
            file.paragraph(words.say("dossier.masked"));
            file.write(out);
        }
    }

    String number(Dossiers.Dossier dossier) {
        String number = dossier.family().fileNumber();
        return number == null ? words.say("family.noNumberYet") : number;
    }

    private void write(DossierChapter.Content content, DocxFile file) {
        if (content.isEmpty()) {
            file.paragraph(words.say("dossier.nothing"));
            return;
        }
        for (DossierChapter.Table table : content.tables()) {
            if (!table.rows().isEmpty()) {
                file.table(table.head(), table.rows(), table.shares());
            }
        }
        if (!content.pairs().isEmpty()) {
            file.pairs(content.pairs().stream()
                    .map(pair -> List.of(pair.name(), pair.value()))
                    .toList());
        }
    }
}
