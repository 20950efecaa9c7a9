package otklik.helpdesk.clients;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import otklik.channels.Content;
import otklik.kernel.Folded;
import otklik.kernel.Language;
import otklik.workspaces.Texts;

/// Whether somebody only says thank you or goodbye: who does so isn't asked anything.
final class Thanks {
  private static final String BETWEEN_WORDS = "[\\s\\p{Punct}…—«»“”’\uFE0F]+";

  private Thanks() {}

  /// The text `thanks.words` has the words of which one must be there, and `thanks.beside` those that may stand beside
  /// them; whatever has another word in it is more than thanks.
  static boolean only(Content content, Texts texts, Language language) {
    if (!(content instanceof Content.Text text)) {
      return false;
    }
    Set<String> rest = words(text.text());
    boolean thanks = rest.removeAll(words(texts.text(language, "thanks.words")));
    rest.removeAll(words(texts.text(language, "thanks.beside")));
    return thanks && rest.isEmpty();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(Folded.of(text).split(BETWEEN_WORDS)).filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
