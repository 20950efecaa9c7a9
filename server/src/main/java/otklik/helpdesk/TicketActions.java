package otklik.helpdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
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
final class TicketActions {
  private final People people;
  private final Tickets tickets;
  private final Timeline timeline;
  private final Rooms rooms;
  private final TicketClosing ticketClosing;
  private final RatingPrompt ratingPrompt;
  private final Reopening reopening;
  private final Blocklist blocklist;
  private final Deliveries deliveries;

  TicketActions(People people, Tickets tickets, Timeline timeline, Rooms rooms, TicketClosing ticketClosing,
      RatingPrompt ratingPrompt, Reopening reopening, Blocklist blocklist, Deliveries deliveries) {
    this.people = people;
    this.tickets = tickets;
    this.timeline = timeline;
    this.rooms = rooms;
    this.ticketClosing = ticketClosing;
    this.ratingPrompt = ratingPrompt;
    this.reopening = reopening;
    this.blocklist = blocklist;
    this.deliveries = deliveries;
  }

  String take(Turn turn, Ticket ticket, Person operator) throws Exception {
    return switch (TicketLifecycle.decide(TicketLifecycle.stateOf(ticket),
        new TicketLifecycle.Command.Take(operator.id()))) {
      case TicketLifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield take(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(turn, ticket.id(), "taken", operator.id(), null);
        rooms.refresh(turn, ticket.id());
        yield turn.text("you-took");
      }
      case TicketLifecycle.Decision.Refused refused -> why(turn, ticket, refused.why());
    };
  }

  /// Nobody has the ticket any more, and anybody may take it.
  Content.Text release(Turn turn, Ticket ticket, @Nullable Person operator) throws Exception {
    return switch (TicketLifecycle.decide(TicketLifecycle.stateOf(ticket), new TicketLifecycle.Command.Release())) {
      case TicketLifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield release(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        timeline.note(turn, ticket.id(), "released", operator == null ? null : operator.id(), null);
        rooms.refresh(turn, ticket.id());
        yield Content.Text.of(turn.text("released"));
      }
      case TicketLifecycle.Decision.Refused refused -> Content.Text.of(why(turn, ticket, refused.why()));
    };
  }

  /// Who had the ticket before is told by mention.
  Content.Text assign(Turn turn, Ticket ticket, Person to, Person operator) throws Exception {
    return switch (TicketLifecycle.decide(TicketLifecycle.stateOf(ticket),
        new TicketLifecycle.Command.Assign(to.id()))) {
      case TicketLifecycle.Decision.Moved moved -> {
        if (!tickets.move(turn, ticket, moved.to(), moved.owner())) {
          yield assign(turn, tickets.find(turn, ticket.id()).orElseThrow(), to, operator);
        }
        timeline.note(turn, ticket.id(), "assigned", operator.id(), to.shownName());
        rooms.refresh(turn, ticket.id());
        yield ticket.owner() == null || ticket.owner().equals(operator.id())
            ? Mentions.in(turn.text("assigned", "name", to.shownName()), List.of(to))
            : assignedFrom(turn.channel(), people.find(turn, ticket.owner()).orElseThrow(), to);
      }
      case TicketLifecycle.Decision.Refused refused -> Content.Text.of(why(turn, ticket, refused.why()));
    };
  }

  private static Content.Text assignedFrom(Channel channel, Person before, Person to) {
    return Mentions.in(channel.text("assigned-from", "name", to.shownName(), "before", before.shownName()),
        List.of(to, before));
  }

  String close(Turn turn, Ticket ticket, Person operator) throws Exception {
    return switch (TicketLifecycle.decide(TicketLifecycle.stateOf(ticket), new TicketLifecycle.Command.Close())) {
      case TicketLifecycle.Decision.Moved _ -> {
        if (!ticketClosing.close(turn, ticket, operator.id())) {
          yield close(turn, tickets.find(turn, ticket.id()).orElseThrow(), operator);
        }
        ratingPrompt.ask(visitor(turn, ticket), ticket);
        rooms.refresh(turn, ticket.id());
        rooms.close(turn, ticket);
        yield turn.text("you-closed");
      }
      case TicketLifecycle.Decision.Refused refused -> why(turn, ticket, refused.why());
    };
  }

  /// The person is told that somebody is there again.
  String reopen(Turn turn, Ticket ticket, Person operator) throws Exception {
    if (blocklist.has(turn, ticket.person())) {
      return turn.text("reopen.blocked");
    }
    Reopening.Result result = reopening.reopen(turn, ticket, operator.id());
    if (!result.moved()) {
      return result.open().id().equals(ticket.id()) ? why(turn, ticket, TicketLifecycle.Why.OPEN)
          : turn.text("other-open", "number", number(result.open()));
    }
    Visitor visitor = visitor(turn, ticket);
    deliveries.owe(turn, NewDelivery.words(visitor.says(
        visitor.text("reopened.by-team", "number", number(ticket)))));
    return turn.text("you-reopened");
  }

  private static String number(Ticket ticket) {
    return "%04d".formatted(ticket.number());
  }

  private String why(Turn turn, Ticket ticket, TicketLifecycle.Why why) {
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
