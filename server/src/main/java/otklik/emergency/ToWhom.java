package otklik.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Button;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.channels.Target;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.delivery.Priority;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.MicrosConverter;
import otklik.talk.PersonButton;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// Asks somebody who has several conversations to whom goes what they wrote without a reply, before it goes to anybody:
/// a place or a phone number must not go to a stranger by chance.
@Component
final class ToWhom implements EmergencyPart, PersonButton, TimerHandler {
  private static final String KIND = "emergency.to-whom";
  private static final String REMIND = "remind";
  private static final String DROP = "drop";
  /// In a press, in place of who helps.
  private static final String COORDINATORS = "coordinators";
  /// Several messages in a row are asked about once.
  private static final Duration IN_A_ROW = Duration.ofMinutes(1);
  /// Somebody may wait for it.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Whose whose;
  private final Conversing conversing;
  private final Tickets tickets;
  private final StayingOpen stayingOpen;
  private final People people;
  private final Relay relay;
  private final Dialogs dialogs;
  private final Timers timers;
  private final Deliveries deliveries;

  ToWhom(Whose whose, Conversing conversing, Tickets tickets, StayingOpen stayingOpen, People people, Relay relay,
      Dialogs dialogs, Timers timers, Deliveries deliveries) {
    this.whose = whose;
    this.conversing = conversing;
    this.tickets = tickets;
    this.stayingOpen = stayingOpen;
    this.people = people;
    this.relay = relay;
    this.dialogs = dialogs;
    this.timers = timers;
    this.deliveries = deliveries;
  }

  /// Keeps it until they say to whom it goes. Of what can't be passed on they know already that it goes to nobody.
  void ask(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    if (said.content() instanceof Content.Unsupported) {
      return;
    }
    Ticket own = tickets.openOf(visitor.turn(), visitor.person().id()).orElse(null);
    if (own != null) {
      stayingOpen.insisted(visitor, own);
    }
    Undirected before = waiting(visitor).orElse(null);
    Instant now = visitor.turn().now();
    MessageId message = relay.keep(visitor.turn(), null, Direction.IN, said, shown);
    boolean goesOn = before != null && MicrosConverter.instant(before.shown()).plus(IN_A_ROW).isAfter(now);
    Undirected waiting = new Undirected(EmergencyStep.plus(before == null ? List.of() : before.written(), message),
        goesOn ? before.shown() : MicrosConverter.micros(now));
    dialogs.go(visitor.turn(), Undirected.key(visitor), waiting);
    if (!goesOn) {
      question(visitor, "emergency.to-whom.ask");
      ringsIn(visitor, PATIENCE, REMIND);
    }
  }

  private Optional<Undirected> waiting(Visitor visitor) {
    return dialogs.current(visitor.turn(), Undirected.key(visitor), Undirected.KINDS);
  }

  private void question(Visitor visitor, String key) throws Exception {
    List<List<Button>> rows = new ArrayList<>();
    List<Ticket> conversations = whose.conversations(visitor);
    for (Ticket each : conversations) {
      rows.add(List.of(new Button(name(visitor, each),
          Press.of(EmergencyButton.TO_WHOM, each.id(), helper(visitor, each)).data())));
      if (whose.mayAnswerCoordinators(visitor, each)) {
        rows.add(List.of(visitor.button("emergency.to-whom.coordinators",
            Press.of(EmergencyButton.TO_WHOM, each.id(), COORDINATORS).data())));
      }
    }
    if (conversations.stream().allMatch(each -> whose.isOver(visitor, each))) {
      rows.add(List.of(Welcome.button(visitor, "emergency.menu.need-help", EmergencyButton.NEED_HELP)));
    }
    rows.add(List.of(visitor.button("emergency.to-whom.nobody", Press.of(EmergencyButton.TO_NOBODY).data())));
    dialogs.asked(visitor.turn(), Undirected.key(visitor),
        deliveries.owe(visitor.turn(), NewDelivery.words(visitor.says(visitor.text(key), rows))));
  }

  /// Who reads it, when it is about their own request; empty where nobody helps them, or it is another's.
  private static String helper(Visitor visitor, Ticket ticket) {
    return ticket.owner() != null && ticket.person().equals(visitor.person().id())
        ? Long.toString(ticket.owner().value()) : "";
  }

  /// With whom they speak there.
  private String name(Visitor visitor, Ticket ticket) throws Exception {
    boolean own = ticket.person().equals(visitor.person().id());
    PersonId other = own ? ticket.owner() : ticket.person();
    Person person = other == null ? null : people.find(visitor.turn(), other).orElse(null);
    if (person == null) {
      return visitor.text("emergency.to-whom.own", "number", ticket.shownNumber());
    }
    return visitor.text(own ? "emergency.to-whom.helper" : "emergency.to-whom.helped",
        "number", ticket.shownNumber(), "name", person.spokenName());
  }

