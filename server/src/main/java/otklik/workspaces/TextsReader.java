package otklik.workspaces;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import otklik.kernel.Language;

/// Reads a workspace's own texts: `texts: { ru: { greeting: … }, en: { … } }`.
final class TextsReader {
  /// What texts were called in earlier versions: whoever put their own in place of them goes on.
  private static final Map<String, String> RENAMED =
      Map.of("forget.kept", "kept", "emergency.command-unknown", "emergency.no-such-command",
          "emergency.coordinators.anonymous", "emergency.anonymous",
          "emergency.coordinators.forward-noted", "emergency.forward-noted",
          "emergency.coordinators.retry", "emergency.button.retry",
          "emergency.coordinators.retry.sending", "emergency.retry.sending",
          "emergency.coordinators.retry.already", "emergency.retry.already");

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
      String called = RENAMED.getOrDefault(key, key);
      product.complaint(language, called, text).ifPresent(what -> section.problem(key, what));
      own.put(called, text);
    }
    return own;
  }
}
