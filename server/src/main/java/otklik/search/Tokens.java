package otklik.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import otklik.kernel.Folded;

/// Takes folded text apart: words, what is left of a word in all its forms, and telephone numbers however they are
/// written. For one text after another, not for many threads.
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern RUSSIAN = Pattern.compile("[а-я]+");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]+");
  /// Digits with what people write between them.
  private static final Pattern DIGITS = Pattern.compile("(?<![\\p{L}\\p{N}_])\\+?\\d(?:[\\s().\\-–‑/]{0,3}\\d){6,17}(?![\\p{L}\\p{N}_])");
  /// Longer ones are no words: hashes, addresses.
  private static final int LONGEST = 60;

  private final SnowballStemmer russian = new RussianStemmer();
  private final SnowballStemmer english = new EnglishStemmer();

  static String folded(String text) {
    return Folded.of(text);
  }

  static List<String> in(String folded) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(folded);
    while (token.find()) {
      tokens.add(folded.substring(token.start(), Math.min(token.end(), token.start() + LONGEST)));
    }
    return tokens;
  }

  /// What may be telephone numbers: seven digits and more.
  static Matcher digits(String folded) {
    return DIGITS.matcher(folded);
  }

  /// Digits alone. In Russia and Kazakhstan 8 stands for +7 at home.
  static String phone(String written) {
    String digits = written.replaceAll("\\D", "");
    return digits.length() == 11 && digits.startsWith("8") ? "7" + digits.substring(1) : digits;
  }

  /// The word without its ending, by the Snowball algorithms of Russian and English.
  String stem(String token) {
    return RUSSIAN.matcher(token).matches() ? stem(russian, token)
        : ENGLISH.matcher(token).matches() ? stem(english, token) : token;
  }

  private static String stem(SnowballStemmer stemmer, String token) {
    stemmer.setCurrent(token);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
