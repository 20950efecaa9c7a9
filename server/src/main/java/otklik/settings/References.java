package otklik.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The `${NAME}` and `${NAME:-default}` of a YAML text.
///
/// They are replaced by marks before YAML is read, because `[${NAME}]` isn't YAML, and by their values afterwards,
/// so that no value can change the structure of the file.
final class References {
  private static final Pattern WRITTEN = Pattern.compile("\\$\\{([A-Z_][A-Z0-9_]*)(?::-([^}\\n]*))?}");
  private static final Pattern MARKED = Pattern.compile("\uE000(\\d+)\uE001");

  private record Reference(String name, @Nullable String otherwise) {}

  private final List<Reference> references = new ArrayList<>();
  private final Map<String, String> environment;
  private final Problems problems;

  References(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  String mark(String yaml) {
    return WRITTEN
        .matcher(yaml)
        .replaceAll(
            found -> {
              references.add(new Reference(found.group(1), found.group(2)));
              return "\uE000" + (references.size() - 1) + "\uE001";
            });
  }

  Tree.Scalar scalar(SettingPosition place, String marked) {
    var matcher = MARKED.matcher(marked);
    boolean variable = matcher.matches();
    String value = matcher.reset().replaceAll(found -> Matcher.quoteReplacement(valueOf(place, found.group(1))));
    return new Tree.Scalar(place, value, variable);
  }

  private String valueOf(SettingPosition place, String index) {
    var reference = references.get(Integer.parseInt(index));
    String value = environment.getOrDefault(reference.name(), "").strip();
    if (!value.isEmpty()) {
      return value;
    }
    if (reference.otherwise() == null) {
      problems.add(place, "the environment variable " + reference.name() + " is not set");
      return "";
    }
    return reference.otherwise();
  }
}
