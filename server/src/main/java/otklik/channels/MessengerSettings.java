package otklik.channels;

import java.util.List;
import java.util.regex.Pattern;
import otklik.settings.Section;

/// Reads what the environment says of a messenger. Each messenger brings one, named in `META-INF/services`, and so
/// stays unknown to everybody else.
public interface MessengerSettings {
  /// See [Messenger#name].
  String messenger();

  /// Whether it is meant where a channel names none: true of one messenger only.
  default boolean isUsual() {
    return false;
  }

  /// How its secrets look, so that one is never shown, whatever key it landed under.
  List<Pattern> secrets();

  /// With which environment variables a channel is described that needs no file.
  default List<Variable> variables() {
    return List.of();
  }

  /// Reads what holds for all of its channels. What is wrong is noted in the section.
  Messenger read(Section environment);

  /// @param key    of the channel's section, under which the value could stand as well
  /// @param needed says what belongs there
  record Variable(String name, String key, String needed) {}
}
