package org.nuanxin.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.nuanxin.As;
import org.nuanxin.NuanxinTest;
import org.nuanxin.account.Role;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The exported list: masked, filtered like the page, within the scope, and harmless to a spreadsheet. */
@NuanxinTest
class FamilyExportTest {

    private static final String SHISHI = "350581000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    As as;

    @Autowired
    Families families;

    @Autowired
    Regions regions;

    @Test
    void theWorkbookHoldsTheFilteredMembersMasked() throws IOException {
        CitizenId id = TestFamilies.citizenId(1955, Sex.MALE);
        String village = regions.within(new RegionPath(regions.byCode(SHISHI).path()), Region.Level.VILLAGE)
                .get(0)
                .path();
        as.caseworker(
                SHISHI,
                () -> families.register(TestFamilies.family(
                        Origin.STOCK, village, null, List.of(TestFamilies.parent("=1+1王", true, id)))));
        as.caseworker(SHISHI, () -> families.register(TestFamilies.stock(village, "不在筛选里", "也不在")));
        byte[] file = mvc.get()
                .uri("/families/export?q={q}", "=1+1王")
                .with(as.signedIn(Role.CASEWORKER, SHISHI))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            DataFormatter cells = new DataFormatter();
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(cells.formatCellValue(sheet.getRow(1).getCell(1))).isEqualTo("'=1+1王");
            assertThat(cells.formatCellValue(sheet.getRow(1).getCell(4)))
                    .isEqualTo(id.value().substring(0, 4) + "**********"
                            + id.value().substring(14));
        }
    }

    @Test
    void financeMayNotExportFamilies() {
        assertThat(mvc.get()
                        .uri("/families/export")
                        .with(as.signedIn(Role.FINANCE, SHISHI))
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
