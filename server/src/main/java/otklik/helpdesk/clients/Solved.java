package otklik.helpdesk.clients;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import otklik.channels.Content;
import otklik.kernel.Folded;
import otklik.kernel.Language;
import otklik.workspaces.Texts;

/// Whether somebody says in a few words that their matter is settled.
final class Solved {
  private static final int LONGEST = 60;

  private Solved() {}

  /// The text `solved.phrases` has what is said then, divided by semicolons, and `solved.not` the words that turn it round.
  static boolean says(Content content, Texts texts, Language language) {
    if (!(content instanceof Content.Text text) || text.text().length() > LONGEST || text.text().contains("?")) {
      return false;
    }
    String said = " " + Folded.of(text.text()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    return phrases(texts.text(language, "solved.phrases")).anyMatch(said::contains)
        && phrases(texts.text(language, "solved.not")).noneMatch(said::contains);
  }

  /// Likewise, and nothing else but thanks. The text `solved.beside` has what may stand beside it.
  static boolean only(Content content, Texts texts, Language language) {
    if (!says(content, texts, language) || !(content instanceof Content.Text text)) {
      return false;
    }
    String rest = " " + Folded.of(text.text()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    for (String settled : Stream.concat(phrases(texts.text(language, "solved.phrases")),
        phrases(texts.text(language, "solved.beside"))).sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      rest = rest.replace(settled, " ");
    }
    return rest.isBlank() || Thanks.only(Content.Text.of(rest), texts, language);
  }

  private static Stream<String> phrases(String all) {
    return Arrays.stream(all.split(";")).map(phrase -> " " + Folded.of(phrase.strip()) + " ");
  }
}
