package otklik.operations;

import java.util.HashMap;
import java.util.Map;

/// One line of the doctor's report.
///
/// @param text   its key is `doctor.` and this
/// @param values of the text's places
record DoctorFinding(boolean fine, String text, Map<String, String> values) {
  static DoctorFinding fine(String text, String... values) {
    return new DoctorFinding(true, text, map(values));
  }

  static DoctorFinding wrong(String text, String... values) {
    return new DoctorFinding(false, text, map(values));
  }

  static DoctorFinding that(boolean fine, String text, String... values) {
    return fine ? fine(text, values) : wrong(text + ".wrong", values);
  }

  DoctorFinding with(String name, String value) {
    var more = new HashMap<>(values);
    more.put(name, value);
    return new DoctorFinding(fine, text, more);
  }

  private static Map<String, String> map(String... values) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return map;
  }
}
