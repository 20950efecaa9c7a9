package otklik.conversations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Something in the middle of which people are while the program is replaced by its next version: how it came about,
/// and how it goes on. What was recorded is played on by every later version, so what comes after must hold for all that
/// was recorded under the name.
///
/// @param name   in recordings; never changed
/// @param before brings it about under the version that is recorded
/// @param after  what happens then, in the order of time
record Situation(String name, Runnable before, List<Step> after) {
  /// @param later  when, since the next version began
  /// @param played what people do and see then
  record Step(Duration later, Runnable played) {}

  static Situation of(String name, Runnable before) {
    return new Situation(name, before, List.of());
  }

  /// As soon as the next version is there.
  Situation then(Runnable played) {
    return later(Duration.ZERO, played);
  }

  /// When so much time has passed.
  Situation later(Duration time, Runnable played) {
    List<Step> all = new ArrayList<>(after);
    all.add(new Step(time, played));
    return new Situation(name, before, List.copyOf(all));
  }
}
