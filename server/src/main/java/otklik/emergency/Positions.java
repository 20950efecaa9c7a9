package otklik.emergency;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.Context;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.emergency.Request.Fix;
import otklik.geography.WrittenPlace;
import otklik.kernel.MessageId;
import otklik.kernel.TicketId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Corrections;
import otklik.relay.Relay;
import otklik.storage.Tx;
import otklik.tickets.Ticket;
import otklik.tickets.Tickets;
import otklik.workspaces.Channel;

/// What somebody changes that they have written: a live position moves on, words are put right.
@Component
final class Positions {
  private final Corrections corrections;
  private final Relay relay;
  private final People people;
  private final Tickets tickets;
  private final Requests requests;
  private final Form form;
  private final Moves moves;
  private final ToVolunteer toVolunteer;
  private final Copies copies;
  private final Cards cards;

  Positions(Corrections corrections, Relay relay, People people, Tickets tickets, Requests requests, Form form,
      Moves moves, ToVolunteer toVolunteer, Copies copies, Cards cards) {
    this.corrections = corrections;
    this.relay = relay;
    this.people = people;
    this.tickets = tickets;
    this.requests = requests;
    this.form = form;
    this.moves = moves;
    this.toVolunteer = toVolunteer;
    this.copies = copies;
    this.cards = cards;
  }

  void edited(Tx tx, Channel channel, Incoming.Edited edited) throws Exception {
    Corrections.Kept kept = corrections.find(tx, channel, edited.ref()).orElse(null);
    if (kept == null) {
      return; // of a request that is closed, or of none
    }
    Person person = people.seen(tx, channel, edited.by());
    Visitor visitor = Visitor.of(channel, person, edited.place().chat());
    if (edited.content() instanceof Content.Location location) {
      Fix fix = Whereabouts.fix(location, edited.at()).orElse(null);
      if (fix != null) {
        moved(tx, visitor, kept, fix);
      }
      return;
    }
    Content before = relay.contents(tx, channel, List.of(kept.message())).getFirst();
    if (before.equals(PassedOn.NOTHING)) {
      passAgain(tx, visitor, kept, edited.content());
      return;
    }
    if (Whereabouts.isPosition(before) && edited.content() instanceof Content.Text text
        && WrittenPlace.in(text.text()).orElse(null) instanceof WrittenPlace.At(var point, _)) {
      moved(tx, visitor, kept, new Fix(point, null, edited.at(), false)); // kept as words, it would outlive the request
      return;
    }
    corrections.correct(tx, channel, edited.ref(), edited.content());
    TicketId ticket = kept.ticket();
    if (ticket != null) {
      reworded(tx, visitor, ticket, kept.message(), before, edited.content());
    } else if (form.current(tx, visitor).orElse(null) instanceof EmergencyStep.Confirming confirming
        && confirming.written().contains(kept.message())) {
      form.confirm(tx, visitor, confirming);
    }
  }

  /// The helper has the old words already, and learns the new ones.
  private void passAgain(Tx tx, Visitor visitor, Corrections.Kept kept, Content now) throws Exception {
    Ticket ticket = kept.ticket() == null ? null : tickets.find(tx, visitor.channel(), kept.ticket()).orElse(null);
    if (ticket != null && ticket.state().equals(Lifecycle.TAKEN) && now instanceof Content.Text text
        && ticket.person().equals(visitor.person().id())) {
      toVolunteer.pass(tx, visitor, ticket,
          Content.Text.of(visitor.text("emergency.from-asker.corrected", "words", text.text())), Context.NONE);
    }
  }

  /// Only the newest is kept, and nothing moves in the area that everybody sees.
  private void moved(Tx tx, Visitor visitor, Corrections.Kept kept, Fix now) throws Exception {
    TicketId id = kept.ticket();
    if (id == null) {
      form.moved(tx, visitor, kept.message(), now);
      return;
    }
    Channel channel = visitor.channel();
    Ticket ticket = tickets.find(tx, channel, id).orElseThrow();
    Request request = requests.of(tx, channel, ticket);
    Fix before = request.exact();
    if (before != null && !now.at().isBefore(before.at()) && requests.isFollowed(tx, channel, id, kept.message())) {
      requests.located(tx, channel, id, now, request.address(), request.area());
      moves.moved(tx, channel, ticket, before);
    }
  }

  /// Words that everybody sees are put right in the request too.
  private void reworded(Tx tx, Visitor visitor, TicketId ticket, MessageId message, Content before, Content now)
      throws Exception {
    Channel channel = visitor.channel();
    Request request = requests.find(tx, channel, ticket).orElse(null);
    String wrong = Story.of(List.of(before)).words();
    if (request == null || wrong.isEmpty() || requests.placeMessage(tx, channel, ticket).filter(message::equals)
        .isPresent() || !request.description().contains(wrong)) {
      return;
    }
    requests.describe(tx, channel, ticket,
        request.description().replace(wrong, Story.of(List.of(now)).words()).strip(), request.attachments());
    copies.refresh(tx, channel, ticket);
    cards.refresh(tx, channel, ticket);
    Ticket taken = tickets.find(tx, channel, ticket).orElseThrow();
    if (taken.state().equals(Lifecycle.TAKEN)) {
      toVolunteer.pass(tx, visitor, taken, Content.Text.of(visitor.text("emergency.from-asker.corrected",
          "words", Story.of(List.of(now)).words())), Context.NONE);
    }
  }
}
