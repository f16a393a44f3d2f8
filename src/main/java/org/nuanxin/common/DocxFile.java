package org.nuanxin.common;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A Word document on A4 as offices print it: 宋体 and 黑体, a running head, who and when at the foot of every page. */
public class DocxFile implements AutoCloseable {

    private static final String BODY = "宋体";
    private static final String HEADS = "黑体";
    private static final String LATIN = "Times New Roman";
    private static final String LINE = "8A9499";

    /** Twentieths of a point: A4, and margins of 20 mm. */
    private static final int SHORT = 11906;

    private static final int LONG = 16838;
    private static final int MARGIN = 1134;

    private final XWPFDocument document = new XWPFDocument();
    private final int width;

    /** @param landscape for wide tables */
    public DocxFile(boolean landscape) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? LONG : SHORT));
        size.setH(BigInteger.valueOf(landscape ? SHORT : LONG));
        size.setOrient(landscape ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        width = (landscape ? LONG : SHORT) - 2 * MARGIN;
    }

    /**
     * The running head and the foot of every page.
     *
     * @param pages the words around the page number and the number of pages: 第, 页，共, 页
     */
    public void frame(String head, String foot, List<String> pages) {
        XWPFParagraph top = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        top.setAlignment(ParagraphAlignment.RIGHT);
        run(top, head, BODY, 9);
        XWPFParagraph bottom = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        bottom.setAlignment(ParagraphAlignment.CENTER);
        run(bottom, foot + "  ", BODY, 9);
        run(bottom, pages.get(0), BODY, 9);
        field(bottom, "PAGE");
        run(bottom, pages.get(1), BODY, 9);
        field(bottom, "NUMPAGES");
        run(bottom, pages.get(2), BODY, 9);
    }

    /** The title of the document, in the middle. */
    public void title(String text, @Nullable String below) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingBefore(240);
        paragraph.setSpacingAfter(below == null ? 240 : 80);
        run(paragraph, text, HEADS, 20);
        if (below != null) {
            XWPFParagraph second = document.createParagraph();
            second.setAlignment(ParagraphAlignment.CENTER);
            second.setSpacingAfter(240);
            run(second, below, BODY, 11);
        }
    }

    public void heading(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(280);
        paragraph.setSpacingAfter(100);
        paragraph.setKeepNext(true);
        run(paragraph, text, HEADS, 14);
    }

    public void paragraph(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(80);
        run(paragraph, text, BODY, 11);
    }

    /** Name and value side by side, without a head. */
    public void pairs(List<List<String>> rows) {
        XWPFTable table = table(rows.size(), List.of(1, 3));
        for (int row = 0; row < rows.size(); row++) {
            cell(table, row, 0, rows.get(row).get(0), true);
            cell(table, row, 1, rows.get(row).get(1), false);
        }
        gap();
    }

    /**
     * A table whose head repeats on every page; rows are not broken.
     *
     * @param shares of the width, one for each column
     */
    public void table(List<String> head, List<List<String>> rows, List<Integer> shares) {
        XWPFTable table = table(rows.size() + 1, shares);
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < head.size(); column++) {
            cell(table, 0, column, head.get(column), true);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < head.size(); column++) {
                cell(table, row + 1, column, rows.get(row).get(column), false);
            }
        }
        gap();
    }

    private XWPFTable table(int rows, List<Integer> shares) {
        XWPFTable table = document.createTable(rows, shares.size());
        table.setWidth(width);
        int total = shares.stream().mapToInt(Integer::intValue).sum();
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        shares.forEach(share -> grid.addNewGridCol().setW(BigInteger.valueOf((long) width * share / total)));
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setCellMargins(50, 100, 50, 100);
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int column = 0; column < shares.size(); column++) {
                CTTblWidth cell = row.getCell(column).getCTTc().addNewTcPr().addNewTcW();
                cell.setType(STTblWidth.DXA);
                cell.setW(BigInteger.valueOf((long) width * shares.get(column) / total));
            }
        }
        return table;
    }

    private void cell(XWPFTable table, int row, int column, String text, boolean head) {
        var cell = table.getRow(row).getCell(column);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        if (head) {
            cell.setColor("F1EFEA");
        }
        run(cell.getParagraphs().get(0), text, head ? HEADS : BODY, 10);
    }

    /** Two tables without a paragraph between them would become one. */
    private void gap() {
        XWPFParagraph empty = document.createParagraph();
        empty.setSpacingAfter(0);
        run(empty, "", BODY, 4);
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                run.addBreak();
            }
            run.setText(lines[line]);
        }
        letter(run, font, points);
    }

    private static void letter(XWPFRun run, String font, int points) {
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        run.setFontSize(points);
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        XWPFRun run = new XWPFRun(field.addNewR(), paragraph);
        run.setText("1");
        letter(run, BODY, 9);
    }

    public void write(OutputStream out) throws IOException {
        document.write(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
