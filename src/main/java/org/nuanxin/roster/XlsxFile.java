package org.nuanxin.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** An Excel workbook, read as a stream: memory holds its distinct texts, never its sheets. */
final class XlsxFile implements RosterFile {

    /** Columns a roster may have; a row beyond is cut off. */
    static final int MAX_COLUMNS = 256;

    private static final long MAX_TEXTS = 120L << 20;

    private final Path path;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> relations = new ArrayList<>();
    private boolean from1904;

    private XlsxFile(Path path) {
        this.path = path;
    }

    static XlsxFile open(Path path) throws FileRefused, IOException {
        XlsxFile file = new XlsxFile(path);
        file.inside((reader, xml) -> {
            xml.setContentHandler(file.new WorkbookHandler());
            try (InputStream in = reader.getWorkbookData()) {
                xml.parse(new InputSource(new Bounded(in, 16L << 20)));
            }
        });
        return file;
    }

    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    @Override
    public void read(Sheet sheet, Rows rows) throws FileRefused, IOException {
        inside((reader, xml) -> {
            StylesTable styles = reader.getStylesTable();
            MergedCells merged = merged(reader, sheet);
            try (InputStream in = reader.getSheet(relations.get(sheet.index()))) {
                xml.setContentHandler(new XlsxSheetHandler(texts(reader), styles, from1904, merged, rows));
                xml.parse(new InputSource(new Bounded(in, MAX_UNPACKED)));
            } catch (XlsxSheetHandler.Enough enough) {
                if (enough.refused() != null) {
                    throw enough.refused();
                }
            }
        });
    }

    /** Merged ranges stand behind the rows they change, so they are read first. */
    private MergedCells merged(XSSFReader reader, Sheet sheet)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        MergedCells merged = new MergedCells();
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(new DefaultHandler() {
            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                if (name.equals("mergeCell")) {
                    merged.add(attributes.getValue("ref"));
                }
            }
        });
        try (InputStream in = reader.getSheet(relations.get(sheet.index()))) {
            xml.parse(new InputSource(new Bounded(in, MAX_UNPACKED)));
        }
        merged.sort();
        return merged;
    }

    private static @Nullable SharedStrings texts(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException {
        try (InputStream in = reader.getSharedStringsData()) {
            return in == null ? null : new ReadOnlySharedStringsTable(new Bounded(in, MAX_TEXTS), false);
        }
    }

    @FunctionalInterface
    private interface Work {
        void with(XSSFReader reader, XMLReader xml)
                throws IOException, OpenXML4JException, SAXException, FileRefused, ParserConfigurationException;
    }

    private void inside(Work work) throws FileRefused, IOException {
        try (OPCPackage opened = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            work.with(new XSSFReader(opened), XMLHelper.newXMLReader());
        } catch (TooMuch bomb) {
            throw new FileRefused(FileRefused.Reason.BOMB);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | SAXException
                | ParserConfigurationException
                | RecordFormatException
                | POIXMLException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException damaged) {
            throw refusal(damaged);
        } catch (IOException damaged) {
            throw refusal(damaged);
        }
    }

    private static FileRefused refusal(Exception damaged) {
        for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage());
            if (cause instanceof TooMuch || said.contains("Zip bomb")) {
                return new FileRefused(FileRefused.Reason.BOMB);
            }
            if (said.contains("Strict OOXML")) {
                return new FileRefused(FileRefused.Reason.STRICT_EXCEL);
            }
        }
        return new FileRefused(FileRefused.Reason.DAMAGED);
    }

    private final class WorkbookHandler extends DefaultHandler {

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("workbookPr")) {
                String system = attributes.getValue("date1904");
                from1904 = "1".equals(system) || "true".equals(system);
            } else if (name.equals("sheet")) {
                String state = attributes.getValue("state");
                relations.add(attributes.getValue(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"));
                sheets.add(new Sheet(
                        sheets.size(),
                        attributes.getValue("name"),
                        "hidden".equals(state) || "veryHidden".equals(state)));
            }
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops a stream that unpacks to more than it should. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        private Bounded(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}
