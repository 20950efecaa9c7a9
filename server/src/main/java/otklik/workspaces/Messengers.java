package otklik.workspaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import otklik.channels.Ability;
import otklik.channels.Messenger;
import otklik.channels.MessengerSettings;
import otklik.settings.Section;

/// The messengers there are, by name.
final class Messengers {
  private final Map<String, Messenger> byName;
  private final Messenger usual;

  private Messengers(Map<String, Messenger> byName, Messenger usual) {
    this.byName = byName;
    this.usual = usual;
  }

  /// Those that bring their settings along.
  static List<MessengerSettings> found() {
    List<MessengerSettings> all = new ArrayList<>();
    ServiceLoader.load(MessengerSettings.class).forEach(all::add);
    return all;
  }

  static List<Pattern> secrets(List<MessengerSettings> all) {
    return all.stream().flatMap(settings -> settings.secrets().stream()).toList();
  }

  static MessengerSettings usual(List<MessengerSettings> all) {
    return all.stream().filter(MessengerSettings::isUsual).reduce((one, other) -> {
      throw new IllegalStateException("two usual messengers: " + one.messenger() + ", " + other.messenger());
    }).orElseThrow();
  }

  static Messengers read(List<MessengerSettings> all, Section environment) {
    Map<String, Messenger> byName = new TreeMap<>();
    all.forEach(settings -> byName.put(settings.messenger(), settings.read(environment)));
    return new Messengers(byName, byName.get(usual(all).messenger()));
  }

  /// The one that a channel means which names none.
  Messenger usual() {
    return usual;
  }

  /// The one that a section names.
  Messenger named(Section section, String key) {
    return byName.get(section.choice(key, byName.keySet(), usual.name()));
  }

  /// The names of those that can do all of that.
  List<String> able(Set<Ability> all) {
    return byName.values().stream().filter(messenger -> messenger.abilities().containsAll(all)).map(Messenger::name)
        .toList();
  }
}
