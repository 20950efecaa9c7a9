package otklik.channels;

import java.util.List;
import otklik.settings.Section;

/// Reads ids as a messenger writes them. What is missing or wrong is noted in the section, see [Section].
public interface IdReader {
  /// A group's id; must be there.
  String group(Section section, String key);

  /// Several people's; at least one must be there.
  List<String> people(Section section, String key);

  /// Of a person's own chat or of a group; must be there.
  String chat(Section section, String key);

  /// Such as could stand in a configuration.
  String sampleOfGroup();

  /// Likewise, of two people, with a comma between.
  String sampleOfPeople();
}
