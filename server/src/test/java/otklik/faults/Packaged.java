package otklik.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words that start the program as a process of its own. It is put into a jar, because only then the JVM can keep
/// what a start has loaded; with that each further start takes a fraction of the processor time. Made once for all
/// processes of the tests, and again when a class has changed.
final class Packaged {
  private static final Path FOLDER = Path.of("target", "packaged").toAbsolutePath();
  private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("otklik.jar");
  private static final Path CACHE = FOLDER.resolve("otklik.aot");

  private Packaged() {}

  /// What rehearses a start with these words in front of `otklik.Otklik`, and ends in good order.
  @FunctionalInterface
  interface Rehearsal {
    void with(List<String> command);
  }

  /// The file is locked against other processes of the tests, and the class against other threads of this one.
  static synchronized List<String> command(Rehearsal rehearsal) {
    try {
      Files.createDirectories(FOLDER);
      try (FileChannel channel = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        if (!Files.exists(JAR) || newest().compareTo(Files.getLastModifiedTime(JAR)) > 0) {
          Files.deleteIfExists(CACHE);
          pack();
        }
        if (!Files.exists(CACHE)) {
          rehearsal.with(java("-XX:AOTCacheOutput=" + CACHE));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return java("-XX:AOTCache=" + CACHE);
  }

  private static FileTime newest() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      FileTime newest = FileTime.fromMillis(0);
      for (Path file : (Iterable<Path>) files::iterator) {
        FileTime changed = Files.getLastModifiedTime(file);
        newest = changed.compareTo(newest) > 0 ? changed : newest;
      }
      return newest;
    }
  }

  private static void pack() {
    int code = ToolProvider.findFirst("jar").orElseThrow()
        .run(System.out, System.err, "--create", "--file", JAR.toString(), "-C", CLASSES.toString(), ".");
    if (code != 0) {
      throw new IllegalStateException("the program can't be packed");
    }
  }

  private static List<String> java(String cache) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:aot*=off,cds*=off", "-Djdk.util.jar.version=23", cache));
    String libraries = Arrays.stream(classPath().split(File.pathSeparator)).filter(entry -> entry.endsWith(".jar"))
        .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", JAR + File.pathSeparator + libraries, "otklik.Otklik", "run"));
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
