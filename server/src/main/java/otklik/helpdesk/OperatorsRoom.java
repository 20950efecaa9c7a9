package otklik.helpdesk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Author;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// The operators' side: what they write in a ticket's topic reaches the person, what they press moves the ticket.
/// Whoever isn't an operator is not heard.
@Component
final class OperatorsRoom {
  private final People people;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final Marks marks;
  private final Relay relay;
  private final Deliveries deliveries;

  OperatorsRoom(People people, Tickets tickets, Timeline timeline, Rooms rooms, Marks marks, Relay relay,
      Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.marks = marks;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  private static boolean isOperator(Channel channel, Author author) {
    return author.human() && Helpdesk.settings(channel).isOperator(author.id());
  }

  void said(Tx tx, Channel channel, Incoming.Said said) throws Exception {
    if (!isOperator(channel, said.by())) {
      return;
    }
    Optional<Ticket> inRoom = tickets.inRoom(tx, channel, said.place());
    if (inRoom.isEmpty()) {
      return;
    }
    Ticket ticket = inRoom.get();
    Person operator = people.seen(tx, channel, said.by());
    if (isForOperatorsOnly(said.content())) {
      relay.keep(tx, channel, ticket.id(), Direction.NOTE, said, said.content());
      return;
    }
    if (said.content() instanceof Content.Unsupported unsupported) {
      relay.keep(tx, channel, ticket.id(), Direction.NOTE, said, said.content());
      deliveries.owe(tx, channel, Owed.words(Call.Say.text(said.place(),
          text(channel, "undelivered", "reason", text(channel, "undelivered.not-accepted", "detail",
              unsupported.kind())))));
      return;
    }
    relay.pass(tx, channel, ticket, Direction.OUT, said, said.content());
    if (tickets.answered(tx, channel, ticket)) {
      timeline.note(tx, channel, ticket.id(), "answered", operator.id(), null);
    }
  }

  /// A slash begins a command or, twice, a note: neither is meant for the person.
  private static boolean isForOperatorsOnly(Content content) {
    return content instanceof Content.Text text && text.text().startsWith("/");
  }

  void pressed(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    String answer = answer(tx, channel, pressed);
    deliveries.owe(tx, channel, Owed.words(new Call.AnswerPress(pressed.place(), pressed.press(), answer, false)));
  }

  private String answer(Tx tx, Channel channel, Incoming.Pressed pressed) throws Exception {
    if (!isOperator(channel, pressed.by())) {
      return text(channel, "not-operator");
    }
    Optional<Press> press = Press.read(pressed.data());
    Optional<Ticket> ticket = press.flatMap(Press::ticket).isEmpty() ? Optional.empty()
        : tickets.find(tx, channel, press.flatMap(Press::ticket).get());
    if (ticket.isEmpty()) {
      return text(channel, "button-outdated");
    }
    Person operator = people.seen(tx, channel, pressed.by());
    return switch (press.get().action()) {
      case TAKE -> take(tx, channel, ticket.get(), operator);
      case CLOSE -> close(tx, channel, ticket.get(), operator);
      case DETAILS -> askDetails(tx, channel, ticket.get(), operator);
      case CATEGORY, URGENCY, ATTACHED, CANCEL, LANGUAGE, GOOD, BAD, NO_COMMENT -> text(channel, "button-outdated");
    };
  }

  private String take(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(operator.id()))) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(tx, channel, ticket, moved.to(), moved.owner())) {
          yield take(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(tx, channel, ticket.id(), "taken", operator.id(), null);
        rooms.refresh(tx, channel, ticket.id());
        yield text(channel, "you-took");
      }
      case Lifecycle.Decision.Refused refused -> why(tx, channel, ticket, refused.why());
    };
  }

  private String close(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Close())) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(tx, channel, ticket, moved.to(), moved.owner())) {
          yield close(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(tx, channel, ticket.id(), "closed", operator.id(), null);
        marks.ask(tx, visitor(tx, channel, ticket), ticket);
        rooms.refresh(tx, channel, ticket.id());
        rooms.close(tx, channel, ticket);
        yield text(channel, "you-closed");
      }
      case Lifecycle.Decision.Refused refused -> why(tx, channel, ticket, refused.why());
    };
  }

  private String askDetails(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
    if (ticket.state().equals(Ticket.CLOSED)) {
      return text(channel, "already-closed");
    }
    Visitor visitor = visitor(tx, channel, ticket);
    deliveries.owe(tx, channel, Owed.words(visitor.says(visitor.text("request-details"))));
    timeline.note(tx, channel, ticket.id(), "details-requested", operator.id(), null);
    return text(channel, "details-requested");
  }

  private String why(Tx tx, Channel channel, Ticket ticket, Lifecycle.Why why) {
    return switch (why) {
      case CLOSED -> text(channel, "already-closed");
      case TAKEN_BY_YOU -> text(channel, "you-took");
      case TAKEN_BY_OTHER -> text(channel, "taken-by-other", "name",
          people.find(tx, channel, ticket.owner()).map(OperatorsRoom::spokenName).orElse(""));
    };
  }

  private static String spokenName(Person operator) {
    return operator.name().isBlank() ? operator.shownName() : operator.name();
  }

  private Visitor visitor(Tx tx, Channel channel, Ticket ticket) {
    return Visitor.of(channel, people.find(tx, channel, ticket.person()).orElseThrow(), ticket.chat());
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }
}
