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
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.tickets.Timeline;
import otklik.turns.Turn;
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

  String take(Turn turn, Ticket ticket, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Take(operator.id()))) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield take(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(turn, ticket.id(), "taken", operator.id(), null);
        rooms.refresh(turn, ticket.id());
        yield turn.text("you-took");
      }
      case Lifecycle.Decision.Refused refused -> why(turn, ticket, refused.why());
    };
  }

  /// Nobody has the ticket any more, and anybody may take it.
  Content.Text release(Turn turn, Ticket ticket, @Nullable Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Release())) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield release(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(turn, ticket.id(), "released", operator == null ? null : operator.id(), null);
        rooms.refresh(turn, ticket.id());
        yield Content.Text.of(turn.text("released"));
      }
      case Lifecycle.Decision.Refused refused -> Content.Text.of(why(turn, ticket, refused.why()));
    };
  }

  /// Who had the ticket before is told by mention.
  Content.Text assign(Turn turn, Ticket ticket, Person to, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Assign(to.id()))) {
      case Lifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield assign(turn, tickets.find(turn, ticket.id()).orElseThrow(), to, operator);
        }
        timeline.note(turn, ticket.id(), "assigned", operator.id(), to.shownName());
        rooms.refresh(turn, ticket.id());
        yield ticket.owner() == null || ticket.owner().equals(operator.id())
            ? Mentions.in(turn.text("assigned", "name", to.shownName()), List.of(to))
            : assignedFrom(turn.channel(), people.find(turn, ticket.owner()).orElseThrow(), to);
      }
      case Lifecycle.Decision.Refused refused -> Content.Text.of(why(turn, ticket, refused.why()));
    };
  }

  private static Content.Text assignedFrom(Channel channel, Person before, Person to) {
    return Mentions.in(channel.text("assigned-from", "name", to.shownName(), "before", before.shownName()),
        List.of(to, before));
  }

  String close(Turn turn, Ticket ticket, Person operator) throws Exception {
    return switch (Lifecycle.decide(Lifecycle.stateOf(ticket), new Lifecycle.Command.Close())) {
      case Lifecycle.Decision.Moved _ -> {
        if (!ending.close(turn, ticket, operator.id())) {
          yield close(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        marks.ask(visitor(turn, ticket), ticket);
        rooms.refresh(turn, ticket.id());
        rooms.close(turn, ticket);
        yield turn.text("you-closed");
      }
      case Lifecycle.Decision.Refused refused -> why(turn, ticket, refused.why());
    };
  }

  /// The person is told that somebody is there again.
  String reopen(Turn turn, Ticket ticket, Person operator) throws Exception {
    if (blocklist.has(turn, ticket.person())) {
      return turn.text("reopen.blocked");
    }
    Reopening.Result result = reopening.reopen(turn, ticket, operator.id());
    if (!result.moved()) {
      return result.open().id().equals(ticket.id()) ? why(turn, ticket, Lifecycle.Why.OPEN)
          : turn.text("other-open", "number", number(result.open()));
    }
    Visitor visitor = visitor(turn, ticket);
    deliveries.owe(turn, Owed.words(visitor.says(
        visitor.text("reopened.by-team", "number", number(ticket)))));
    return turn.text("you-reopened");
  }

  private static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }

  private String why(Turn turn, Ticket ticket, Lifecycle.Why why) {
    return switch (why) {
      case CLOSED -> turn.text("already-closed");
      case OPEN -> turn.text("already-reopened");
      case NOBODYS -> turn.text("nobodys-already");
      case HAS_IT_ALREADY -> turn.text("has-it-already", "name",
          people.find(turn, ticket.owner()).map(Person::spokenName).orElse(""));
      case TAKEN_BY_YOU -> turn.text("you-took");
      case TAKEN_BY_OTHER -> turn.text("taken-by-other", "name",
          people.find(turn, ticket.owner()).map(Person::spokenName).orElse(""));
    };
  }

  Visitor visitor(Turn turn, Ticket ticket) {
    return reopening.visitor(turn, ticket);
  }
}
