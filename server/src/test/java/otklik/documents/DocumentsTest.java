package otklik.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name is there.
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PRODUCT = ROOT.resolve("server/src/main/java/otklik");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(?:\\.[A-Za-z]+)?`");
  private static final Pattern IN_MODULE = Pattern.compile("`([a-z]+(?:\\.[a-z]+)?\\.[A-Z][A-Za-z]+)`");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)#([a-z_0-9]+)`");
  private static final Pattern VARIABLE = Pattern.compile("`([A-Z]+_[A-Z_]+)`");

  private static List<Path> documents() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !ROOT.relativize(file).toString().matches(".*(target|node_modules)/.*")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_link_leads_somewhere() {
    assertThat(documents()).hasSizeGreaterThan(5);
    List<String> dead = documents().stream().flatMap(document -> LINK.matcher(text(document)).results()
            .map(link -> link.group(1)).filter(link -> !link.startsWith("http"))
            .filter(link -> !Files.exists(document.resolveSibling(link)))
            .map(link -> document + " → " + link))
        .toList();
    assertThat(dead).isEmpty();
  }

  /// As in the table of where to look.
  @Test
  void every_class_that_is_named_with_its_module_is_there() {
    List<String> gone = documents().stream().flatMap(document -> IN_MODULE.matcher(text(document)).results()
            .map(named -> named.group(1)).filter(named -> Files.isDirectory(PRODUCT.resolve(named.split("\\.")[0])))
            .filter(named -> !Files.exists(PRODUCT.resolve(named.replace('.', '/') + ".java")))
            .map(named -> ROOT.relativize(document) + ": " + named)).toList();
    assertThat(gone).isEmpty();
  }

  @Test
  void every_class_that_is_named_exists() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(ROOT)) {
      classes = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", "")).collect(Collectors.toSet());
    }
    List<String> unknown = documents().stream()
        .flatMap(document -> CLASS.matcher(text(document)).results().map(name -> name.group(1))
            .filter(name -> !classes.contains(name)).map(name -> document + ": " + name))
        .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_environment_variable_that_is_named_is_in_the_launchers_help() {
    String launcher = text(ROOT.resolve("otklik"));
    List<String> unknown = documents().stream().filter(document -> !document.toString().contains("playground"))
        .flatMap(document -> VARIABLE.matcher(text(document)).results().map(name -> name.group(1)))
        .distinct().filter(name -> !launcher.contains(name) && !name.startsWith("TEST_")).toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_test_that_is_named_is_there() throws IOException {
    Map<String, String> tests;
    try (Stream<Path> files = Files.walk(ROOT.resolve("server/src/test/java"))) {
      tests = files.filter(file -> file.toString().endsWith("Test.java"))
          .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), DocumentsTest::text,
              String::concat));
    }
    List<MatchResult> named = documents().stream()
        .flatMap(document -> TEST.matcher(text(document)).results()).toList();
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named.stream()
        .filter(test -> !tests.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "("))
        .map(MatchResult::group)).isEmpty();
  }
}
