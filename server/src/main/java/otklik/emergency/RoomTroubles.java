package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.storage.Tx;
import otklik.workspaces.Channel;

/// Tells coordinators that something is amiss with their group, and when it is over: each in private, as far as they
/// have started the bot, and the group as long as one can write there.
@Component
final class RoomTroubles implements TroubleWatch {
  private final Deliveries deliveries;

  RoomTroubles(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /// With a token that isn't accepted nothing can be said to anybody.
  @Override
  public void began(Tx tx, Channel channel, Trouble trouble) throws Exception {
    if (isOurs(channel) && trouble.kind() != Trouble.Kind.REVOKED) {
      tell(tx, channel, trouble, "emergency.trouble." + trouble.kind().word(), trouble.kind().leavesGroupOpen());
    }
  }

  /// By now one can write in the group, whatever it was.
  @Override
  public void ended(Tx tx, Channel channel, Trouble trouble) throws Exception {
    if (isOurs(channel)) {
      tell(tx, channel, trouble, "emergency.trouble.over." + trouble.kind().word(), true);
    }
  }

  private static boolean isOurs(Channel channel) {
    return channel.scenario().equals(Emergency.NAME);
  }

  private void tell(Tx tx, Channel channel, Trouble trouble, String key, boolean inGroup) throws Exception {
    String text = channel.texts().text(channel.language(), key);
    for (String coordinator : Emergency.settings(channel).coordinators()) {
      say(tx, channel, coordinator, text);
    }
    if (inGroup && !trouble.chat().isEmpty()) {
      say(tx, channel, trouble.chat(), text);
    }
  }

  private void say(Tx tx, Channel channel, String chat, String text) throws Exception {
    deliveries.owe(tx, channel, Owed.words(Call.Say.text(Place.chat(chat), text)));
  }
}
