package otklik.emergency.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import otklik.dialogs.Visitor;
import otklik.emergency.helping.StayingOpen;
import otklik.emergency.helping.Welcome;
import otklik.emergency.requests.OwnTicket;
import otklik.emergency.settings.EmergencyButton;
import otklik.emergency.settings.EmergencyPart;
import otklik.emergency.words.Whose;
import otklik.forms.Form;
import otklik.forms.FormStep;
import otklik.forms.Forms;
import otklik.forms.Next;
import otklik.forms.Steps;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.MicrosConverter;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;

/// Asks somebody who has several conversations to whom goes what they wrote without a reply, before it goes to anybody:
/// a place or a phone number must not go to a stranger by chance.
@Component
public final class ToWhom implements EmergencyPart, Form {
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
  private final Forms forms;
  private final Deliveries deliveries;
  private final Steps steps;

  ToWhom(Whose whose, Conversing conversing, Tickets tickets, StayingOpen stayingOpen, People people, Relay relay,
      Forms forms, Deliveries deliveries) {
    this.whose = whose;
    this.conversing = conversing;
    this.tickets = tickets;
    this.stayingOpen = stayingOpen;
    this.people = people;
    this.relay = relay;
    this.forms = forms;
    this.deliveries = deliveries;
    steps = forms.declare(this);
    steps.at(Undirected.class)
        .beside("to-whom")
        .asks((visitor, _) -> question(visitor, "emergency.to-whom.ask"))
        .pressed(EmergencyButton.TO_NOBODY, (pressing, _) -> {
          forget(pressing.visitor());
          return Next.done(answered(pressing, pressing.visitor().text("emergency.to-whom.dropped")));
        })
        .pressed(EmergencyButton.TO_WHOM, this::chosen)
        // Whoever forgot to say it is asked once more; words of an hour ago would only mislead.
        .waits(PATIENCE, (visitor, step) -> Next.done(() -> forms.ask(visitor, step,
            NewDelivery.words(question(visitor, "emergency.to-whom.reminder")))))
        .waits(LIFETIME, (visitor, _) -> {
          forget(visitor);
          return Next.done(() -> forms.say(visitor, visitor.text("emergency.to-whom.dropped")));
        });
  }

  @Override
  public Steps steps() {
    return steps;
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
    List<MessageId> written = FormStep.plus(before == null ? List.of() : before.written(), message);
    if (before != null && MicrosConverter.instant(before.shown()).plus(IN_A_ROW).isAfter(now)) {
      forms.amend(visitor, new Undirected(written, before.shown()));
    } else {
      forms.go(visitor, new Undirected(written, MicrosConverter.micros(now)));
    }
  }

  private Optional<Undirected> waiting(Visitor visitor) {
    return forms.at(visitor, Undirected.class);
  }

  private Call question(Visitor visitor, String key) throws Exception {
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
    return visitor.says(visitor.text(key), rows);
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

  private Next chosen(Pressing pressing, Undirected waiting) throws Exception {
    Visitor visitor = pressing.visitor();
    Ticket chosen = OwnTicket.pressed(tickets, pressing).filter(ticket -> Whose.isTheirs(visitor, ticket))
        .filter(ticket -> isForCoordinators(visitor, pressing, ticket)
            || pressing.press().more().orElse("").equals(helper(visitor, ticket))).orElse(null);
    if (chosen == null) {
      forms.ask(visitor, waiting);
      return Next.done(new Response.Now(visitor.text("emergency.to-whom.over"), false, false));
    }
    Person person = visitor.person();
    List<Incoming.Said> all = relay.takeBack(visitor.turn(), visitor.chat(),
        new Author(person.account(), person.name(), person.username(), person.language(), true), waiting.written());
    forms.end(visitor, waiting);
    boolean toCoordinators = isForCoordinators(visitor, pressing, chosen);
    for (Incoming.Said said : all) { // the first may change who has the request
      Ticket now = tickets.find(visitor.turn(), chosen.id()).orElseThrow();
      if (toCoordinators) {
        conversing.toCoordinators(visitor, now, said, said.content());
      } else {
        conversing.said(visitor, now, said, said.content(), false);
      }
    }
    return toCoordinators ? Next.done() // they are told what became of each
        : Next.done(answered(pressing, visitor.text("emergency.to-whom.passed", "to", name(visitor, chosen))));
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
    forms.end(visitor, waiting.get());
    return waiting.get().written();
  }

  /// It goes to nobody, and isn't kept. False when nothing waited.
  public boolean forget(Visitor visitor) throws Exception {
    Optional<Undirected> waiting = waiting(visitor);
    if (waiting.isPresent()) {
      forms.leave(visitor, waiting.get());
    }
    return waiting.isPresent();
  }
}
