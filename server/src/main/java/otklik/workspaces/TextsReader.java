package otklik.workspaces;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import otklik.kernel.Language;

/// Reads a workspace's own texts: `texts: { ru: { greeting: … }, en: { … } }`.
final class TextsReader {
  private TextsReader() {}

  static Texts read(Section section) {
    Texts product = Texts.ofProduct();
    var own = new EnumMap<Language, Map<String, String>>(Language.class);
    for (Language language : Language.values()) {
      own.put(language, read(section.section(language.code()), language, product));
    }
    return product.with(own);
  }

  private static Map<String, String> read(Section section, Language language, Texts product) {
    var own = new HashMap<String, String>();
    for (String key : section.keys()) {
      String text = section.text(key);
      product.complaint(language, key, text).ifPresent(what -> section.problem(key, what));
      own.put(key, text);
    }
    return own;
  }
}
