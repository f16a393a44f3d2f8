package org.nuanxin.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanEditFamilies;
import org.nuanxin.account.CanOpenAttachments;
import org.nuanxin.attachment.AttachmentKind;
import org.nuanxin.attachment.Attachments;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Rejected;
import org.nuanxin.family.FamilyHeads;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts files into a family's file, takes them out of use, and hands them out. */
@Controller
@RequestMapping("/families/{id:\\d+}/attachments")
class AttachmentController {

    private static final String FORM = "intake/attachment-form";
    private static final String WITHDRAW = "intake/attachment-withdraw";
    private static final String BACK = "redirect:/families/{id}/attachments";

    private final Attachments attachments;
    private final FamilyHeads heads;

    AttachmentController(Attachments attachments, FamilyHeads heads) {
        this.attachments = attachments;
        this.heads = heads;
    }

    /** Always a download, never shown by the browser itself, never kept by it. */
    @GetMapping("/{file:\\d+}")
    @CanOpenAttachments
    ResponseEntity<byte[]> open(@PathVariable long id, @PathVariable long file) {
        Attachments.Opened opened = attachments.open(id, file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.mediaType()))
                .contentLength(opened.content().length)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(opened.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(opened.content());
    }

    @GetMapping("/new")
    @CanEditFamilies
    String form(@PathVariable long id, @RequestParam(required = false) @Nullable Long replaces, Model model) {
        fill(id, replaces, model);
        model.addAttribute("clientId", UUID.randomUUID());
        return FORM;
    }

    @PostMapping
    @CanEditFamilies
    ModelAndView store(
            @PathVariable long id,
            @RequestParam UUID clientId,
            @RequestParam(defaultValue = "OTHER") AttachmentKind kind,
            @RequestParam(required = false) @Nullable Long replaces,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        try {
            byte[] content = file == null ? new byte[0] : file.getBytes();
            String name = file == null ? null : file.getOriginalFilename();
            if (replaces == null) {
                attachments.store(id, clientId, kind, name, content);
            } else {
                attachments.replace(id, replaces, clientId, name, content);
            }
        } catch (Rejected refused) {
            fill(id, replaces, model);
            return new ModelAndView(FORM, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("clientId", clientId)
                    .addObject("kind", kind)
                    .addObject("refused", refused.key());
        }
        flash.addFlashAttribute("notice", "attachment.notice.stored");
        return new ModelAndView(BACK);
    }

    @GetMapping("/{file:\\d+}/withdraw")
    @CanEditFamilies
    String explain(@PathVariable long id, @PathVariable long file, Model model) {
        fill(id, file, model);
        return WITHDRAW;
    }

    @PostMapping("/{file:\\d+}/withdraw")
    @CanEditFamilies
    ModelAndView withdraw(
            @PathVariable long id,
            @PathVariable long file,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            fill(id, file, model);
            return new ModelAndView(WITHDRAW, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("reason", reason)
                    .addObject("refused", "attachment.reject.reason");
        }
        attachments.withdraw(id, file, reason.strip());
        flash.addFlashAttribute("notice", "attachment.notice.withdrawn");
        return new ModelAndView(BACK);
    }

    private void fill(long id, @Nullable Long file, Model model) {
        model.addAttribute("family", heads.read(id));
        model.addAttribute("kinds", AttachmentKind.values());
        if (file != null) {
            model.addAttribute(
                    "old",
                    attachments.ofFamily(id).stream()
                            .filter(listed -> listed.id() == file && listed.current())
                            .findFirst()
                            .orElseThrow(NotFound::new));
        }
    }
}
