package org.nuanxin.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanOpenAttachments;
import org.nuanxin.attachment.AttachmentKind;
import org.nuanxin.attachment.Attachments;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Records papers and criteria of a family, several at once. */
@Controller
@RequestMapping("/families/{id:\\d+}/papers")
class PapersController {

    private static final String VIEW = "intake/papers-form";

    private static final Map<String, AttachmentKind> KINDS = Map.of(
            "ID_CARD", AttachmentKind.IDENTITY,
            "HOUSEHOLD", AttachmentKind.HOUSEHOLD,
            "MARRIAGE", AttachmentKind.MARRIAGE,
            "ONE_CHILD", AttachmentKind.CHILD,
            "DEATH", AttachmentKind.CHILD,
            "DISABILITY", AttachmentKind.CHILD,
            "VILLAGE", AttachmentKind.VILLAGE);

    private final Papers papers;
    private final Criteria criteria;
    private final PaperDesk desk;
    private final Corrections corrections;
    private final FamilyHeads heads;
    private final Formats formats;

    PapersController(
            Papers papers,
            Criteria criteria,
            PaperDesk desk,
            Corrections corrections,
            FamilyHeads heads,
            Formats formats) {
        this.papers = papers;
        this.criteria = criteria;
        this.desk = desk;
        this.corrections = corrections;
        this.heads = heads;
        this.formats = formats;
    }

    /** What the form starts from: what is known, so that a line that is not sent stays as it is. */
    @ModelAttribute("form")
    PapersForm form(@PathVariable long id, Model model) {
        List<Papers.Paper> known = papers.ofFamily(id);
        List<Criteria.Criterion> asked = criteria.ofFamily(id);
        model.addAttribute("family", heads.read(id));
        model.addAttribute("papers", known);
        model.addAttribute("criteria", asked);
        model.addAttribute("correction", corrections.open(id).orElse(null));
        return PapersForm.of(known, asked, formats.today());
    }

    @GetMapping
    @CanOpenAttachments
    String page(@PathVariable long id) {
        heads.open(id);
        return VIEW;
    }

    @PostMapping
    @CanEditFamilies
    ModelAndView record(
            @PathVariable long id,
            @ModelAttribute("form") PapersForm form,
            BindingResult errors,
            RedirectAttributes flash)
            throws IOException {
        form.check(errors, formats.today());
        if (!errors.hasErrors()) {
            try {
                int written = desk.record(id, entries(id, form), form.answers());
                flash.addFlashAttribute("notice", written == 0 ? "intake.notice.same" : "intake.notice.recorded");
                flash.addFlashAttribute("noticeArgs", List.of(written));
                return new ModelAndView("redirect:/families/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(VIEW, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<PaperDesk.Brought> entries(long id, PapersForm form) throws IOException {
        List<PaperDesk.Brought> brought = new ArrayList<>();
        for (Papers.Paper paper : papers.ofFamily(id)) {
            PapersForm.PaperLine line = form.getPapers().get(paper.code());
            if (line != null && line.getState() != null) {
                brought.add(new PaperDesk.Brought(
                        new Papers.Entry(
                                paper.code(),
                                requireNonNull(line.getState()),
                                requireNonNull(line.getOn()),
                                line.getSubstitute(),
                                line.getReference(),
                                paper.attachmentId()),
                        file(paper.code(), line)));
            }
        }
        return brought;
    }

    private static PaperDesk.@Nullable Scan file(String code, PapersForm.PaperLine line) throws IOException {
        MultipartFile file = line.getFile();
        if (file == null
                || (file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty()))) {
            return null;
        }
        if (file.getSize() > Attachments.LARGEST) {
            throw new Rejected("attachment.reject.size");
        }
        return new PaperDesk.Scan(
                line.getClientId(),
                KINDS.getOrDefault(code, AttachmentKind.OTHER),
                file.getOriginalFilename(),
                file.getBytes());
    }
}
