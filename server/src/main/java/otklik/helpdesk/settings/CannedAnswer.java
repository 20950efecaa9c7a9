package otklik.helpdesk.settings;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import otklik.helpdesk.tickets.Placeholders;
import otklik.settings.Section;

/// An answer that operators send by its name: `/m NAME`.
///
/// @param name 1–32 letters, digits, _ and -; unique in the desk, whatever its case
public record CannedAnswer(String name, String text) {
  /// What stands in curly brackets.
  public static final Pattern PLACE =
      Pattern.compile("\\{\\s*([\\p{L}_][\\w ]{0,40}?)\\s*}", Pattern.UNICODE_CHARACTER_CLASS);

  /// What [Placeholders] fills in.
  private static final Set<String> PLACES = Set.of("name", "number", "project");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,32}");

  static List<CannedAnswer> read(Section section, String key) {
    return section.sections(key).stream()
        .map(answer -> new CannedAnswer(
            answer.text("name", NAME, "a name: 1 to 32 letters, digits, _ and -"), text(answer)))
        .toList();
  }

  /// What nobody fills in would reach people as it stands.
  private static String text(Section answer) {
    String text = answer.text("text");
    PLACE.matcher(text).results().map(found -> found.group(1)).filter(name -> !PLACES.contains(name)).findFirst()
        .ifPresent(name -> answer.problem("text", "'{" + name
        + "}' is filled in by nobody; there are {name}, {number} and {project}"));
    return text;
  }
}
