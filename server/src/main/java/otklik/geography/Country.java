package otklik.geography;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import otklik.kernel.Language;

/// A country, or a territory with a code of its own.
///
/// @param code two capital letters, as in ISO 3166; XK, which everybody uses for Kosovo, is one too
public record Country(String code) {
  private static final Set<String> KNOWN = Set.of(ULocale.getISOCountries());

  /// @throws IllegalArgumentException when no country has such a code
  public Country {
    if (!KNOWN.contains(code)) {
      throw new IllegalArgumentException(
          "a country is two capital letters of ISO 3166, such as GE, not '" + code + "'");
    }
  }

  /// As people say it: «США», not «Соединенные Штаты».
  public String name(Language language) {
    return name(language.code(), DisplayContext.LENGTH_SHORT);
  }

  /// In full, or as people say it.
  String name(String language, DisplayContext length) {
    return LocaleDisplayNames.getInstance(new ULocale(language), length).regionDisplayName(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
