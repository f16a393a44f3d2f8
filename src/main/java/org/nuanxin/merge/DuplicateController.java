package org.nuanxin.merge;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanReviewFamilies;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pairs of files that may be one family: the list, its export, and the word that they are two. */
@Controller
@CanReviewFamilies
class DuplicateController {

    private final DuplicatePairs pairs;
    private final DuplicateExport export;
    private final Regions regions;
    private final Formats formats;

    DuplicateController(DuplicatePairs pairs, DuplicateExport export, Regions regions, Formats formats) {
        this.pairs = pairs;
        this.export = export;
        this.regions = regions;
        this.formats = formats;
    }

    @GetMapping("/duplicates")
    String list(
            @ModelAttribute("filter") DuplicateFilter filter,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("page", pairs.page(filter));
        model.addAttribute("likenesses", Likeness.values());
        model.addAttribute("townships", townships(account));
        return "merge/duplicate-list";
    }

    @GetMapping("/duplicates/export")
    void export(@ModelAttribute("filter") DuplicateFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("duplicates-" + formats.today() + ".xlsx")
                        .build()
                        .toString());
        export.write(filter, response.getOutputStream());
    }

    /** They are two families, with the reason. */
    @PostMapping("/duplicates/{one:\\d+}/{other:\\d+}/different")
    String different(
            @PathVariable long one,
            @PathVariable long other,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            flash.addFlashAttribute("missing", true);
            flash.addFlashAttribute("typed", reason);
            return "redirect:/duplicates/{one}/{other}";
        }
        pairs.rule(one, other, reason.strip());
        flash.addFlashAttribute("notice", "merge.notice.different");
        return "redirect:/duplicates";
    }

    @PostMapping("/duplicates/rulings/{ruling:\\d+}/revoke")
    String revoke(@PathVariable long ruling, RedirectAttributes flash) {
        pairs.revoke(ruling);
        flash.addFlashAttribute("notice", "merge.notice.revoked");
        return "redirect:/duplicates";
    }

    private List<Region> townships(SignedInAccount account) {
        return account.regionPath() == null
                ? List.of()
                : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP);
    }
}
