package otklik.geography;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// A word as names are compared by: without regard to case, accents, ё, apostrophes and Kazakh letters that many
/// keyboards lack.
///
/// @param written as it stands
/// @param stem    without a Russian ending
record Word(String written, String stem) {
  private static final NormalizeCharMap ALIKE = alike();
  private static final Pattern ADJECTIVE = Pattern.compile(".+([ыио]й|[ая]я|[оы]е)");
  private static final Pattern ADJECTIVES_OTHER_FORM = Pattern.compile(".+([ое]го|[ое]му|[ую]ю|[ыи]х)");

  /// «Тбилиси», «Баку», «Осло»: nouns that are the same in all cases.
  private static final String UNCHANGING = "иоуюеэ";

  /// What a noun loses when it changes, if it ends in one of them.
  private static final String ENDINGS = "аяыьй";

  static List<Word> of(String text) {
    var tokenizer = new StandardTokenizer();
    tokenizer.setReader(
        new MappingCharFilter(ALIKE, new StringReader(Normalizer.normalize(text, Normalizer.Form.NFKC))));
    try (TokenStream twice = new RussianLightStemFilter(
        new KeywordRepeatFilter(new LowerCaseFilter(new ASCIIFoldingFilter(tokenizer))))) {
      var term = twice.addAttribute(CharTermAttribute.class);
      var words = new ArrayList<Word>();
      twice.reset();
      while (twice.incrementToken()) {
        String written = term.toString();
        twice.incrementToken();
        words.add(new Word(written, term.toString()));
      }
      twice.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether this may be a word of a name in another case: «Москве» of «Москва», «Нижнем» of «Нижний», but not «Минская»
  /// of «Минск», nor «место» of «Местиа».
  boolean isFormOf(Word name) {
    if (written.equals(name.written)) {
      return true;
    }
    boolean ofAdjective = ADJECTIVE.matcher(name.written).matches();
    if (!ofAdjective && (name.endsInOneOf(UNCHANGING) || isAdjective())) {
      return false;
    }
    int ending = ofAdjective ? 2 : name.endsInOneOf(ENDINGS) ? 1 : 0;
    return written.startsWith(name.written.substring(0, name.written.length() - ending))
        && (stem.equals(name.stem) || stem.equals(name.written));
  }

  private boolean isAdjective() {
    return ADJECTIVE.matcher(written).matches() && !written.endsWith("ой")
        || ADJECTIVES_OTHER_FORM.matcher(written).matches();
  }

  private boolean endsInOneOf(String letters) {
    return letters.indexOf(written.charAt(written.length() - 1)) >= 0;
  }

  private static NormalizeCharMap alike() {
    var map = new NormalizeCharMap.Builder();
    "'’‘`ʼʻ".chars().forEach(apostrophe -> map.add(Character.toString(apostrophe), ""));
    ".:_".chars().forEach(gap -> map.add(Character.toString(gap), " "));
    String letters = "ёәғқңөұүһі";
    String plain = "еагкноуухи";
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      String replaced = plain.substring(i, i + 1);
      map.add(letter, replaced);
      map.add(letter.toUpperCase(Locale.ROOT), replaced);
    }
    return map.build();
  }
}
