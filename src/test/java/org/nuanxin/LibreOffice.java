package org.nuanxin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Opens our files with the office program people use; tests are skipped with a message where it is not installed. */
public final class LibreOffice {

    private static final long PATIENCE_SECONDS = 120;

    private LibreOffice() {}

    /** Converts the bytes of a file, named with its ending, to {@code ending}; the result beside it. */
    public static Path convert(byte[] content, String name, String ending) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nuanxin-office");
        Path file = Files.write(folder.resolve(name), content);
        run(
                folder,
                "soffice",
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                folder.toString(),
                file.toString());
        String to = ending.contains(":") ? ending.substring(0, ending.indexOf(':')) : ending;
        Path result = folder.resolve(name.substring(0, name.lastIndexOf('.')) + "." + to);
        if (!Files.exists(result)) {
            throw new AssertionError("LibreOffice could not open " + name);
        }
        return result;
    }

    /** The text of a PDF as a reader sees it. */
    public static String text(Path pdf) throws IOException, InterruptedException {
        Path text = pdf.resolveSibling("text.txt");
        run(pdf.getParent(), "pdftotext", "-layout", pdf.toString(), text.toString());
        return Files.readString(text, StandardCharsets.UTF_8);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(installed(command[0]), command[0] + " is not installed: not opened");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not finish");
        }
    }

    private static boolean installed(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
