package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged product as a process.
///
/// The launcher says in `otklik.server.command` how it starts the packaged server, one word to a line.
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  final long startedAt;

  private Server(Process process, long startedAt) {
    this.process = process;
    this.startedAt = startedAt;
  }

  static Server start(Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command()).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
    long now = System.nanoTime();
    return new Server(builder.start(), now);
  }

  private static List<String> command() {
    String given = System.getProperty("otklik.server.command");
    if (given == null) {
      throw new IllegalStateException("start the benchmark with ./otklik bench relay");
    }
    List<String> command = new ArrayList<>(given.lines().toList());
    command.add("run");
    return command;
  }

  /// All of its processor time up to now.
  Duration processorTime() {
    return processorTime(process.toHandle());
  }

  static Duration processorTime(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  Memory memory() throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    return new Memory(number(proc.resolve("status"), "VmRSS:") / 1024,
        number(proc.resolve("smaps_rollup"), "Pss:") / 1024);
  }

  long threads() throws IOException {
    return number(Path.of("/proc", Long.toString(process.pid()), "status"), "Threads:");
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// In MiB: pages in memory, and the same with shared pages divided among those who share them.
  record Memory(long resident, long proportional) {}

  private static long number(Path file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst().orElse(0);
    }
  }

  /// Ends it in the middle of whatever it does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Ends it as an operator would, and returns when it has drained.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new IOException("the server did not end within " + PATIENCE.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
