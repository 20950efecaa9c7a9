package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Tells those who can mend it that something is amiss with the group, and when it is over: the admins in private, as far
/// as they have started the bot, and the group as long as one can write there.
@Component
final class GroupAlerts implements TroubleWatch {
  private final Deliveries deliveries;

  GroupAlerts(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /// With a token that isn't accepted nothing can be said to anybody.
  @Override
  public void began(Tx tx, Channel channel, Trouble trouble) throws Exception {
    if (isOurs(channel) && trouble.kind() != Trouble.Kind.REVOKED) {
      tell(tx, channel, trouble, "trouble." + trouble.kind().word());
    }
  }

  @Override
  public void ended(Tx tx, Channel channel, Trouble trouble) throws Exception {
    if (isOurs(channel)) {
      tell(tx, channel, trouble, "trouble.over." + trouble.kind().word());
      if (!trouble.chat().isEmpty() && !trouble.kind().leavesGroupOpen()) {
        say(tx, channel, trouble.chat(), channel.texts().text(channel.language(), "trouble.missed"));
      }
    }
  }

  private static boolean isOurs(Channel channel) {
    return channel.scenario().equals(Helpdesk.NAME);
  }

  private void tell(Tx tx, Channel channel, Trouble trouble, String key) throws Exception {
    String text = channel.texts().text(channel.language(), key);
    for (String admin : Helpdesk.settings(channel).admins()) {
      say(tx, channel, admin, text);
    }
    if (!trouble.chat().isEmpty() && trouble.kind().leavesGroupOpen()) {
      say(tx, channel, trouble.chat(), text);
    }
  }

  private void say(Tx tx, Channel channel, String chat, String text) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(Place.chat(chat), text)));
  }
}
