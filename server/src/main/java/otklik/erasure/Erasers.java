package otklik.erasure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Who forgets a person where. A person is one in all channels of a workspace that belong to one messenger, whatever
/// scenarios those have.
@Component
final class Erasers {
  private final Channels channels;
  private final Map<String, Eraser> byScenario;

  Erasers(Channels channels, List<Eraser> erasers) {
    this.channels = channels;
    this.byScenario = erasers.stream().collect(Collectors.toMap(Eraser::scenario, Function.identity()));
  }

  Eraser of(Channel channel) {
    Eraser eraser = byScenario.get(channel.scenario());
    if (eraser == null) {
      throw new IllegalStateException("the scenario " + channel.scenario() + " forgets nobody");
    }
    return eraser;
  }

  /// Wherever the person is the same one.
  List<Visitor> everywhere(Visitor visitor) {
    return channels.all().stream().filter(channel -> isSisterOf(visitor.channel(), channel))
        .map(sister -> new Visitor(visitor.turn().on(sister), visitor.person(), visitor.chat())).toList();
  }

  private static boolean isSisterOf(Channel channel, Channel other) {
    return other.workspace().equals(channel.workspace()) && other.messenger().equals(channel.messenger());
  }
}
