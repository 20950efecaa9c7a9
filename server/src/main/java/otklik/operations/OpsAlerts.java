package otklik.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Outcome;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Listener;
import otklik.delivery.NewDelivery;
import otklik.delivery.SettledDelivery;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.standing.Troubles;
import otklik.storage.Tx;
import otklik.turns.Turn;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;
import otklik.workspaces.Installation;
import otklik.workspaces.OpsChat;

/// Tells whoever runs the installation, in the chat of `OPS_CHAT_ID`, that something is amiss with a channel, and when it
/// is over. The channel's own account says it; when that can't, the next one of the installation does.
@Component
final class OpsAlerts implements TroubleWatch, Listener {
  private static final Logger log = LoggerFactory.getLogger(OpsAlerts.class);
  private static final String ALERT = "operations.alert";

  private static final int MOST_ATTEMPTS = 20;

  private final Optional<OpsChat> chat;
  private final Channels channels;
  private final Troubles troubles;
  private final Deliveries deliveries;

  OpsAlerts(Installation installation, Channels channels, Troubles troubles, Deliveries deliveries) {
    this.chat = installation.server().opsChat();
    this.channels = channels;
    this.troubles = troubles;
    this.deliveries = deliveries;
  }

  @Override
  public void began(Turn turn, Trouble trouble) throws Exception {
    tell(turn, trouble, "trouble." + trouble.kind().word());
  }

  @Override
  public void ended(Turn turn, Trouble trouble) throws Exception {
    tell(turn, trouble, "trouble.over." + trouble.kind().word());
  }

  private void tell(Turn turn, Trouble trouble, String key) throws Exception {
    if (chat.isEmpty()) {
      return;
    }
    List<Channel> able = able(chat.get(), turn.channel(), trouble);
    if (able.isEmpty()) {
      log.error("{}: nobody can say so in OPS_CHAT_ID: no other account of this installation works",
          turn.channel().label());
    } else {
      owe(turn.on(able.getFirst()), turn.channel().label() + ": " + turn.text(key), 1);
    }
  }

  boolean isWanted() {
    return chat.isPresent();
  }

  /// Something that concerns the whole installation: the first account that works says it.
  void tell(Tx tx, String key, Map<String, ?> values) throws Exception {
    Channel by = near(chat.orElseThrow()).filter(this::isAccepted).findFirst().orElse(null);
    if (by == null) {
      log.error("nobody can say so in OPS_CHAT_ID: no account of this installation works");
    } else {
      owe(Turn.of(tx, by), by.text(key, values), 1);
    }
  }

  private boolean isAccepted(Channel channel) {
    return !troubles.goesOn(channel, Trouble.Kind.REVOKED, "");
  }

  /// Those that its messenger lets speak there.
  private Stream<Channel> near(OpsChat chat) {
    return channels.all().stream().filter(channel -> isNear(chat, channel));
  }

  private static boolean isNear(OpsChat chat, Channel channel) {
    return channel.messenger().name().equals(chat.messenger().name());
  }

  /// Those whose credentials are accepted, the channel itself first.
  private List<Channel> able(OpsChat chat, Channel channel, Trouble trouble) {
    List<Channel> able = new ArrayList<>();
    if (trouble.kind() != Trouble.Kind.REVOKED && isNear(chat, channel)) {
      able.add(channel);
    }
    near(chat).filter(other -> !other.id().equals(channel.id())).filter(this::isAccepted).forEach(able::add);
    return able;
  }

  private void owe(Turn turn, String text, long attempt) throws Exception {
    Place place = Place.chat(chat.orElseThrow().chat());
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(place, text)).about(ALERT, attempt));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ALERT);
  }

  /// The one that was asked isn't in that chat: the next one is asked.
  @Override
  public void heard(Turn turn, SettledDelivery done) throws Exception {
    if (chat.isEmpty() || !(done.outcome() instanceof Outcome.Refused refused)
        || !(done.call() instanceof Call.Say said)) {
      return;
    }
    log.warn("{}: can't say so in OPS_CHAT_ID: {}", turn.channel().label(), refused.detail());
    List<Channel> all = near(chat.get()).toList();
    long attempt = done.subject().id();
    if (attempt < Math.min(all.size(), MOST_ATTEMPTS) && said.content() instanceof Content.Text text) {
      owe(turn.on(all.get((all.indexOf(turn.channel()) + 1) % all.size())), text.text(), attempt + 1);
    }
  }
}
