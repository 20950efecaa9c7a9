package otklik.operations;

import java.util.HashMap;
import java.util.Map;

/// One line of the doctor's report.
///
/// @param text   its key is `doctor.` and this
/// @param values of the text's places
record Finding(boolean fine, String text, Map<String, String> values) {
  static Finding fine(String text, String... values) {
    return new Finding(true, text, map(values));
  }

  static Finding wrong(String text, String... values) {
    return new Finding(false, text, map(values));
  }

  static Finding that(boolean fine, String text, String... values) {
    return fine ? fine(text, values) : wrong(text + ".wrong", values);
  }

  private static Map<String, String> map(String... values) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return map;
  }
}
