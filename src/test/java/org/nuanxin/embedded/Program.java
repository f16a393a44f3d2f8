package org.nuanxin.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An {@link EmbeddedProgram} as a process of its own. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output of process " + process.pid());
        reader.start();
    }

    /** Starts it in the folder, without waiting. */
    static Program start(Path dataDir, String... arguments) throws IOException {
        return start(List.of(), dataDir, arguments);
    }

    /** Starts it by another command, which gets the program and its arguments at its end. */
    static Program start(List<String> wrapper, Path dataDir, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedProgram.class.getName(),
                "--nuanxin.embedded.data-dir=" + dataDir));
        command.addAll(List.of(arguments));
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Starts it in the folder and waits until the database answers. */
    static Program ready(Path dataDir, String... arguments) throws IOException, InterruptedException {
        Program program = start(dataDir, arguments);
        program.await("ready");
        return program;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(EmbeddedProgram.ANSWER)) {
                    answers.add(line.substring(EmbeddedProgram.ANSWER.length()));
                }
            }
            answers.add("ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(String expected) throws InterruptedException {
        String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!expected.equals(answer)) {
            process.destroyForcibly();
            throw new AssertionError("expected " + expected + ", got " + answer + " after\n" + output());
        }
    }

    /** The first column of the first row, or the number of rows changed. */
    String ask(String sql) throws IOException, InterruptedException {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        input.write(sql + "\n");
        input.flush();
        String answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answer == null || answer.equals("ended")) {
            throw new AssertionError("no answer to " + sql + " after\n" + output());
        }
        return answer;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Ends it in good order. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            process.outputWriter(StandardCharsets.UTF_8).close();
        }
        exitCode();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + output());
        }
        reader.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    String output() {
        return String.join("\n", List.copyOf(output));
    }
}
