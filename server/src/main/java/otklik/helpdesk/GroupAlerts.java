package otklik.helpdesk;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;
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
  public void began(Turn turn, Trouble trouble) throws Exception {
    if (isOurs(turn.channel()) && trouble.kind() != Trouble.Kind.REVOKED) {
      tell(turn, trouble, "trouble." + trouble.kind().word());
    }
  }

  @Override
  public void ended(Turn turn, Trouble trouble) throws Exception {
    if (isOurs(turn.channel())) {
      tell(turn, trouble, "trouble.over." + trouble.kind().word());
      if (!trouble.chat().isEmpty() && !trouble.kind().leavesGroupOpen()) {
        say(turn, trouble.chat(), turn.text("trouble.missed"));
      }
    }
  }

  private static boolean isOurs(Channel channel) {
    return channel.scenario().equals(Helpdesk.NAME);
  }

  private void tell(Turn turn, Trouble trouble, String key) throws Exception {
    String text = turn.text(key);
    for (String admin : Helpdesk.settings(turn.channel()).admins()) {
      say(turn, admin, text);
    }
    if (!trouble.chat().isEmpty() && trouble.kind().leavesGroupOpen()) {
      say(turn, trouble.chat(), text);
    }
  }

  private void say(Turn turn, String chat, String text) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(chat), text)));
  }
}
