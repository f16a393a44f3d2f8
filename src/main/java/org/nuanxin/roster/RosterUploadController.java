package org.nuanxin.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanImportRosters;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 1: choose the file. */
@Controller
class RosterUploadController {

    private final RosterImports imports;
    private final Regions regions;

    RosterUploadController(RosterImports imports, Regions regions) {
        this.imports = imports;
        this.regions = regions;
    }

    @GetMapping("/rosters/new")
    @CanImportRosters
    String form(@AuthenticationPrincipal SignedInAccount account, Model model) {
        model.addAttribute("counties", counties(account));
        return "roster/roster-upload";
    }

    @PostMapping("/rosters")
    @CanImportRosters
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String county,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        List<Region> counties = counties(account);
        model.addAttribute("counties", counties);
        model.addAttribute("county", county);
        String region = region(account, counties, county);
        if (file == null
                || file.isEmpty()
                        && (file.getOriginalFilename() == null
                                || file.getOriginalFilename().isEmpty())) {
            return again("roster.refused.no-file", List.of(), model, response);
        }
        if (region == null) {
            return again("roster.refused.no-county", List.of(), model, response);
        }
        try {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            RosterImports.Uploaded uploaded = imports.upload(region, name, file.getBytes());
            if (uploaded.again()) {
                flash.addFlashAttribute("notice", "roster.same-file");
            }
            return "redirect:/rosters/" + uploaded.id();
        } catch (FileRefused refused) {
            return again(refused.key(), refused.arguments(), model, response);
        }
    }

    private static String again(String key, List<String> arguments, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", key);
        model.addAttribute("refusedArguments", arguments.toArray());
        return "roster/roster-upload";
    }

    /** Only who works for the whole city has to choose. */
    private List<Region> counties(SignedInAccount account) {
        if (account.regionPath() == null
                || new RegionPath(account.regionPath()).codes().size() > 1) {
            return List.of();
        }
        return regions.within(new RegionPath(account.regionPath()), Region.Level.COUNTY).stream()
                .filter(Region::active)
                .toList();
    }

    private static @Nullable String region(SignedInAccount account, List<Region> counties, @Nullable String county) {
        if (account.regionPath() == null) {
            throw new NotFound();
        }
        return counties.isEmpty()
                ? account.regionPath()
                : counties.stream()
                        .filter(region -> region.code().equals(county))
                        .map(Region::path)
                        .findFirst()
                        .orElse(null);
    }
}
