package org.nuanxin.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanOpenAttachments;
import org.nuanxin.account.CanReviewFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.family.FamilyList;
import org.nuanxin.setting.Settings;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 公示: the lists, one list to print, and what was objected. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private static final String START = "intake/notice-start";
    private static final String PAGE = "intake/notice-page";
    private static final int USUAL = 7;
    private static final int SHOWN = 100;

    private final Notices notices;
    private final FamilyList families;
    private final Settings settings;
    private final Formats formats;
    private final MessageSource messages;

    NoticeController(Notices notices, FamilyList families, Settings settings, Formats formats, MessageSource messages) {
        this.notices = notices;
        this.families = families;
        this.settings = settings;
        this.formats = formats;
        this.messages = messages;
    }

    /** Who reads a list does not always write on it. */
    @ModelAttribute("may_review")
    boolean mayReview(@AuthenticationPrincipal SignedInAccount account) {
        return account.has(Role.CASEWORKER) || account.has(Role.APPROVER);
    }

    @GetMapping
    @CanOpenAttachments
    String list(@RequestParam(defaultValue = "") String state, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("today", formats.today());
        model.addAttribute(
                "batches",
                notices.batches(null, SHOWN).stream()
                        .filter(batch -> switch (state) {
                            case "running" -> batch.endsOn().isAfter(formats.today());
                            case "objected" -> batch.open() > 0;
                            default -> true;
                        })
                        .toList());
        return "intake/notice-list";
    }

    /** Which of the chosen go on the list, before anything is written. */
    @GetMapping("/new")
    @CanReviewFamilies
    String choose(
            @RequestParam(defaultValue = "") List<Long> id,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        int days = account.regionPath() == null ? 0 : settings.number(IntakeSettings.NOTICE, account.regionPath());
        fill(id, model);
        model.addAttribute("batch", UUID.randomUUID());
        model.addAttribute("days", days == 0 ? USUAL : days);
        return START;
    }

    @PostMapping
    @CanReviewFamilies
    ModelAndView start(
            @RequestParam(defaultValue = "") List<Long> id,
            @RequestParam UUID batch,
            @RequestParam(defaultValue = "0") String days,
            @RequestParam(required = false) @Nullable String postedAt,
            Model model,
            RedirectAttributes flash) {
        String refused = null;
        if (!days.strip().matches("[1-9]|[1-5]\\d|60")) {
            refused = "intake.error.days";
        } else if (postedAt == null || postedAt.isBlank() || postedAt.length() > 100) {
            refused = "intake.error.posted";
        } else {
            try {
                notices.start(batch, id, Integer.parseInt(days.strip()), postedAt.strip());
            } catch (Rejected rejected) {
                refused = rejected.key();
            }
        }
        if (refused != null) {
            fill(id, model);
            return new ModelAndView(START, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("batch", batch)
                    .addObject("days", days)
                    .addObject("postedAt", postedAt)
                    .addObject("refused", refused);
        }
        flash.addFlashAttribute("notice", "intake.notice.started");
        return new ModelAndView("redirect:/notices/" + batch);
    }

    @GetMapping("/{batch}")
    @CanOpenAttachments
    String page(@PathVariable UUID batch, Model model) {
        read(batch, model);
        return PAGE;
    }

    @PostMapping("/{batch}/objections")
    @CanReviewFamilies
    ModelAndView object(
            @PathVariable UUID batch,
            @RequestParam long noticeId,
            @RequestParam UUID clientId,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String text,
            Model model,
            RedirectAttributes flash) {
        if (by == null || text == null || by.isBlank() || text.isBlank() || by.length() > 40 || text.length() > 500) {
            read(batch, model);
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("clientId", clientId)
                    .addObject("by", by)
                    .addObject("text", text)
                    .addObject("picked", noticeId)
                    .addObject("refused", "intake.error.objection");
        }
        notices.object(noticeId, clientId, by.strip(), text.strip());
        flash.addFlashAttribute("notice", "intake.notice.objected");
        return new ModelAndView("redirect:/notices/" + batch);
    }

    @PostMapping("/{batch}/objections/{objection:\\d+}")
    @CanReviewFamilies
    ModelAndView close(
            @PathVariable UUID batch,
            @PathVariable long objection,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(required = false) @Nullable String outcome,
            Model model,
            RedirectAttributes flash) {
        if (outcome == null || outcome.isBlank() || outcome.length() > 500) {
            read(batch, model);
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refused", "intake.error.outcome");
        }
        notices.close(objection, upheld, outcome.strip());
        flash.addFlashAttribute("notice", "intake.notice.closed");
        return new ModelAndView("redirect:/notices/" + batch);
    }

    /** The list as it hangs on the wall, as a workbook. */
    @GetMapping("/{batch}/export")
    @CanOpenAttachments
    void export(@PathVariable UUID batch, HttpServletResponse response) throws IOException {
        Notices.Batch list = notices.batch(batch);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("notice-" + list.startsOn() + ".xlsx")
                        .build()
                        .toString());
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                say("intake.notices.title"),
                List.of(say("intake.notice.family"), say("intake.notice.place")))) {
            for (Notices.Line line : notices.lines(batch)) {
                table.row(line.masked(), line.place());
            }
        }
    }

    private void read(UUID batch, Model model) {
        model.addAttribute("batch", notices.batch(batch));
        model.addAttribute("lines", notices.lines(batch));
        model.addAttribute("clientId", UUID.randomUUID());
        model.addAttribute("today", formats.today());
    }

    private void fill(List<Long> ids, Model model) {
        model.addAttribute("rows", families.byIds(ids));
        model.addAttribute("ready", notices.ready(ids));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
