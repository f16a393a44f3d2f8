package org.nuanxin.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.region.Regions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** All accounts, and their export. */
@Controller
@RequestMapping("/admin/accounts")
@CanKeepAccounts
class AccountListController {

    private final AccountList accounts;
    private final AccountOptions options;
    private final Regions regions;
    private final Formats formats;

    AccountListController(AccountList accounts, AccountOptions options, Regions regions, Formats formats) {
        this.accounts = accounts;
        this.options = options;
        this.regions = regions;
        this.formats = formats;
    }

    /** A filter that is set, and the address of the list without it. */
    record Chip(String text, String remove) {}

    @GetMapping
    String list(@ModelAttribute("filter") AccountFilter filter, Model model) {
        model.addAttribute("page", accounts.page(filter));
        model.addAttribute("counts", accounts.counts());
        model.addAttribute("chips", chips(filter));
        return "account/account-list";
    }

    @GetMapping("/export")
    void export(@ModelAttribute("filter") AccountFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("accounts-" + formats.today() + ".xlsx")
                        .build()
                        .toString());
        accounts.export(filter, response.getOutputStream());
    }

    private List<Chip> chips(AccountFilter filter) {
        List<Chip> chips = new ArrayList<>();
        filter.active().forEach((name, value) -> {
            String text = switch (name) {
                case "role" -> options.roles().getOrDefault(filter.getRole(), value);
                case "department" -> options.departments().getOrDefault(filter.getDepartment(), value);
                case "state" -> options.states().getOrDefault(filter.getState(), value);
                case "region" -> regions.findByPath(value).map(regions::name).orElse(value);
                default -> "“" + value + "”";
            };
            chips.add(new Chip(text, filter.url("/admin/accounts", name)));
        });
        return chips;
    }
}
