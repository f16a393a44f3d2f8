package org.nuanxin.dossier;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.nuanxin.account.CanPrintContacts;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.DocxFile;
import org.nuanxin.common.Formats;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 联系单: the ticked families, ready to print and as .docx. */
@Controller
@CanPrintContacts
class ContactSheetController {

    private final ContactSheets sheets;
    private final DossierWords words;
    private final Formats formats;

    ContactSheetController(ContactSheets sheets, DossierWords words, Formats formats) {
        this.sheets = sheets;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping("/contact-sheet")
    String page(@RequestParam(defaultValue = "") List<Long> id, Model model) {
        model.addAttribute("lines", sheets.take(id));
        model.addAttribute("ids", id.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return "dossier/contact-sheet";
    }

    @GetMapping("/contact-sheet.docx")
    void download(
            @RequestParam(defaultValue = "") List<Long> id,
            @AuthenticationPrincipal SignedInAccount account,
            HttpServletResponse response)
            throws IOException {
        List<ContactSheets.Line> lines = sheets.take(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DocxFile file = new DocxFile(true)) {
            file.frame(
                    words.say("dossier.contacts.title"),
                    words.say("dossier.foot", account.displayName(), formats.date(formats.today())),
                    words.all("dossier.page.before", "dossier.page.between", "dossier.page.after"));
            file.title(words.say("dossier.contacts.title"), words.say("dossier.contacts.count", lines.size()));
            file.table(
                    words.all(
                            "dossier.contacts.place",
                            "dossier.contacts.called",
                            "dossier.contacts.names",
                            "family.phone",
                            "family.visitors",
                            "dossier.contacts.mind",
                            "dossier.contacts.next"),
                    lines.stream().map(ContactSheetController::cells).toList(),
                    List.of(16, 12, 14, 13, 12, 24, 9));
            file.paragraph(words.say("dossier.contacts.keep"));
            file.write(out);
        }
        WordAnswer.send(response, "contacts-" + formats.today(), out.toByteArray());
    }

    private static List<String> cells(ContactSheets.Line line) {
        return List.of(
                line.place(), line.called(), line.names(), line.phones(), line.visitors(), line.mind(), line.next());
    }
}
