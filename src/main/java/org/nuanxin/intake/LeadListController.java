package org.nuanxin.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanOpenAttachments;
import org.nuanxin.account.Role;
import org.nuanxin.account.SignedInAccount;
import org.nuanxin.common.FilterUrl;
import org.nuanxin.common.Formats;
import org.nuanxin.common.XlsxTable;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 线索: who told us of which loss, and how long ago. */
@Controller
class LeadListController {

    private static final int MOST = 5000;

    private final Leads leads;
    private final Regions regions;
    private final Formats formats;
    private final MessageSource messages;

    LeadListController(Leads leads, Regions regions, Formats formats, MessageSource messages) {
        this.leads = leads;
        this.regions = regions;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping("/leads")
    @CanOpenAttachments
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String township,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedInAccount account,
            Model model) {
        model.addAttribute("page", leads.page(q, township, after));
        model.addAttribute("columns", leads.columns());
        model.addAttribute("q", q);
        model.addAttribute("township", township);
        model.addAttribute("filtered", (q != null && !q.isBlank()) || (township != null && !township.isBlank()));
        model.addAttribute("url", url("/leads", q, township));
        model.addAttribute("export", url("/leads/export", q, township));
        model.addAttribute("mayRegister", account.has(Role.CASEWORKER) || account.has(Role.FPA_STAFF));
        model.addAttribute(
                "townships",
                account.regionPath() == null
                        ? List.of()
                        : regions.within(new RegionPath(account.regionPath()), Region.Level.TOWNSHIP));
        return "intake/lead-list";
    }

    @GetMapping("/leads/export")
    @CanOpenAttachments
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String township,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("leads-" + formats.today() + ".xlsx")
                        .build()
                        .toString());
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                say("intake.leads.title"),
                List.of(
                        say("intake.leads.who"),
                        say("intake.leads.place"),
                        say("intake.leads.known"),
                        say("intake.leads.days"),
                        say("intake.leads.told")))) {
            for (Leads.Lead lead : leads.all(q, township, MOST)) {
                table.row(lead.family().names(), lead.family().place(), lead.knownOn(), lead.days(), lead.toldBy());
            }
        }
    }

    private static String url(String path, @Nullable String q, @Nullable String township) {
        Map<String, String> filters = new LinkedHashMap<>();
        FilterUrl.put(filters, "q", q);
        FilterUrl.put(filters, "township", township);
        return FilterUrl.of(path, filters, null);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
