package org.nuanxin.family;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.nuanxin.account.CanSeeFamilies;
import org.nuanxin.common.Formats;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list as a masked workbook, with the filters of the list. */
@Controller
class FamilyExportController {

    private final FamilyExport export;
    private final Formats formats;

    FamilyExportController(FamilyExport export, Formats formats) {
        this.export = export;
        this.formats = formats;
    }

    /** Written on the request's own thread: the scope is bound to it. */
    @GetMapping("/families/export")
    @CanSeeFamilies
    void export(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("families-" + formats.today() + ".xlsx")
                        .build()
                        .toString());
        export.write(FamilyFilter.of(parameters), response.getOutputStream());
    }
}
