package otklik.workspaces;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import otklik.kernel.Language;

/// A workspace as configured.
///
/// @param name     unique within the installation
/// @param language spoken with people whose own language is unknown or not supported
/// @param texts    the product's, with the workspace's own in their place
public record WorkspaceSettings(
    String name, ZoneId zone, Language language, Texts texts, List<ChannelSettings> channels) {

  /// The language to speak with a person.
  ///
  /// @param tag what the messenger says of the person: "ru", "en-GB" …
  public Language languageFor(@Nullable String tag) {
    if (tag != null) {
      String code = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
      for (Language supported : Language.values()) {
        if (supported.code().equals(code)) {
          return supported;
        }
      }
    }
    return language;
  }
}
