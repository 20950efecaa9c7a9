package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import otklik.kernel.Language;

class TextFilesTest {
  /// The scenario of the tests says its own texts.
  private static final List<Path> SPEAKING =
      List.of(Path.of("src/main/java"), Path.of("src/test/java/otklik/lostproperty"));

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Texts texts = Texts.ofProduct();

  @Test
  void every_text_exists_in_every_language_with_the_same_places() {
    assertThat(texts.keys(Language.EN)).isEqualTo(texts.keys(Language.RU)).isNotEmpty();
    for (String key : texts.keys(Language.RU)) {
      assertThat(texts.names(Language.EN, key)).as(key).isEqualTo(texts.names(Language.RU, key));
    }
  }

  @ParameterizedTest
  @EnumSource
  void texts_are_well_set(Language language) {
    TextFiles.read().get(language).forEach((key, text) -> {
      assertThat(text).as(key).isNotBlank().doesNotContain("\"", "...", "  ", "\t", " \n").isEqualTo(text.strip());
      switch (language) {
        // „…“ is the second pair, for quotes within quotes.
        case RU -> assertThat(text.replaceAll("„[^„“]+“", "")).as(key).doesNotContain("„", "“", "”");
        case EN -> assertThat(text).as(key).doesNotContain("«", "»", "'");
      }
    });
  }

  /// Two equal keys in a file would hide one of the texts silently.
  @ParameterizedTest
  @EnumSource
  void no_key_stands_twice_in_a_file(Language language) throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/texts", language.code()))) {
      for (Path file : files.toList()) {
        List<String> keys =
            Files.readAllLines(file).stream()
                .filter(line -> line.matches("[^#=]+=.*"))
                .map(line -> line.split("=")[0])
                .toList();
        assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
      }
    }
  }

  /// The name of the text in whose place a messenger's own one stands.
  private static String common(String key) {
    return Messengers.found().stream().map(messenger -> messenger.messenger() + ".").filter(key::startsWith)
        .map(prefix -> key.substring(prefix.length())).findFirst().orElse(key);
  }

  /// But for the kinds of messages that only it knows.
  @ParameterizedTest
  @EnumSource
  void what_a_messenger_says_in_its_own_words_every_other_says_too(Language language) {
    assertThat(texts.keys(language)).filteredOn(key -> !common(key).equals(key)).isNotEmpty()
        .filteredOn(key -> !common(key).startsWith("kind.")).allSatisfy(own -> {
          assertThat(texts.keys(language)).contains(common(own));
          assertThat(texts.names(language, common(own))).containsAll(texts.names(language, own));
        });
  }

  /// A key stands in the code as it is, or begins with a part that does: "category." with the letter behind it.
  @Test
  void every_text_is_said_somewhere() throws IOException {
    Set<String> literals = new HashSet<>();
    for (Path sources : SPEAKING) {
      try (var files = Files.walk(sources)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
        }
      }
    }
    Set<String> beginnings = literals.stream().filter(literal -> literal.matches("[a-z].{2,}[.-]"))
        .collect(Collectors.toSet());
    assertThat(texts.keys(Language.RU).stream().map(TextFilesTest::common).filter(key -> !literals.contains(key))
        .filter(key -> beginnings.stream().noneMatch(key::startsWith))).isEmpty();
  }
}