  @Override
  public Set<Press.Kind> buttons() {
    return Set.of(EmergencyButton.TO_WHOM, EmergencyButton.TO_NOBODY);
  }

  @Override
  public Response pressed(Pressing pressing) throws Exception {
    Visitor visitor = pressing.visitor();
    Undirected waiting = waiting(visitor).orElse(null);
    if (waiting == null) {
      return new Response.Outdated();
    }
    if (pressing.press().kind() == EmergencyButton.TO_NOBODY) {
      forget(visitor);
      return answered(pressing, visitor.text("emergency.to-whom.dropped"));
    }
    Ticket chosen = OwnTicket.pressed(tickets, pressing).filter(ticket -> Whose.isTheirs(visitor, ticket))
        .filter(ticket -> isForCoordinators(visitor, pressing, ticket)
            || pressing.press().more().orElse("").equals(helper(visitor, ticket))).orElse(null);
    if (chosen == null) {
      question(visitor, "emergency.to-whom.ask");
      return new Response.Now(visitor.text("emergency.to-whom.over"), false, false);
    }
    Person person = visitor.person();
    List<Incoming.Said> all = relay.takeBack(visitor.turn(), visitor.chat(),
        new Author(person.account(), person.name(), person.username(), person.language(), true), waiting.written());
    end(visitor);
    boolean toCoordinators = isForCoordinators(visitor, pressing, chosen);
    for (Incoming.Said said : all) { // the first may change who has the request
      Ticket now = tickets.find(visitor.turn(), chosen.id()).orElseThrow();
      if (toCoordinators) {
        conversing.toCoordinators(visitor, now, said, said.content());
      } else {
        conversing.said(visitor, now, said, said.content(), false);
      }
    }
    return toCoordinators ? Response.done() // they are told what became of each
        : answered(pressing, visitor.text("emergency.to-whom.passed", "to", name(visitor, chosen)));
  }

  private static boolean isForCoordinators(Visitor visitor, Pressing pressing, Ticket ticket) {
    return pressing.press().more().filter(COORDINATORS::equals).isPresent()
        && ticket.person().equals(visitor.person().id());
  }

  /// The question says what became of it.
  private Response answered(Pressing pressing, String words) throws Exception {
    @Nullable String question = pressing.on();
    if (question != null) {
      Visitor visitor = pressing.visitor();
      deliveries.owe(visitor.turn(), NewDelivery.of(Priority.EDITS,
          new Call.EditText(visitor.chat(), new Target.Known(question), Content.Text.of(words), List.of())));
    }
    return Response.says(words);
  }

  /// What they wrote is about themself, if they speak with nobody but those whom they have helped: it waits no more.
  List<MessageId> takeOver(Visitor visitor) throws Exception {
    Optional<Undirected> waiting = waiting(visitor);
    if (waiting.isEmpty()
        || whose.conversations(visitor).stream().anyMatch(each -> !whose.isOver(visitor, each))) {
      return List.of();
    }
    end(visitor);
    return waiting.get().written();
  }

  /// It goes to nobody, and isn't kept. False when nothing waited.
  boolean forget(Visitor visitor) throws Exception {
    Optional<Undirected> waiting = waiting(visitor);
    if (waiting.isPresent()) {
      relay.forget(visitor.turn(), waiting.get().written());
      end(visitor);
    }
    return waiting.isPresent();
  }

  private void end(Visitor visitor) throws SQLException {
    dialogs.end(visitor.turn(), Undirected.key(visitor));
    timers.cancel(visitor.turn(), KIND, visitor.chat().key());
  }

  private void ringsIn(Visitor visitor, Duration time, String then) {
    timers.set(visitor.turn(), KIND, visitor.chat().key(), then + " " + visitor.person().id().value(),
        visitor.turn().now().plus(time));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /// Whoever forgot to say it is asked once more; words of an hour ago would only mislead.
  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    String[] data = timer.data().split(" ");
    Person person = people.find(turn, new PersonId(Long.parseLong(data[1]))).orElse(null);
    if (person == null) {
      return;
    }
    Visitor visitor = Visitor.of(turn, person, timer.subject());
    if (waiting(visitor).isEmpty()) {
      return;
    }
    if (data[0].equals(REMIND)) {
      question(visitor, "emergency.to-whom.reminder");
      ringsIn(visitor, LIFETIME, DROP);
    } else {
      forget(visitor);
      deliveries.owe(turn, NewDelivery.words(visitor.says(visitor.text("emergency.to-whom.dropped"))));
    }
  }
}
