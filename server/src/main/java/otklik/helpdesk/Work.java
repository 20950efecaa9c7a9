package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.Owed;
import otklik.dialogs.Mentions;
import otklik.dialogs.Visitor;
import otklik.people.Blocklist;
import otklik.people.People;
import otklik.people.Person;
import otklik.rooms.Rooms;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.workspaces.Channel;

/// Moves tickets through their lifecycle on operators' behalf. Each move returns what the operator is told.
@Component
final class Work {
  private final People people;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final Ending ending;
  private final Marks marks;
  private final Reopening reopening;
  private final Blocklist blocklist;
  private final Deliveries deliveries;

  Work(People people, Tickets tickets, Timeline timeline, Rooms rooms, Ending ending, Marks marks, Reopening reopening,
      Blocklist blocklist, Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.ending = ending;
    this.marks = marks;
    this.reopening = reopening;
    this.blocklist = blocklist;
    this.deliveries = deliveries;
  }

  String take(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
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

  /// Nobody has the ticket any more, and anybody may take it.
  Content.Text release(Tx tx, Channel channel, Ticket ticket, @Nullable Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Release())) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(tx, channel, ticket, moved.to(), moved.owner())) {
          yield release(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(tx, channel, ticket.id(), "released", operator == null ? null : operator.id(), null);
        rooms.refresh(tx, channel, ticket.id());
        yield Content.Text.of(text(channel, "released"));
      }
      case Lifecycle.Decision.Refused refused -> Content.Text.of(why(tx, channel, ticket, refused.why()));
    };
  }

  /// Who had the ticket before is told by mention.
  Content.Text assign(Tx tx, Channel channel, Ticket ticket, Person to, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Assign(to.id()))) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(tx, channel, ticket, moved.to(), moved.owner())) {
          yield assign(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow(), to, operator);
        }
        timeline.note(tx, channel, ticket.id(), "assigned", operator.id(), to.shownName());
        rooms.refresh(tx, channel, ticket.id());
        yield ticket.owner() == null || ticket.owner().equals(operator.id())
            ? Mentions.in(text(channel, "assigned", "name", to.shownName()), List.of(to))
            : assignedFrom(channel, people.find(tx, channel, ticket.owner()).orElseThrow(), to);
      }
      case Lifecycle.Decision.Refused refused -> Content.Text.of(why(tx, channel, ticket, refused.why()));
    };
  }

  private static Content.Text assignedFrom(Channel channel, Person before, Person to) {
    return Mentions.in(text(channel, "assigned-from", "name", to.shownName(), "before", before.shownName()),
        List.of(to, before));
  }

  String close(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Close())) {
      case Lifecycle.Decision.Moved _ -> {
        if (!ending.close(tx, channel, ticket, operator.id())) {
          yield close(tx, channel, tickets.find(tx, channel, ticket.id()).orElseThrow(), operator);
        }
        marks.ask(tx, visitor(tx, channel, ticket), ticket);
        rooms.refresh(tx, channel, ticket.id());
        rooms.close(tx, channel, ticket);
        yield text(channel, "you-closed");
      }
      case Lifecycle.Decision.Refused refused -> why(tx, channel, ticket, refused.why());
    };
  }

  /// The person is told that somebody is there again.
  String reopen(Tx tx, Channel channel, Ticket ticket, Person operator) throws Exception {
    if (blocklist.has(tx, channel, ticket.person())) {
      return text(channel, "reopen.blocked");
    }
    Reopening.Result result = reopening.reopen(tx, channel, ticket, operator.id());
    if (!result.moved()) {
      return result.open().id().equals(ticket.id()) ? why(tx, channel, ticket, Lifecycle.Why.OPEN)
          : text(channel, "other-open", "number", number(result.open()));
    }
    Visitor visitor = visitor(tx, channel, ticket);
    deliveries.owe(tx, channel, Owed.words(visitor.says(
        visitor.text("reopened.by-team", "number", number(ticket)))));
    return text(channel, "you-reopened");
  }

  private static String text(Channel channel, String key, @Nullable Object... values) {
    return channel.texts().text(channel.language(), key, values);
  }

  private static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }

  private String why(Tx tx, Channel channel, Ticket ticket, Lifecycle.Why why) {
    return switch (why) {
      case CLOSED -> text(channel, "already-closed");
      case OPEN -> text(channel, "already-reopened");
      case NOBODYS -> text(channel, "nobodys-already");
      case HAS_IT_ALREADY -> text(channel, "has-it-already", "name",
          people.find(tx, channel, ticket.owner()).map(Person::spokenName).orElse(""));
      case TAKEN_BY_YOU -> text(channel, "you-took");
      case TAKEN_BY_OTHER -> text(channel, "taken-by-other", "name",
          people.find(tx, channel, ticket.owner()).map(Person::spokenName).orElse(""));
    };
  }

  Visitor visitor(Tx tx, Channel channel, Ticket ticket) {
    return reopening.visitor(tx, channel, ticket);
  }
}
