package org.nuanxin.care;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.common.Formats;
import org.nuanxin.common.XlsxTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of visits, and its workbook. */
@Controller
class VisitListController {

    private final VisitList visits;
    private final Words words;
    private final Formats formats;

    VisitListController(VisitList visits, Words words, Formats formats) {
        this.visits = visits;
        this.words = words;
        this.formats = formats;
    }

    /** A filter that is set, and the address of the list without it. */
    record Chip(String text, String remove) {}

    @GetMapping("/visits")
    @CanSeeFamilies
    String list(@ModelAttribute("filter") VisitFilter filter, Model model) {
        model.addAttribute("page", visits.page(filter));
        List<Chip> chips = new ArrayList<>();
        filter.active().forEach((name, value) -> {
            String text = switch (name) {
                case "q" -> "“" + value + "”";
                case "channel" -> words.channels(true).getOrDefault(value, value);
                case "met" -> words.say("yes".equals(value) ? "filter.met.yes" : "filter.met.no");
                case "who" -> words.say("filter.who.me");
                case "from" -> words.say("filter.from", value);
                default -> words.say("filter.to", value);
            };
            chips.add(new Chip(text, filter.url("/visits", name)));
        });
        model.addAttribute("chips", chips);
        return "care/visit-list";
    }

    @GetMapping("/visits/export")
    @CanSeeFamilies
    void export(@ModelAttribute("filter") VisitFilter filter, HttpServletResponse response) throws IOException {
        List<VisitList.Row> rows = visits.export(filter);
        workbook(response, words.say("export.visits", formats.today()));
        try (XlsxTable table = new XlsxTable(
                response.getOutputStream(),
                words.say("visits.title"),
                List.of(
                        words.say("col.day"),
                        words.say("col.family"),
                        words.say("col.place"),
                        words.say("col.channel"),
                        words.say("col.result"),
                        words.say("col.who"),
                        words.say("col.closed"),
                        words.say("col.receipt")))) {
            for (VisitList.Row row : rows) {
                NotMetReason why = row.notMetReason();
                table.row(
                        row.on(),
                        row.names(),
                        row.place(),
                        words.label("channel", row.channel()),
                        why == null ? words.say("result.met") : words.label("notMet", why),
                        row.visitor(),
                        row.closed(),
                        row.receiptNumber());
            }
        }
    }

    static void workbook(HttpServletResponse response, String name) {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
