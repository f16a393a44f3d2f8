package org.nuanxin.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanImportRosters;
import org.nuanxin.account.SignedInAccount;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 官方名单: those brought so far, and a new one: which list, as of which day, from where. */
@Controller
@RequestMapping("/imports/lists")
@CanImportRosters
class ListController {

    private static final int LONGEST_SOURCE = 200;

    private final ListImports lists;
    private final Clock clock;

    ListController(ListImports lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable Long after, Model model) {
        model.addAttribute("page", lists.page(after));
        return "roster/list-all";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("kinds", ListKind.values());
        model.addAttribute("asOf", LocalDate.now(clock));
        return "roster/list-upload";
    }

    @PostMapping
    String upload(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        ListKind wanted = ListKind.of(kind).orElse(null);
        LocalDate day = day(asOf);
        Map<String, String> problems = problems(wanted, day, source, file);
        model.addAttribute("kinds", ListKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("asOf", asOf);
        model.addAttribute("source", source);
        model.addAttribute("problems", problems);
        model.addAttribute("refusedArguments", new Object[0]);
        if (!problems.isEmpty() || wanted == null || day == null || file == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "roster/list-upload";
        }
        try {
            ListImports.Uploaded uploaded = lists.upload(
                    Objects.requireNonNull(account.regionPath()),
                    wanted,
                    day,
                    source.strip(),
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    file.getBytes());
            if (uploaded.again()) {
                flash.addFlashAttribute("notice", "roster.lists.same-file");
            }
            return "redirect:/imports/lists/" + uploaded.id();
        } catch (FileRefused refused) {
            boolean noId = refused.reason() == FileRefused.Reason.NO_HEADER;
            problems.put("file", noId ? "roster.lists.refused.no-id" : refused.key());
            model.addAttribute("refusedArguments", refused.arguments().toArray());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "roster/list-upload";
        }
    }

    private Map<String, String> problems(
            @Nullable ListKind kind, @Nullable LocalDate asOf, String source, @Nullable MultipartFile file) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (kind == null) {
            problems.put("kind", "roster.lists.error.kind");
        }
        if (asOf == null) {
            problems.put("asOf", "roster.lists.error.asOf");
        } else if (asOf.isAfter(LocalDate.now(clock))) {
            problems.put("asOf", "roster.lists.error.future");
        }
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            problems.put("source", "roster.lists.error.source");
        }
        if (file == null || file.isEmpty()) {
            problems.put("file", "roster.refused.no-file");
        }
        return problems;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return RosterDate.read(Cell.text(typed)).day();
        } catch (RosterDate.Unreadable notADay) {
            return null;
        }
    }
}
