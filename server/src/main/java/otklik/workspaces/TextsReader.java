package otklik.workspaces;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import otklik.kernel.Language;
import otklik.settings.Section;

/// Reads a workspace's own texts: `texts: { ru: { greeting: … }, en: { … } }`.
final class TextsReader {
  /// What texts were called in earlier versions: whoever put their own in place of them goes on.
  private static final Map<String, String> RENAMED = Map.ofEntries(
      Map.entry("forget.kept", "kept"),
      Map.entry("emergency.command-unknown", "emergency.no-such-command"),
      Map.entry("emergency.coordinators.anonymous", "emergency.anonymous"),
      Map.entry("emergency.coordinators.correction", "emergency.correction"),
      Map.entry("emergency.coordinators.delivered", "emergency.retry.delivered"),
      Map.entry("emergency.coordinators.file-lost", "emergency.file-lost"),
      Map.entry("emergency.coordinators.keeps-failing", "emergency.keeps-failing"),
      Map.entry("emergency.coordinators.keeps-failing.theirs", "emergency.keeps-failing.theirs"),
      Map.entry("emergency.coordinators.unconfirmed", "emergency.unconfirmed"),
      Map.entry("emergency.coordinators.unconfirmed.theirs", "emergency.unconfirmed.theirs"),
      Map.entry("emergency.coordinators.undelivered", "emergency.undelivered"),
      Map.entry("emergency.coordinators.undelivered.file", "emergency.undelivered.file"),
      Map.entry("emergency.coordinators.undelivered.no-voice", "emergency.undelivered.no-voice"),
      Map.entry("emergency.coordinators.undelivered.unreachable", "emergency.undelivered.unreachable"),
      Map.entry("emergency.coordinators.edit-sends-nothing", "emergency.edit-sends-nothing"),
      Map.entry("emergency.coordinators.edit-stays", "emergency.edit-stays"),
      Map.entry("emergency.coordinators.forward-noted", "emergency.forward-noted"),
      Map.entry("emergency.coordinators.retry", "emergency.button.retry"),
      Map.entry("emergency.coordinators.retry.sending", "emergency.retry.sending"),
      Map.entry("emergency.coordinators.retry.already", "emergency.retry.already"),
      Map.entry("emergency.erasing.left", "emergency.erasing.messages-left"));

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
