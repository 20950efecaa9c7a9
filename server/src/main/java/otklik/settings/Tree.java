package otklik.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a configuration says, each part with the place where it is said.
public sealed interface Tree {
  SettingPosition place();

  /// @param value    empty for YAML's null
  /// @param variable whether all of it is one environment variable
  record Scalar(SettingPosition place, String value, boolean variable) implements Tree {}

  record Items(SettingPosition place, List<Tree> items) implements Tree {}

  record Fields(SettingPosition place, Map<String, Field> fields) implements Tree {
    public static Fields none(SettingPosition place) {
      return new Fields(place, Map.of());
    }

    /// The environment as if it were a file: what is set and not blank.
    public static Fields of(Map<String, String> environment) {
      var fields = new LinkedHashMap<String, Field>();
      environment.forEach(
          (name, value) -> {
            if (!value.isBlank()) {
              fields.put(name, Field.of(name, value.strip()));
            }
          });
      return new Fields(SettingPosition.ENVIRONMENT, fields);
    }
  }

  /// @param label what the reader of an error knows the field by
  record Field(SettingPosition place, String label, Tree value) {
    public static Field of(String variable, String value) {
      return new Field(SettingPosition.ENVIRONMENT, variable, new Scalar(SettingPosition.ENVIRONMENT, value, true));
    }
  }
}
