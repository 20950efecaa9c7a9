package otklik.helpdesk.projects;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import otklik.channels.Links;

/// A code as somebody typed or pasted it.
///
/// @param exact  without what stands around it
/// @param normal one spelling for all that people take for the same: without case, spaces, dashes and quotes, and with
///               Latin letters for the Cyrillic ones that look like them
public record InviteCode(String exact, String normal) {
  private static final int LONGEST_TEXT = 300;
  /// Quotes, and what has no width: soft hyphens, joiners, marks of direction.
  private static final Pattern NOISE = Pattern.compile("[\"'`«»“”„‟‘’‚‛‹›<>\\p{Cf}]");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}−_]");
  /// What links take along, without the dashes.
  private static final Pattern NORMAL = Pattern.compile("[A-Z0-9]{1,64}");
  private static final String CYRILLIC = "АВЕКМНОРСТХУ";
  private static final String LATIN = "ABEKMHOPCTXY";

  /// Empty for what can't be meant as a code.
  ///
  /// @param links may be pasted in place of the code that they carry
  public static Optional<InviteCode> in(String text, Links links) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String typed = links.startWord(text).orElseGet(() -> NOISE.matcher(text).replaceAll("").strip());
    String normal = normal(typed);
    boolean meant = NORMAL.matcher(normal).matches()
        && (!isSpaced(typed) || normal.chars().anyMatch(Character::isDigit));
    return meant ? Optional.of(new InviteCode(typed, normal)) : Optional.empty();
  }

  static String normal(String code) {
    StringBuilder normal = new StringBuilder();
    BETWEEN.matcher(code).replaceAll("").toUpperCase(Locale.ROOT).chars().forEach(letter -> {
      int like = CYRILLIC.indexOf(letter);
      normal.append(like < 0 ? (char) letter : LATIN.charAt(like));
    });
    return normal.toString();
  }

  /// A word of a language, or several: whoever says it may have something to tell.
  public boolean mayBeWords() {
    return isSpaced(exact)
        || exact.chars().allMatch(Character::isLetter) && !exact.equals(exact.toUpperCase(Locale.ROOT));
  }

  private static boolean isSpaced(String text) {
    return text.chars().anyMatch(Character::isWhitespace);
  }
}
