package org.nuanxin.dossier;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.account.CanIssueFiles;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 一户一档: asks for whom and why, then shows the file to print and offers it as .docx. */
@Controller
@RequestMapping("/families/{id:\\d+}/dossier")
@CanIssueFiles
class DossierController {

    private static final String ASK = "dossier/dossier-form";

    private final Dossiers dossiers;
    private final DossierDocument document;
    private final DossierWords words;
    private final FamilyHeads heads;

    DossierController(Dossiers dossiers, DossierDocument document, DossierWords words, FamilyHeads heads) {
        this.dossiers = dossiers;
        this.document = document;
        this.words = words;
        this.heads = heads;
    }

    @GetMapping
    String ask(@PathVariable long id, @ModelAttribute("form") DossierForm form, Model model) {
        dossiers.chapters().forEach(chapter -> form.getChapters().add(chapter.key()));
        return ask(id, model);
    }

    @PostMapping
    String issue(
            @PathVariable long id,
            @Valid @ModelAttribute("form") DossierForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(id, model);
        }
        long issue = dossiers.issue(id, form.getClientId(), form.getRecipient(), form.getPurpose(), form.getChapters());
        return "redirect:/families/" + id + "/dossier/" + issue;
    }

    @GetMapping("/{issue:\\d+}")
    String read(@PathVariable long id, @PathVariable long issue, Model model) {
        Dossiers.Dossier dossier = dossiers.read(id, issue);
        model.addAttribute("dossier", dossier);
        model.addAttribute("number", document.number(dossier));
        return "dossier/dossier-page";
    }

    @GetMapping("/{issue:\\d+}.docx")
    void download(@PathVariable long id, @PathVariable long issue, HttpServletResponse response) throws IOException {
        Dossiers.Dossier dossier = dossiers.read(id, issue);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.write(dossier, file);
        WordAnswer.send(response, "dossier-" + id + "-" + dossier.issue().number(), file.toByteArray());
    }

    private String ask(long id, Model model) {
        Map<String, String> choices = new LinkedHashMap<>();
        dossiers.chapters().forEach(chapter -> choices.put(chapter.key(), words.say(chapter.title())));
        model.addAttribute("family", heads.read(id));
        model.addAttribute("choices", choices);
        model.addAttribute("issues", dossiers.issues(id));
        return ASK;
    }
}
