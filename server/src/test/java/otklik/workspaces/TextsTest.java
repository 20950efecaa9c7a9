package otklik.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static otklik.kernel.Language.EN;
import static otklik.kernel.Language.RU;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts =
      Texts.of(
          Map.of(
              RU,
              Map.of(
                  "plain", "Don't",
                  "hello", "Привет, {name}! Это '{'{number}'}'",
                  "files",
                      "{name}: {count, plural, one {# файл} few {# файла} other {# файлов}} из {total}"),
              EN,
              Map.of("hello", "Hello, { name }!")));

  @Test
  void values_are_put_into_their_places() {
    assertThat(texts.text(RU, "plain")).isEqualTo("Don't");
    assertThat(texts.text(RU, "hello", "name", "Олена", "number", 12345)).isEqualTo("Привет, Олена! Это {12345}");
    assertThat(texts.text(EN, "hello", Map.of("name", "{x}"))).isEqualTo("Hello, {x}!");
  }

  @Test
  void words_agree_with_numbers() {
    assertThat(texts.text(RU, "files", "name", "Отчёт", "count", 3, "total", 12345))
        .isEqualTo("Отчёт: 3 файла из 12345");
    assertThat(texts.text(RU, "files", "name", "Отчёт", "count", 5, "total", 5)).isEqualTo("Отчёт: 5 файлов из 5");
  }

  @Test
  void a_missing_value_or_text_is_a_fault() {
    assertThatThrownBy(() -> texts.text(EN, "hello")).hasMessage("the value {name} is missing");
    assertThatThrownBy(() -> texts.text(EN, "bye")).hasMessage("no text 'bye' in en");
  }

  @Test
  void a_workspace_has_its_own_words_for_some_texts() {
    var own = texts.with(Map.of(RU, Map.of("hello", "Здравствуйте, {name}")));

    assertThat(own.text(RU, "hello", "name", "Олена")).isEqualTo("Здравствуйте, Олена");
    assertThat(own.text(RU, "plain")).isEqualTo("Don't");
    assertThat(own.text(EN, "hello", "name", "Ina")).isEqualTo("Hello, Ina!");
  }

  @Test
  void own_words_are_checked() {
    assertThat(texts.complaint(RU, "helo", "x")).contains("there is no such text; did you mean 'hello'?");
    assertThat(texts.complaint(RU, "hello", "{nom}"))
        .contains("unknown place for a value {nom}; allowed: name, number");
    assertThat(texts.complaint(RU, "plain", "{0}").orElseThrow()).contains("places have names, not numbers");
    assertThat(texts.complaint(RU, "hello", "{name").orElseThrow()).startsWith("is not a text with places for values");
    assertThat(texts.complaint(RU, "hello", "без имени")).isEmpty();
  }

  @Test
  void people_are_spoken_to_in_their_language_where_it_is_supported() {
    var workspace = new WorkspaceSettings("acme", ZoneId.of("UTC"), RU, texts, List.of());

    assertThat(workspace.languageFor("en-GB")).isEqualTo(EN);
    assertThat(workspace.languageFor("ru")).isEqualTo(RU);
    assertThat(workspace.languageFor("uk")).isEqualTo(RU);
    assertThat(workspace.languageFor("?!")).isEqualTo(RU);
    assertThat(workspace.languageFor(null)).isEqualTo(RU);
  }
}
