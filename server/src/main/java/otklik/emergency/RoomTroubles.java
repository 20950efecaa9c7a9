package otklik.emergency;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;
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
  public void began(Turn turn, Trouble trouble) throws Exception {
    if (isOurs(turn.channel()) && trouble.kind() != Trouble.Kind.REVOKED) {
      tell(turn, trouble, "emergency.trouble." + trouble.kind().word(), trouble.kind().leavesGroupOpen());
    }
  }

  /// By now one can write in the group, whatever it was.
  @Override
  public void ended(Turn turn, Trouble trouble) throws Exception {
    if (isOurs(turn.channel())) {
      tell(turn, trouble, "emergency.trouble.over." + trouble.kind().word(), true);
    }
  }

  private static boolean isOurs(Channel channel) {
    return channel.scenario().equals(Emergency.NAME);
  }

  private void tell(Turn turn, Trouble trouble, String key, boolean inGroup) throws Exception {
    String text = turn.text(key);
    for (String coordinator : Emergency.settings(turn.channel()).coordinators()) {
      say(turn, coordinator, text);
    }
    if (inGroup && !trouble.chat().isEmpty()) {
      say(turn, trouble.chat(), text);
    }
  }

  private void say(Turn turn, String chat, String text) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(chat), text)));
  }
}
