package org.nuanxin.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A spreadsheet on disk, known by what is in it and not by its name. */
interface RosterFile {

    /** Data rows of a file, headings and totals apart. */
    int MAX_ROWS = 50_000;
    /** Bytes an .xlsx may unpack to. */
    long MAX_UNPACKED = 400L << 20;

    /** A sheet before it is read. */
    record Sheet(int index, String name, boolean hidden) {}

    /** Receives rows in order; returns false when it has seen enough. */
    @FunctionalInterface
    interface Rows {
        boolean accept(SheetRow row) throws FileRefused;
    }

    List<Sheet> sheets();

    /** Reads the rows that hold anything, one at a time. */
    void read(Sheet sheet, Rows rows) throws FileRefused, IOException;

    /** Looks into the file and opens it, or refuses it with the reason. */
    static RosterFile open(Path path) throws FileRefused, IOException {
        if (Files.size(path) == 0) {
            throw new FileRefused(FileRefused.Reason.EMPTY);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(4096);
        }
        return switch (FileMagic.valueOf(head)) {
            case OOXML -> workbook(path);
            case OLE2 -> throw oldOrEncrypted(path);
            case BIFF2, BIFF3, BIFF4 -> throw new FileRefused(FileRefused.Reason.OLD_EXCEL);
            case XML, HTML -> throw new FileRefused(FileRefused.Reason.WEB_PAGE);
            case PDF, RTF, WORD2, JPEG, GIF, PNG, TIFF, BMP, EMF, WMF, MSWRITE ->
                throw new FileRefused(FileRefused.Reason.NOT_A_TABLE);
            default -> text(path, head);
        };
    }

    private static RosterFile text(Path path, byte[] head) throws FileRefused, IOException {
        String start = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<") && (start.contains("<html") || start.contains("<table") || start.contains("<?xml"))) {
            throw new FileRefused(FileRefused.Reason.WEB_PAGE);
        }
        return new CsvFile(path);
    }

    private static FileRefused oldOrEncrypted(Path path) {
        try (POIFSFileSystem system = new POIFSFileSystem(path.toFile(), true)) {
            return new FileRefused(
                    system.getRoot().hasEntry("EncryptedPackage")
                            ? FileRefused.Reason.ENCRYPTED
                            : system.getRoot().hasEntry("Workbook")
                                            || system.getRoot().hasEntry("Book")
                                    ? FileRefused.Reason.OLD_EXCEL
                                    : FileRefused.Reason.NOT_A_TABLE);
        } catch (IOException | RuntimeException damaged) {
            return new FileRefused(FileRefused.Reason.DAMAGED);
        }
    }

    private static RosterFile workbook(Path path) throws FileRefused, IOException {
        long unpacked = 0;
        boolean excel = false;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > 2_000) {
                throw new FileRefused(FileRefused.Reason.BOMB);
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                unpacked += Math.max(0, entry.getSize());
                if (name.endsWith("vbaproject.bin") || name.contains("macrosheets/")) {
                    throw new FileRefused(FileRefused.Reason.MACROS);
                }
                if (name.equals("xl/workbook.bin")) {
                    throw new FileRefused(FileRefused.Reason.BINARY_EXCEL);
                }
                excel |= name.endsWith("workbook.xml");
            }
        } catch (ZipException damaged) {
            throw new FileRefused(FileRefused.Reason.DAMAGED);
        }
        if (unpacked > MAX_UNPACKED) {
            throw new FileRefused(FileRefused.Reason.BOMB);
        }
        if (!excel) {
            throw new FileRefused(FileRefused.Reason.NO_EXCEL_ARCHIVE);
        }
        return XlsxFile.open(path);
    }
}
