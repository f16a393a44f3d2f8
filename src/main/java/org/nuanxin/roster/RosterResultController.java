package org.nuanxin.roster;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.CanImportRosters;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.StackedBar;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Step 3: what the trial found, nothing written yet. An import's own address leads to the step it stands at. */
@Controller
class RosterResultController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RosterImports imports;

    RosterResultController(RosterImports imports) {
        this.imports = imports;
    }

    @GetMapping("/rosters/{id}")
    @CanImportRosters
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        RosterImport roster = imports.find(id);
        model.addAttribute("roster", roster);
        return switch (roster.state()) {
            case UPLOADED -> "redirect:/rosters/" + id + "/columns";
            case READING, WRITING -> "roster/roster-progress";
            case DONE -> "roster/roster-receipt";
            case READ -> result(roster, tab, after, model);
        };
    }

    private String result(RosterImport roster, @Nullable String tab, @Nullable String after, Model model) {
        StagedRow.State state = state(roster, tab);
        model.addAttribute("tab", state.name().toLowerCase(Locale.ROOT));
        model.addAttribute("page", imports.rows(roster, state, after));
        model.addAttribute("byColumn", imports.errorsByColumn(roster));
        model.addAttribute("taken", imports.taken(roster));
        model.addAttribute("outline", imports.outline(roster));
        model.addAttribute(
                "bar",
                StackedBar.of(List.of(
                        part("ready", roster.ready()),
                        part("other", roster.registered()),
                        part("error", roster.errors()),
                        part("duplicate", roster.duplicates()))));
        return "roster/roster-result";
    }

    private static StackedBar.Part part(String kind, int rows) {
        return new StackedBar.Part(kind, "", BigDecimal.valueOf(rows), String.valueOf(rows));
    }

    /** The tab asked for, else the first that holds anything. */
    private static StagedRow.State state(RosterImport roster, @Nullable String tab) {
        for (StagedRow.State state : StagedRow.State.values()) {
            if (state.name().equalsIgnoreCase(tab)) {
                return state;
            }
        }
        if (roster.errors() > 0) {
            return StagedRow.State.ERROR;
        }
        if (roster.duplicates() > 0) {
            return StagedRow.State.DUPLICATE;
        }
        return roster.ready() > 0 ? StagedRow.State.READY : StagedRow.State.REGISTERED;
    }

    /** Asked every second while the work goes on; sends the page on when it is done. */
    @GetMapping("/rosters/{id}/progress")
    @CanImportRosters
    String progress(@PathVariable long id, Model model, HttpServletResponse response) {
        RosterImport roster = imports.find(id);
        model.addAttribute("roster", roster);
        if (!roster.state().isWorking()) {
            response.setHeader("HX-Redirect", "/rosters/" + id);
        }
        return "roster/roster-progress :: progress";
    }

    @GetMapping("/rosters/{id}/errors.xlsx")
    @CanImportRosters
    ResponseEntity<byte[]> errors(@PathVariable long id) throws IOException {
        RosterImport roster = imports.find(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            imports.writeErrors(roster, out);
        } catch (FileRefused gone) {
            throw new NotFound();
        }
        String name = roster.fileName().replaceFirst("\\.[A-Za-z]{2,5}$", "") + "-待改.xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    @PostMapping("/rosters/{id}/rows/{row}")
    @CanImportRosters
    String decide(@PathVariable long id, @PathVariable long row, @RequestParam boolean take) {
        imports.decide(imports.find(id), row, take);
        return "redirect:/rosters/" + id + "?tab=duplicate";
    }
}
