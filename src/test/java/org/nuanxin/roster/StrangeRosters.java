package org.nuanxin.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.nuanxin.common.CitizenId;

/** Makes rosters of invented people, good and bad ones. */
final class StrangeRosters {

    static final List<String> HEADINGS =
            List.of("乡镇街道", "村社区", "姓名", "性别", "身份证号", "联系电话", "子女姓名", "子女死亡时间", "家庭困难类型", "自理能力", "银行账号");

    private final Path folder;

    StrangeRosters(Path folder) {
        this.folder = folder;
    }

    /** The n-th invented person of 鲤城区: a woman born in the 1950s. */
    static String citizenId(int n) {
        String first = "350502%d%02d%02d%03d".formatted(1950 + n % 10, 1 + n % 12, 1 + n / 12 % 28, n / 336 % 500 * 2);
        return first + CitizenId.checkDigit(first);
    }

    static List<Object> person(int n) {
        return new ArrayList<>(List.of(
                "浮桥街道",
                "新步社区",
                "林" + name(n),
                "女",
                citizenId(n),
                String.format("138%08d", n),
                "陈" + name(n),
                "2019-4-12",
                "低保",
                "自理",
                "62170000" + String.format("%011d", n + 7)));
    }

    private static String name(int n) {
        String syllables = "秋月雪梅金玉宝珍彩云丽华素琴淑贞美珠惠卿";
        return "" + syllables.charAt(n % 20) + syllables.charAt(n / 20 % 20) + syllables.charAt(n / 400 % 20);
    }

    Path xlsx(String name, List<List<Object>> rows) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("花名册");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Object value = rows.get(r).get(c);
                    if (value instanceof Number number) {
                        sheet.value(r, c, number);
                    } else {
                        sheet.value(r, c, String.valueOf(value));
                    }
                }
                if (r % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return path;
    }

    Path csv(String name, String separator, Charset charset, boolean mark, List<List<Object>> rows) throws IOException {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        for (List<Object> row : rows) {
            text.append(String.join(
                            separator,
                            row.stream().map(value -> "\"" + value + "\"").toList()))
                    .append("\r\n");
        }
        return Files.write(folder.resolve(name), text.toString().getBytes(charset));
    }

    /** A zip that only says it is a workbook. */
    Path zip(String name, String... entries) throws IOException {
        Path path = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return path;
    }

    /** Copies a workbook and puts something else in place of one part. */
    Path replacing(Path workbook, String name, String part, StreamWriter content) throws IOException {
        Path path = folder.resolve(name);
        try (java.util.zip.ZipFile from = new java.util.zip.ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(path))) {
            for (ZipEntry entry : java.util.Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    content.write(to);
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        return path;
    }

    @FunctionalInterface
    interface StreamWriter {
        void write(OutputStream out) throws IOException;
    }
}
