package otklik.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import otklik.channels.Content;
import otklik.channels.Span;

class SplitTest {
  private static final List<String> SCRAPS = List.of("слово", "word", "👩‍👩‍👧‍👦", "🇺🇦", "é", "\n", "\n\n", " ", "  ",
      "длинноеслово", "😀", "https://otklik.example/page", "—");

  private static List<String> texts(List<Content.Text> pieces) {
    return pieces.stream().map(Content.Text::text).toList();
  }

  private static List<String> split(String text, int longest) {
    return texts(Split.of(Content.Text.of(text), longest));
  }

  @Test
  void what_fits_stays_whole() {
    Content.Text whole = Content.Text.of("x".repeat(4096));
    assertThat(Split.of(whole, 4096)).containsExactly(whole);
  }

  @Test
  void it_is_cut_between_paragraphs_then_lines_then_words() {
    assertThat(split("one two\nthree\n\nfour five six", 20)).containsExactly("one two\nthree", "four five six");
    assertThat(split("one two three\nfour five six", 20)).containsExactly("one two three", "four five six");
    assertThat(split("one two three four five six", 20)).containsExactly("one two three four", "five six");
  }

  @Test
  void a_word_without_end_is_cut_between_characters_as_people_see_them() {
    assertThat(split("😀".repeat(10), 5)).containsExactly("😀😀", "😀😀", "😀😀", "😀😀", "😀😀");
    assertThat(split("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 25)).containsExactly("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦");
  }

  @Test
  void formatting_goes_on_in_the_next_piece() {
    List<Content.Text> pieces = Split.of(
        new Content.Text("one two three four five six", List.of(new Span("bold", 4, 20, null))), 20);
    assertThat(pieces).containsExactly(
        new Content.Text("one two three four", List.of(new Span("bold", 4, 14, null))),
        new Content.Text("five six", List.of(new Span("bold", 0, 5, null))));
  }

  @Test
  void a_link_is_not_cut_where_it_can_be_whole() {
    Span link = new Span("text_link", 8, 15, "https://otklik.example");
    assertThat(texts(Split.of(new Content.Text("one two three four five six", List.of(link)), 20)))
        .allMatch(piece -> piece.length() <= 20)
        .anyMatch(piece -> piece.contains("three four five"));
  }

  static List<Content.Text> anything() {
    Random random = new Random(20261120);
    return random.ints(200, 50, 400).mapToObj(length -> {
      String text = random.ints(length, 0, SCRAPS.size()).mapToObj(SCRAPS::get).collect(Collectors.joining()).strip();
      int offset = random.nextInt(text.length() - 10);
      return new Content.Text(text, List.of(new Span("italic", offset, 10, null),
          new Span("text_link", offset / 2, 5, "https://otklik.example")));
    }).toList();
  }

  @ParameterizedTest
  @MethodSource("anything")
  void nothing_is_lost_and_everything_fits(Content.Text whole) {
    List<Content.Text> pieces = Split.of(whole, 64);
    assertThat(String.join("", texts(pieces)).replaceAll("\\s", "")).isEqualTo(whole.text().replaceAll("\\s", ""));
    assertThat(pieces).allSatisfy(piece -> {
      assertThat(piece.text().length()).isBetween(1, 64);
      assertThat(piece.text()).isEqualTo(piece.text().strip());
      assertThat(Character.isLowSurrogate(piece.text().charAt(0))).isFalse();
      assertThat(piece.spans()).allMatch(span -> span.offset() >= 0 && span.length() > 0
          && span.offset() + span.length() <= piece.text().length());
    });
  }
}
