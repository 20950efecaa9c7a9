package otklik.channels.pigeon;

import java.util.List;
import java.util.regex.Pattern;
import otklik.channels.Messenger;
import otklik.channels.MessengerSettings;
import otklik.settings.Section;

/// Pigeons that carry letters between lofts: the smallest messenger that a scenario can be played on. It is described
/// in docs/write-a-channel.md.
public final class PigeonSettings implements MessengerSettings {
  @Override
  public String messenger() {
    return PigeonMessenger.NAME;
  }

  @Override
  public List<Pattern> secrets() {
    return List.of(PigeonMessenger.RING);
  }

  /// Where the pigeons live is the same for all channels.
  @Override
  public Messenger read(Section environment) {
    return new PigeonMessenger(environment.text("PIGEON_LOFT", "home"));
  }
}
