package otklik.relay;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Outcome;
import otklik.channels.Refusal;
import otklik.delivery.Done;
import otklik.delivery.Listener;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Notes where the copies stand, and what could not be copied.
@Component
final class Copies implements Listener {
  private final Messages messages;
  private final Map<String, Undelivered> scenarios;

  Copies(Messages messages, List<Undelivered> scenarios) {
    this.messages = messages;
    this.scenarios = scenarios.stream().collect(Collectors.toMap(Undelivered::scenario, Function.identity()));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Relay.COPY, Relay.ALBUM);
  }

  @Override
  public void heard(Tx tx, Channel channel, Done done) throws Exception {
    switch (done.outcome()) {
      case Outcome.Sent sent -> copied(tx, channel, done, sent.ids());
      case Outcome.Refused refused -> refused(tx, channel, done, refused);
    }
  }

  private void copied(Tx tx, Channel channel, Done done, List<String> copies) throws SQLException {
    List<MessageId> originals = originals(tx, channel, done);
    for (int i = 0; i < Math.min(originals.size(), copies.size()); i++) {
      messages.copied(tx, channel, originals.get(i), done.call().place().chat(), copies.get(i));
    }
  }

  private void refused(Tx tx, Channel channel, Done done, Outcome.Refused refused) throws Exception {
    List<MessageId> originals = originals(tx, channel, done);
    Messages.Whose whose = messages.whose(tx, channel, originals.getFirst());
    Undelivered scenario = scenarios.get(channel.scenario());
    if (refused.why() == Refusal.TOPIC_GONE && whose.direction() == Direction.IN) {
      messages.waitAgain(tx, channel, originals);
      scenario.roomGone(tx, channel, whose.ticket(), done.call().place());
    } else {
      messages.failed(tx, channel, originals, refused.why().name());
      scenario.refused(tx, channel, whose.ticket(), whose.direction(), refused);
    }
  }

  private List<MessageId> originals(Tx tx, Channel channel, Done done) throws SQLException {
    return done.call() instanceof Call.SayAlbum
        ? messages.sentBy(tx, channel, new TicketId(done.subject().id()), done.id())
        : List.of(new MessageId(done.subject().id()));
  }
}
