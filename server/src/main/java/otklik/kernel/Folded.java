package otklik.kernel;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Words as they are searched by: without regard to case, to ё and е, or to how a letter is composed. For all letters,
/// which SQLite's own functions don't know.
public final class Folded {
  private Folded() {}

  public static String of(String text) {
    String whole = Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
    return whole.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }

  public static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
