package otklik.erasure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.storage.Tx;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// A person is one in all channels of a workspace that belong to one messenger, whatever scenarios those have: they are
/// forgotten in all of them, or they aren't forgotten.
@Component
public final class Erasure {
  private final Channels channels;
  private final People people;
  private final Map<String, Eraser> erasers;

  Erasure(Channels channels, People people, List<Eraser> erasers) {
    this.channels = channels;
    this.people = people;
    this.erasers = erasers.stream().collect(Collectors.toMap(Eraser::scenario, Function.identity()));
  }

  /// Their name goes first, so that whatever is shown anew shows them as nobody.
  ///
  /// @param visitor where they asked for it
  public void erase(Tx tx, Visitor visitor) throws Exception {
    List<Channel> sisters = channels.all().stream().filter(channel -> isSisterOf(visitor.channel(), channel)).toList();
    if (sisters.stream().noneMatch(sister -> of(sister).needs(sister, visitor.person()))) {
      people.erase(tx, visitor.channel(), visitor.person());
    }
    for (Channel sister : sisters) {
      of(sister).erase(tx, new Visitor(sister, visitor.person(), visitor.chat()));
    }
  }

  private Eraser of(Channel channel) {
    Eraser eraser = erasers.get(channel.scenario());
    if (eraser == null) {
      throw new IllegalStateException("the scenario " + channel.scenario() + " forgets nobody");
    }
    return eraser;
  }

  private static boolean isSisterOf(Channel channel, Channel other) {
    return other.workspace().equals(channel.workspace()) && other.messenger().equals(channel.messenger());
  }
}
