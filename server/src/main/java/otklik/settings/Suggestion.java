package otklik.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the word that was probably meant.
public final class Suggestion {
  private static final int TYPOS = 2;

  private Suggestion() {}

  public static Optional<String> closest(String written, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(written, word) <= Math.min(TYPOS, word.length() / 2))
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /// Levenshtein's: letters to insert, delete or replace.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
