package otklik.emergency.asking;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.emergency.helping.Welcome;
import otklik.emergency.requests.LocationParser;
import otklik.emergency.requests.WrittenPosition;
import otklik.emergency.settings.FloodAdmission;
import otklik.emergency.words.EmergencyReachability;
import otklik.emergency.words.Whose;
import otklik.forms.Forms;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.turns.Turn;

/// Somebody's own chat with the bot: commands first, then whatever they are asked at the moment, then the request that
/// they have or help with, and else the menu.
@Component
public final class FrontDoor {
  private final EmergencyReachability emergencyReachability;
  private final Forms forms;
  private final FloodAdmission floodAdmission;
  private final Whose whose;
  private final Conversing conversing;
  private final ToWhom toWhom;
  private final Welcome welcome;
  private final PersonTalk talk;

  FrontDoor(EmergencyReachability emergencyReachability, Forms forms, FloodAdmission floodAdmission, Whose whose,
      Conversing conversing, ToWhom toWhom, Welcome welcome, PersonTalk talk) {
    this.emergencyReachability = emergencyReachability;
    this.forms = forms;
    this.floodAdmission = floodAdmission;
    this.whose = whose;
    this.conversing = conversing;
    this.toWhom = toWhom;
    this.welcome = welcome;
    this.talk = talk;
  }

  public void said(Turn turn, Incoming.Said said) throws Exception {
    Visitor visitor = reachable(talk.sees(turn, said));
    if (!floodAdmission.admits(visitor)) {
      return;
    }
    if (talk.obeys(visitor, said)) {
      return;
    }
    if (WrittenPosition.isKey(visitor, said.content())) {
      forms.say(visitor, visitor.text("emergency.position-key-typed"));
      return;
    }
    Content shown = talk.shown(visitor, said.content());
    Whose.Answered answered = whose.answered(visitor, said.replyTo());
    switch (answered) {
      case Whose.Answered.OfRequest(var ticket, var between) ->
          conversing.said(visitor, ticket, said, shown, between);
      case Whose.Answered.OfCoordinators(var ticket) -> conversing.toCoordinators(visitor, ticket, said, shown);
      case Whose.Answered.NotTheirs(var ticket) -> conversing.notTheirs(visitor, ticket);
      case Whose.Answered.Unknown _, Whose.Answered.Nothing _ ->
          goesOn(visitor, said, shown, answered instanceof Whose.Answered.Unknown);
    }
  }

  /// What they are asked comes first, then the one conversation that they have.
  ///
  /// @param unsure it answers something, and nobody knows what
  private void goesOn(Visitor visitor, Incoming.Said said, Content shown, boolean unsure) throws Exception {
    List<Ticket> conversations = forms.mayAnswer(visitor, said) ? List.of() : whose.conversations(visitor);
    if (!conversations.isEmpty()) {
      forms.leave(visitor); // they have somebody to speak with
    }
    if (conversations.size() == 1 && !unsure && !whose.isOver(visitor, conversations.getFirst())
        && (LocationParser.isPosition(WrittenPosition.read(said.content(), false))
        || !whose.mayAnswerCoordinators(visitor, conversations.getFirst()))) {
      conversing.said(visitor, conversations.getFirst(), said, shown, false);
    } else if (!conversations.isEmpty()) {
      toWhom.ask(visitor, said, shown);
    } else if (!forms.said(visitor, said, shown)) {
      welcome.said(visitor, said, shown);
    }
  }

  /// Whoever speaks to us can be reached, whatever a delivery that was refused has told.
  private Visitor reachable(PersonTalk.Seen seen) throws Exception {
    Visitor visitor = seen.visitor();
    if (!visitor.person().reachable()) {
      emergencyReachability.becomes(visitor.turn(), visitor.person().id(), true);
    }
    return visitor;
  }

  public void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    Visitor visitor = reachable(talk.sees(turn, pressed));
    if (!floodAdmission.admits(visitor)) {
      talk.ignore(visitor, pressed);
    } else {
      talk.pressed(visitor, pressed);
    }
  }
}
