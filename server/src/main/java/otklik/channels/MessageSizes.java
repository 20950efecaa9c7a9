package otklik.channels;


/// How much goes into one message of a messenger. Lengths are in UTF-16 code units, as Java strings count; a messenger
/// that counts otherwise says what surely fits.
///
/// @param text      the longest text, without its formatting
/// @param caption   the longest text below a file
/// @param spans     the most stretches of formatted text
/// @param album     the most files shown as one; 1 where there are no albums
/// @param buttons   the most below one message; 0 where there are none
/// @param topicName the longest name of a topic; 0 where there are none
public record MessageSizes(int text, int caption, int spans, int album, int buttons, int topicName) {
  /// The length of a message that the house's own texts are laid out for.
  private static final int LAID_OUT_FOR = 4_096;

  /// How long a part of a message may be here that may be so long in one of 4,096. Where messages are shorter, all
  /// parts shrink alike.
  public int share(int length) {
    return text >= LAID_OUT_FOR ? length : length * text / LAID_OUT_FOR;
  }

  /// As much of the words as such a part has room for ([#share]).
  public String part(String words, int length) {
    return cut(words, share(length));
  }

  /// At most so long, with … in place of what was left out. Never in the middle of a surrogate pair.
  public static String cut(String words, int longest) {
    if (words.length() <= longest) {
      return words;
    }
    int end = Character.isHighSurrogate(words.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return words.substring(0, end).stripTrailing() + "…";
  }
}
