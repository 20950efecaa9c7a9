package otklik.emergency;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.PrivateTopics;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Kinds;
import otklik.talk.PersonTalk;
import otklik.tickets.Ticket;
import otklik.turns.Turn;
import otklik.workspaces.Channel;

/// Somebody's own chat with the bot: commands first, then whatever they are asked at the moment, then the request that
/// they have or help with, and else the menu.
@Component
final class FrontDoor {
  private final People people;
  private final EmergencyReachability emergencyReachability;
  private final Dialogs dialogs;
  private final RequestForm requestForm;
  private final FloodAdmission floodAdmission;
  private final Whose whose;
  private final Conversing conversing;
  private final ToWhom toWhom;
  private final Welcome welcome;
  private final Deliveries deliveries;
  private final PrivateTopics privateTopics;
  private final PersonTalk talk;
  private final Map<Class<?>, DialogStep<?>> steps = new HashMap<>();

  FrontDoor(People people, EmergencyReachability emergencyReachability, Dialogs dialogs, RequestForm requestForm,
      FloodAdmission floodAdmission, Whose whose, Conversing conversing, ToWhom toWhom, Welcome welcome,
      Deliveries deliveries, PrivateTopics privateTopics, PersonTalk talk, List<DialogStep<?>> steps) {
    this.people = people;
    this.emergencyReachability = emergencyReachability;
    this.dialogs = dialogs;
    this.requestForm = requestForm;
    this.floodAdmission = floodAdmission;
    this.whose = whose;
    this.conversing = conversing;
    this.toWhom = toWhom;
    this.welcome = welcome;
    this.deliveries = deliveries;
    this.privateTopics = privateTopics;
    this.talk = talk;
    steps.forEach(step -> this.steps.put(step.step(), step));
  }

  void said(Turn turn, Incoming.Said said) throws Exception {
    privateTopics.wrote(turn, said.place());
    Person person = seen(turn, said.by());
    Visitor visitor = Visitor.of(turn, person, said.place().chat());
    if (!floodAdmission.admits(visitor)) {
      return;
    }
    if (talk.obeys(visitor, said)) {
      return;
    }
    if (WrittenPosition.isKey(visitor, said.content())) {
      say(visitor, visitor.text("emergency.position-key-typed"));
      return;
    }
    Content shown = shown(turn.channel(), said.content());
    if (shown != said.content()) {
      say(visitor, visitor.text("emergency.unsupported"));
    }
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
    EmergencyStep step =
        dialogs.current(visitor.turn(), visitor.chat().key(), EmergencyStep.KINDS).orElse(null);
    List<Ticket> conversations =
        step != null && mayAnswer(visitor, step, said) ? List.of() : whose.conversations(visitor);
    if (step != null && !conversations.isEmpty()) {
      requestForm.leave(visitor); // they have somebody to speak with
    }
    if (conversations.size() == 1 && !unsure && !whose.isOver(visitor, conversations.getFirst())
        && (LocationParser.isPosition(WrittenPosition.read(said.content(), false))
        || !whose.mayAnswerCoordinators(visitor, conversations.getFirst()))) {
      conversing.said(visitor, conversations.getFirst(), said, shown, false);
    } else if (!conversations.isEmpty()) {
      toWhom.ask(visitor, said, shown);
    } else if (step != null) {
      answers(visitor, step, said, shown);
    } else {
      welcome.said(visitor, said, shown);
    }
  }

  /// Whoever speaks to us can be reached, whatever a delivery that was refused has told.
  private Person seen(Turn turn, Author author) throws Exception {
    Person person = people.seen(turn, author);
    if (!person.reachable()) {
      emergencyReachability.becomes(turn, person.id(), true);
    }
    return person;
  }

  private boolean mayAnswer(Visitor visitor, EmergencyStep step, Incoming.Said said) {
    return asked(step).mayAnswer(visitor, said,
        dialogs.since(visitor.turn(), visitor.chat().key()).orElse(Instant.MIN));
  }

  private <S extends EmergencyStep> DialogStep<S> asked(S step) {
    @SuppressWarnings("unchecked") // a step's bean is found by the step's own class
    DialogStep<S> asked = (DialogStep<S>) steps.get(step.getClass());
    if (asked == null) {
      throw new IllegalStateException("nobody asks " + step.tag());
    }
    return asked;
  }

  private <S extends EmergencyStep> void answers(Visitor visitor, S step, Incoming.Said said, Content shown)
      throws Exception {
    Incoming.Said read = switch (step) {
      case EmergencyStep.Locating _, EmergencyStep.Doubted _, EmergencyStep.Relocating _ ->
          WrittenPosition.in(said, true);
      case EmergencyStep.NamingCity _, EmergencyStep.Telling _, EmergencyStep.Confirming _ ->
          WrittenPosition.in(said, false);
      case EmergencyStep.Offered _, EmergencyStep.NamingHours _, EmergencyStep.Returning _,
          EmergencyStep.Thanking _ -> said;
    };
    asked(step).said(visitor, step, read, read == said ? shown : read.content());
  }

  /// What can't be passed on is at least announced.
  private static Content shown(Channel channel, Content content) {
    return content instanceof Content.Unsupported unsupported
        ? Content.Text.of(channel.text("emergency.note.unsupported",
            "kind", Kinds.of(channel, unsupported)))
        : content;
  }

  void pressed(Turn turn, Incoming.Pressed pressed) throws Exception {
    if (pressed.on() != null) {
      privateTopics.wrote(turn, pressed.place());
    }
    Person person = seen(turn, pressed.by());
    Visitor visitor = Visitor.of(turn, person, pressed.place().chat());
    if (!floodAdmission.admits(visitor)) {
      talk.ignore(visitor, pressed);
    } else {
      talk.pressed(visitor, pressed);
    }
  }

  private void say(Visitor visitor, String text) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(text)));
  }
}
