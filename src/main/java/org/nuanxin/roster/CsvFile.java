package org.nuanxin.roster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text with separators: UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030. */
final class CsvFile implements RosterFile {

    private static final Sheet ONLY = new Sheet(0, "", false);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final Charset charset;
    private final CSVFormat format;

    CsvFile(Path path) throws FileRefused, IOException {
        this.path = path;
        this.charset = charset(path);
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter())
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(ONLY);
    }

    @Override
    public void read(Sheet sheet, Rows rows) throws FileRefused, IOException {
        try (Reader reader = open(charset);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord next = records.next();
                if (next.size() > XlsxFile.MAX_COLUMNS) {
                    throw new FileRefused(FileRefused.Reason.NOT_A_TABLE);
                }
                List<Cell> cells = new ArrayList<>(next.size());
                next.forEach(value -> cells.add(Cell.text(withoutFormula(value))));
                SheetRow row = new SheetRow((int) next.getRecordNumber(), cells);
                if (!row.isBlank() && !rows.accept(row)) {
                    return;
                }
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new FileRefused(FileRefused.Reason.DAMAGED);
        }
    }

    /** ="350502…" is how some programs keep a number a text. */
    private static String withoutFormula(String value) {
        return value.startsWith("=\"") && value.endsWith("\"") && value.length() > 2
                ? value.substring(2, value.length() - 1)
                : value;
    }

    private char delimiter() throws IOException {
        int[] counts = new int[3];
        try (Reader reader = open(charset)) {
            boolean quoted = false;
            int lines = 0;
            for (int c = reader.read(); c >= 0 && lines < 20; c = reader.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\n') {
                    lines++;
                } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                    counts[",;\t".indexOf(c)]++;
                }
            }
        }
        int best = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[best] ? 2 : best);
    }

    private Reader open(Charset wanted) throws IOException {
        Reader reader = strict(path, wanted);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Reader strict(Path path, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        return new java.io.BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private static Charset charset(Path path) throws FileRefused, IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return decodes(path, StandardCharsets.UTF_16LE);
        }
        if (head.length == 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return decodes(path, StandardCharsets.UTF_16BE);
        }
        try {
            return decodes(path, StandardCharsets.UTF_8);
        } catch (FileRefused notUtf8) {
            if (notUtf8.reason() == FileRefused.Reason.NOT_A_TABLE) {
                throw notUtf8;
            }
            return decodes(path, Charset.forName("GB18030"));
        }
    }

    /** Every byte must decode: a guess that is nearly right would spoil names. */
    private static Charset decodes(Path path, Charset charset) throws FileRefused, IOException {
        char[] buffer = new char[8192];
        try (Reader reader = strict(path, charset)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw new FileRefused(FileRefused.Reason.NOT_A_TABLE);
                    }
                }
            }
            return charset;
        } catch (CharacterCodingException wrong) {
            throw new FileRefused(FileRefused.Reason.UNKNOWN_CHARACTERS);
        }
    }
}
