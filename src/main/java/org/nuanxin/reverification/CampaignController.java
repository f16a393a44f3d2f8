package org.nuanxin.reverification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.account.CanRunReverification;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.Formats;
import org.nuanxin.common.Rejected;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 年审: the campaigns, opening one with what it will do, its progress, matching again, closing and reopening. */
@Controller
@RequestMapping("/reverification")
class CampaignController {

    private final Campaigns campaigns;
    private final CampaignReader reader;
    private final Progress progress;
    private final Regions regions;
    private final MessageSource messages;
    private final Formats formats;

    CampaignController(
            Campaigns campaigns,
            CampaignReader reader,
            Progress progress,
            Regions regions,
            MessageSource messages,
            Formats formats) {
        this.campaigns = campaigns;
        this.reader = reader;
        this.progress = progress;
        this.regions = regions;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping
    @CanSeeFamilies
    String list(@AuthenticationPrincipal SignedInAccount account, Model model) {
        List<Campaign> all = reader.all();
        model.addAttribute("campaigns", all);
        model.addAttribute(
                "names",
                regions.byPaths(all.stream().map(Campaign::regionPath).toList()).stream()
                        .collect(Collectors.toMap(Region::path, regions::name)));
        model.addAttribute("mayRun", mayRun(account));
        return "reverification/campaign-list";
    }

    @GetMapping("/new")
    @CanRunReverification
    String form(@AuthenticationPrincipal SignedInAccount account, Model model) {
        CampaignForm form = new CampaignForm();
        LocalDate today = formats.today();
        form.setOpensOn(today);
        form.setLastDay(LocalDate.of(today.getYear(), 12, 31));
        form.setChecks(kinds().keySet());
        Map<String, String> counties = counties(account);
        if (counties.size() == 1) {
            form.setRegion(counties.keySet().iterator().next());
        }
        model.addAttribute("form", form);
        return page(counties, form, model);
    }

    @PostMapping
    @CanRunReverification
    ModelAndView open(
            @ModelAttribute("form") CampaignForm form,
            BindingResult errors,
            @AuthenticationPrincipal SignedInAccount account,
            Model model,
            RedirectAttributes flash) {
        Map<String, String> counties = counties(account);
        form.check(errors, counties.keySet(), kinds().keySet());
        if (!errors.hasErrors()) {
            try {
                long id = campaigns.open(form.wanted());
                flash.addFlashAttribute("notice", "reverification.notice.opened");
                return new ModelAndView("redirect:/reverification/" + id);
            } catch (Rejected refused) {
                errors.reject(refused.key(), refused.arguments(), null);
            }
        }
        return new ModelAndView(page(counties, form, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id:\\d+}")
    @CanSeeFamilies
    String show(@PathVariable long id, @AuthenticationPrincipal SignedInAccount account, Model model) {
        Campaign campaign = reader.find(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("board", progress.of(campaign));
        model.addAttribute("states", List.of(ItemState.values()));
        model.addAttribute("over", !campaign.endsOn().isAfter(formats.today()));
        String path = account.regionPath();
        model.addAttribute(
                "mayRun",
                mayRun(account) && path != null && campaign.regionPath().startsWith(path));
        return "reverification/campaign-page";
    }

    @PostMapping("/{id:\\d+}/match")
    @CanRunReverification
    String match(@PathVariable long id, RedirectAttributes flash) {
        int found = campaigns.match(id);
        flash.addFlashAttribute("notice", "reverification.notice.matched");
        flash.addFlashAttribute("noticeArgs", List.of(found));
        return "redirect:/reverification/" + id;
    }

    @PostMapping("/{id:\\d+}/close")
    @CanRunReverification
    String close(@PathVariable long id, @RequestParam int version, RedirectAttributes flash) {
        campaigns.close(id, version);
        flash.addFlashAttribute("notice", "reverification.notice.closed");
        return "redirect:/reverification/" + id;
    }

    @PostMapping("/{id:\\d+}/reopen")
    @CanRunReverification
    String reopen(@PathVariable long id, @RequestParam int version, RedirectAttributes flash) {
        campaigns.reopen(id, version);
        flash.addFlashAttribute("notice", "reverification.notice.reopened");
        return "redirect:/reverification/" + id;
    }

    private String page(Map<String, String> counties, CampaignForm form, Model model) {
        model.addAttribute("counties", counties);
        model.addAttribute("kinds", kinds());
        String region = form.getRegion();
        model.addAttribute("would", region != null && counties.containsKey(region) ? progress.wouldJoin(region) : null);
        return "reverification/campaign-form";
    }

    private Map<String, String> kinds() {
        return Arrays.stream(CheckKind.values())
                .collect(Collectors.toMap(
                        CheckKind::name,
                        kind -> messages.getMessage(
                                "reverification.check." + kind, null, LocaleContextHolder.getLocale()),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private Map<String, String> counties(SignedInAccount account) {
        String path = account.regionPath();
        return path == null
                ? Map.of()
                : regions.within(new RegionPath(path), Region.Level.COUNTY).stream()
                        .filter(Region::active)
                        .collect(Collectors.toMap(Region::path, regions::name, (a, b) -> a, LinkedHashMap::new));
    }

    private static boolean mayRun(SignedInAccount account) {
        return account.has(Role.APPROVER) || account.has(Role.POLICY_ADMIN);
    }
}
