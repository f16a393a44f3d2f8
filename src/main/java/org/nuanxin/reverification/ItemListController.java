package org.nuanxin.reverification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.common.XlsxTable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The families behind each number of a campaign, and the same as a workbook. */
@Controller
class ItemListController {

    private static final int CHUNK = 1_000;

    private final CampaignReader campaigns;
    private final ItemList items;
    private final Progress progress;
    private final Exports exports;
    private final MessageSource messages;

    ItemListController(
            CampaignReader campaigns, ItemList items, Progress progress, Exports exports, MessageSource messages) {
        this.campaigns = campaigns;
        this.items = items;
        this.progress = progress;
        this.exports = exports;
        this.messages = messages;
    }

    @GetMapping("/reverification/{id:\\d+}/families")
    @CanSeeFamilies
    String list(@PathVariable long id, @ModelAttribute("filter") ItemFilter filter, Model model) {
        Campaign campaign = campaigns.find(id);
        model.addAttribute("campaign", campaign);
        model.addAttribute("board", progress.of(campaign));
        model.addAttribute("page", items.page(campaign, filter));
        model.addAttribute("states", List.of(ItemState.values()));
        return "reverification/item-list";
    }

    @GetMapping("/reverification/{id:\\d+}/families.xlsx")
    @CanSeeFamilies
    void export(@PathVariable long id, @ModelAttribute("filter") ItemFilter filter, HttpServletResponse response)
            throws IOException {
        Campaign campaign = campaigns.find(id);
        exports.exported(campaign);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"reverification-" + campaign.year() + ".xlsx\"");
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                say("reverification.title"),
                List.of(
                        say("reverification.col.family"),
                        say("reverification.col.place"),
                        say("reverification.col.state"),
                        say("reverification.col.open"),
                        say("reverification.col.differs"),
                        say("reverification.col.doneOn")))) {
            ItemList.@Nullable Row last = null;
            while (true) {
                List<ItemList.Row> rows = items.chunk(campaign, filter, last, CHUNK);
                for (ItemList.Row row : rows) {
                    table.row(
                            row.names(),
                            row.place(),
                            say("reverification.state." + row.state()),
                            words(row.open()),
                            words(row.differing()),
                            row.doneOn());
                }
                if (rows.size() < CHUNK) {
                    break;
                }
                last = rows.get(rows.size() - 1);
            }
        }
    }

    private String words(List<CheckKind> kinds) {
        return kinds.stream()
                .map(kind -> say("reverification.check." + kind))
                .collect(Collectors.joining(say("reverification.separator")));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
