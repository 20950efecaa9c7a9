package otklik.talk;

import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Place;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.standing.Trouble;
import otklik.standing.TroubleWatch;
import otklik.turns.Turn;

/// Tells those who can mend it that something is amiss with a team's group, and when it is over: each in private, as far
/// as they have started the bot, and the group as long as one can write there.
@Component
final class TeamAlerts implements TroubleWatch {
  private final Teams teams;
  private final Deliveries deliveries;

  TeamAlerts(Teams teams, Deliveries deliveries) {
    this.teams = teams;
    this.deliveries = deliveries;
  }

  /// With a token that isn't accepted nothing can be said to anybody.
  @Override
  public void began(Turn turn, Trouble trouble) throws Exception {
    if (trouble.kind() != Trouble.Kind.REVOKED) {
      tell(turn, trouble, "trouble.");
    }
  }

  /// What was said in a group that heard nothing is lost, and only those who said it can say it again.
  @Override
  public void ended(Turn turn, Trouble trouble) throws Exception {
    tell(turn, trouble, "trouble.over.");
    if (!trouble.chat().isEmpty() && !trouble.kind().leavesGroupOpen()) {
      say(turn, trouble.chat(), turn.text(turn.channel().ownKey("trouble.missed")));
    }
  }

  private void tell(Turn turn, Trouble trouble, String kind) throws Exception {
    String text = turn.text(turn.channel().ownKey(kind + trouble.kind().word()));
    for (String account : teams.of(turn.channel()).responsible(turn.channel())) {
      say(turn, account, text);
    }
    if (!trouble.chat().isEmpty() && trouble.kind().leavesGroupOpen()) {
      say(turn, trouble.chat(), text);
    }
  }

  private void say(Turn turn, String chat, String text) throws Exception {
    deliveries.owe(turn, NewDelivery.words(Call.Say.text(Place.chat(chat), text)));
  }
}
